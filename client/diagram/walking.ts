import type { LanguageClient } from 'vscode-languageclient/node';
import type { Picture, PlainPlace } from '../../server/protocol.js';
import { walkRequest, type WalkAnswer, type WalkParams, type WalkSlide } from '../../server/protocol/walks.js';
import type { ToPage } from '../../webview/messages.js';
import { idsOfPlaces } from './cursor.js';

type Told = Extract<ToPage, { type: 'walk' }>;

/** A walk through a diagram, slide by slide: where it is stays with what it is about, whatever the review comes to say meanwhile. */
export class Walking {
  private walk = '';
  private walks: WalkAnswer['walks'] = [];
  private slides: readonly WalkSlide[] = [];
  private at = 0;
  private asked = 0;

  constructor(private readonly client: () => LanguageClient) {}

  /** Begins a walk; an empty id ends the one that there is. */
  begin(walk: string): void {
    this.walk = walk;
    this.slides = [];
    this.at = 0;
  }

  /** Goes to a slide; past the ends it stays. */
  go(at: number): void {
    this.at = Math.max(0, Math.min(this.slides.length - 1, at));
  }

  /** Asks for all of it, at first of what is known at once; `tell` is called for each answer that is still wanted. */
  async load(uri: string, tell: () => void): Promise<void> {
    const number = ++this.asked;
    for (const waits of [false, true]) {
      const params: WalkParams = { uri, walk: this.walk, waits };
      const answer = await this.client().sendRequest<WalkAnswer | null>(walkRequest, params);
      if (number !== this.asked || answer === null) return;
      this.take(answer, waits);
      tell();
    }
  }

  /** What the page shows of it. */
  told({ elements }: Picture): Told {
    const slide = this.slides[this.at];
    return {
      type: 'walk',
      walks: this.walks,
      walk: this.walk,
      at: this.at,
      count: this.slides.length,
      ...(slide === undefined
        ? { title: '', said: '', lines: [], ids: [], past: [] }
        : {
            title: slide.title,
            said: slide.said,
            lines: slide.lines,
            ids: idsOfPlaces(slide.places, elements),
            past: this.past(elements),
          }),
    };
  }

  /** Where the text of the slide stands. */
  get place(): PlainPlace | undefined {
    return this.slides[this.at]?.places[0];
  }

  private take({ walks, slides }: WalkAnswer, isWhole: boolean): void {
    const id = this.slides[this.at]?.id;
    // Before attackers are known, a walk of theirs has no slides: those that are shown stay.
    if (isWhole || slides.length > 0) {
      const again = slides.findIndex((slide) => slide.id === id);
      this.slides = slides;
      this.go(again < 0 ? this.at : again);
    }
    if (isWhole || walks.length > this.walks.length) this.walks = walks;
    if (isWhole && slides.length === 0) this.walk = '';
  }

  /** Of the way of an attacker, what stands behind him: a meeting goes through its list in any order. */
  private past(elements: Picture['elements']): string[] {
    if (!this.walk.startsWith('[')) return [];
    return idsOfPlaces(
      this.slides.slice(0, this.at).flatMap(({ places }) => places),
      elements,
    );
  }
}
