import type { Read, Recorded, Recorder } from './reads.js';

/** Answers of one review to a question about parts of a design: what was found from the same as in the review before is taken over from there. */
export class KeptAnswers<Question extends object, Part extends object, Answer> {
  private readonly known = new Map<Question, Map<Part, Recorded<Answer>>>();
  private earlier: { readonly kept: KeptAnswers<Question, Part, Answer>; readonly isChanged: (read: Read) => boolean } | undefined;
  /** How many answers were looked for, rather than taken over. */
  work = 0;

  constructor(private readonly recorder: Recorder) {}

  /** Goes on from the review before, and from that one alone: it lets go of its own. */
  follow(kept: KeptAnswers<Question, Part, Answer>, isChanged: (read: Read) => boolean): void {
    kept.earlier = undefined;
    this.earlier = { kept, isChanged };
  }

  /** Whoever asks has read what the answer was found from. */
  of(question: Question, part: Part, find: () => Answer): Answer {
    let known = this.known.get(question);
    if (known === undefined) this.known.set(question, (known = new Map<Part, Recorded<Answer>>()));
    let recorded = known.get(part);
    if (recorded === undefined) {
      recorded = this.before(question, part);
      if (recorded === undefined) {
        this.work++;
        recorded = this.recorder.record(find);
      }
      known.set(part, recorded);
    }
    this.recorder.noteAll(recorded.reads);
    return recorded.found;
  }

  private before(question: Question, part: Part): Recorded<Answer> | undefined {
    if (this.earlier === undefined) return undefined;
    const { kept, isChanged } = this.earlier;
    const found = kept.known.get(question)?.get(part);
    return found === undefined || found.reads.some(isChanged) ? undefined : found;
  }
}
