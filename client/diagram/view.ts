import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PlayParams } from '../../server/protocol/ways-in.js';
import {
  pictureRequest,
  type Picture,
  type PictureAnswer,
  type PictureChoices,
  type PictureParams,
  type PlainPlace,
} from '../../server/protocol.js';
import {
  isFromPage,
  isState,
  usualOptions,
  type DiagramOptions,
  type DiagramState,
  type FromPage,
  type ToPage,
} from '../../webview/messages.js';
import { saveWhole } from '../export.js';
import { idsAt } from './cursor.js';
import { drawnAs, hitsOf } from './found.js';
import { DesignPanel } from '../design-panel.js';
import { showPlace } from '../show-place.js';
import { Walking } from './walking.js';
import { diagramBody } from './page.js';

export const diagramType = 'meterlint.diagram';

/** The diagram beside the text: one panel, which shows the design of the file in front and keeps up with each review. */
export class DiagramView extends DesignPanel<Picture, DiagramState, FromPage, ToPage> {
  private options = usualOptions;
  /** Whether the next picture begins a walk, which leads to the text of its first slide. */
  private begins = false;
  private readonly walking: Walking;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(extension: vscode.Uri, client: () => LanguageClient) {
    super({ type: diagramType, title: 'Diagram', name: 'diagram', body: diagramBody, isState, isMessage: isFromPage }, extension, client);
    this.walking = new Walking(client);
    this.subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.languageId === 'meter') this.mark(textEditor);
      }),
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.refresh();
      }),
    ];
  }

  /** Opens the diagram of a file, or of the one in front. */
  show(file: unknown): void {
    const editor = vscode.window.activeTextEditor;
    const uri = file instanceof vscode.Uri ? file : editor?.document.languageId === 'meter' ? editor.document.uri : undefined;
    if (uri === undefined) {
      void vscode.window.showInformationMessage('Open a .meter file to see its design as a diagram.');
      return;
    }
    this.open(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, true);
  }

  /** Plays a walk from its first slide, beside the text of the design. */
  async play({ design, walk }: PlayParams): Promise<void> {
    const uri = this.client().protocol2CodeConverter.asUri(design);
    const isSeen = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
    if (!isSeen) await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preserveFocus: true });
    this.walking.begin(walk);
    this.begins = true;
    const isThere = this.panel?.visible === true && this.shown?.uri === design;
    // The keys go with it: arrows turn its slides.
    this.open(uri, { viewColumn: vscode.ViewColumn.Two, preserveFocus: false }, false);
    if (isThere) await this.walk(this.takeBegins());
  }

  override dispose(): void {
    super.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  protected override takeBack({ options }: DiagramState): void {
    this.options = options;
  }

  protected override async answer(message: FromPage): Promise<void> {
    switch (message.type) {
      // A page that was hidden begins anew, and the review may have gone on meanwhile.
      case 'ready':
        return this.update();
      case 'choose':
        this.options = message.options;
        return this.update();
      case 'reveal':
        return this.reveal(message.id);
      case 'fold':
        return this.fold(message.id);
      case 'unfold':
        this.options = { ...this.options, folds: usualOptions.folds };
        return this.update();
      case 'walk':
        this.walking.begin(message.walk);
        return this.walk(true);
      case 'slide':
        this.walking.go(message.at);
        return this.followWalk();
      case 'find':
        this.post({ type: 'found', text: message.text, hits: hitsOf(message.text, this.shown?.elements ?? {}) });
        return;
      case 'seek':
        return this.seek(message.name);
      case 'save':
        return this.save('svg');
      case 'paint':
        return this.save('png', message.png);
    }
  }

  protected override async update(): Promise<void> {
    const number = ++this.asked;
    try {
      const answer = await this.client().sendRequest<PictureAnswer>(pictureRequest, this.params());
      if (number !== this.asked || answer.kind === 'overtaken') return;
      if (answer.kind === 'picture') await this.take(answer);
      else if (this.shown === undefined || this.shown.uri === this.uri) this.tell('No design stands in this file, and none imports it.');
      else {
        // A file of rules in front leaves the design in the picture that the rules were looked up for.
        this.uri = this.shown.uri;
        await this.update();
      }
    } catch (error) {
      if (number === this.asked) this.tell(`The diagram could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private params(): PictureParams {
    const { flows, protection, show, readers, folds } = this.options;
    const chosen = (id: string) => (id === '' ? undefined : id);
    return {
      uri: this.uri,
      theme: themeNow(),
      flows,
      protection: chosen(protection),
      show: chosen(show),
      readers: chosen(readers),
      folds,
      signs: true,
    };
  }

  private async take(picture: Picture): Promise<void> {
    this.uri = picture.uri;
    const isOther = this.shown !== undefined && this.shown.uri !== picture.uri;
    const known = knownOnly(isOther ? { ...this.options, folds: usualOptions.folds } : this.options, picture.choices);
    if (Object.entries(known).some(([name, value]) => this.options[name as keyof DiagramOptions] !== value)) {
      // What was chosen is gone with an edit, or is no part of another design: it would show nothing.
      this.options = known;
      return this.update();
    }
    this.shown = picture;
    if (this.panel !== undefined) this.panel.title = `Diagram: ${picture.title}`;
    const { uri, title, svg, choices, elements } = picture;
    this.post({ type: 'picture', picture: { uri, title, svg, choices }, ids: Object.keys(elements), options: this.options });
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId === 'meter') this.mark(editor);
    void this.walk(this.takeBegins());
  }

  private takeBegins(): boolean {
    const begins = this.begins;
    this.begins = false;
    return begins;
  }

  /** Asks for the walk again; `isNew` leads to the text of its first slide. */
  private async walk(isNew: boolean): Promise<void> {
    let isLed = !isNew;
    await this.walking.load(this.uri, () => {
      if (this.shown === undefined) return;
      this.post(this.walking.told(this.shown));
      if (isLed || this.walking.place === undefined) return;
      isLed = true;
      void this.followWalk();
    });
  }

  /** Picture and text go where the walk is; the keys stay with the walk. */
  private async followWalk(): Promise<void> {
    if (this.shown === undefined) return;
    this.post(this.walking.told(this.shown));
    if (this.walking.place !== undefined) await this.goTo(this.walking.place, true);
  }

  private fold(id: string): Promise<void> {
    const found = Object.entries(this.shown?.folds ?? {}).find(([known]) => known === id)?.[1];
    if (found === undefined) return Promise.resolve();
    return this.addFolds(found.names, !found.isOpen);
  }

  private addFolds(names: readonly string[], open: boolean): Promise<void> {
    const others = this.options.folds.filter(({ name }) => !names.includes(name));
    this.options = { ...this.options, folds: [...others, ...names.map((name) => ({ name, open }))] };
    return this.update();
  }

  /** Marks what was searched for. What stands in a box with others is taken out of it first. */
  private async seek(name: string): Promise<void> {
    const alone = () => drawnAs(name, this.shown?.elements ?? {});
    if (alone()?.alone === false) await this.addFolds([name], true);
    this.post({ type: 'mark', ids: alone()?.ids ?? [] });
  }

  private tell(words: string): void {
    this.shown = undefined;
    this.post({ type: 'words', words });
  }

  private mark({ document, selection }: vscode.TextEditor): void {
    if (this.shown === undefined) return;
    const uri = this.client().code2ProtocolConverter.asUri(document.uri);
    this.post({ type: 'mark', ids: idsAt(uri, selection.active, this.shown.elements) });
  }

  private async reveal(id: string): Promise<void> {
    const place = Object.entries(this.shown?.elements ?? {}).find(([known]) => known === id)?.[1][0];
    if (place !== undefined) await this.goTo(place, false);
  }

  private goTo(place: PlainPlace, preserveFocus: boolean): Promise<void> {
    return showPlace(this.client(), place, { otherwise: vscode.ViewColumn.One, preserveFocus });
  }

  /** The SVG is drawn again without the signs that open and close: on paper nobody presses them. */
  private async save(ending: 'svg' | 'png', png = ''): Promise<void> {
    if (this.shown === undefined) return;
    const { uri } = this.shown;
    const design = this.client().protocol2CodeConverter.asUri(uri);
    const beside = design.scheme === 'file' ? { defaultUri: design.with({ path: design.path.replace(/(\.meter)?$/, `.${ending}`) }) } : {};
    const target = await vscode.window.showSaveDialog({
      title: 'Save the diagram',
      filters: { [ending.toUpperCase()]: [ending] },
      ...beside,
    });
    if (target === undefined) return;
    const bytes = ending === 'png' ? Buffer.from(png, 'base64') : await this.drawnForPaper();
    if (bytes !== undefined) await saveWhole(target, bytes);
  }

  private async drawnForPaper(): Promise<Buffer | undefined> {
    for (;;) {
      const answer = await this.client().sendRequest<PictureAnswer>(pictureRequest, { ...this.params(), signs: false });
      // An edit meanwhile has the panel ask, which overtakes this one, or the other way round.
      if (answer.kind === 'overtaken') continue;
      this.refresh();
      return answer.kind === 'picture' ? Buffer.from(answer.svg, 'utf8') : undefined;
    }
  }
}

function themeNow(): PictureParams['theme'] {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'contrast';
    default:
      return 'light';
  }
}

function knownOnly({ flows, protection, show, readers, folds }: DiagramOptions, choices: PictureChoices): DiagramOptions {
  const known = (id: string, among: PictureChoices['show']) => (among.some((one) => one.id === id) ? id : '');
  return {
    flows,
    protection: known(protection, choices.protection),
    show: known(show, choices.show),
    readers: known(readers, choices.readers),
    folds,
  };
}
