import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { pictureRequest, type Picture, type PictureAnswer, type PictureChoices, type PictureParams } from '../../server/protocol.js';
import { isFromPage, isState, usualOptions, type DiagramOptions, type FromPage, type ToPage } from '../../webview/messages.js';
import { saveWhole } from '../export.js';
import { idsAt } from './cursor.js';
import { strictPage } from '../strict-page.js';
import { diagramBody } from './page.js';

export const diagramType = 'meterlint.diagram';

/** The diagram beside the text: one panel, which shows the design of the file in front and keeps up with each review. */
export class DiagramView implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  /** The file whose design is wanted; of what is shown the design's own. */
  private uri = '';
  private options = usualOptions;
  private shown: Picture | undefined;
  /** Counts requests: an answer to an older one is not shown. */
  private asked = 0;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly client: () => LanguageClient,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === 'meter') this.turnTo(editor.document.uri);
      }),
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
    if (this.panel === undefined) {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.uri = this.client().code2ProtocolConverter.asUri(uri);
      this.adopt(vscode.window.createWebviewPanel(diagramType, 'Diagram', place, this.settings()));
      return;
    }
    this.panel.reveal(undefined, true);
    this.turnTo(uri);
  }

  /** After a restart of the window; what the page had kept comes back with it. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (!isState(state)) panel.dispose();
    else {
      this.uri = state.uri;
      this.options = state.options;
      panel.webview.options = this.settings();
      this.adopt(panel);
    }
    return Promise.resolve();
  }

  /** Draws again what is shown. A page that nobody sees is drawn when it is seen. */
  refresh(): void {
    if (this.panel?.visible === true) void this.draw();
  }

  dispose(): void {
    this.panel?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** It holds script and sheet of the page, and nothing else. */
  private get pages(): vscode.Uri {
    return vscode.Uri.joinPath(this.extension, 'dist', 'webview');
  }

  private settings(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.pages] };
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    this.shown = undefined;
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPage(message)) void this.answer(message);
    });
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    const icon = (theme: string) => vscode.Uri.joinPath(this.extension, 'syntaxes', `file-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.html = strictPage(panel.webview, this.pages, { title: 'Diagram', name: 'diagram', body: diagramBody });
  }

  /** Shows another design only where the file is no part of the one that is shown. */
  private turnTo(uri: vscode.Uri): void {
    const address = this.client().code2ProtocolConverter.asUri(uri);
    if (this.panel === undefined || this.shown?.files.includes(address) === true) return;
    this.uri = address;
    this.refresh();
  }

  private async answer(message: FromPage): Promise<void> {
    switch (message.type) {
      // A page that was hidden begins anew, and the review may have gone on meanwhile.
      case 'ready':
        return this.draw();
      case 'choose':
        this.options = message.options;
        return this.draw();
      case 'reveal':
        return this.reveal(message.id);
      case 'save':
        return this.save();
    }
  }

  private async draw(): Promise<void> {
    const number = ++this.asked;
    try {
      const answer = await this.client().sendRequest<PictureAnswer>(pictureRequest, this.params());
      if (number !== this.asked || answer.kind === 'overtaken') return;
      if (answer.kind === 'picture') await this.take(answer);
      else if (this.shown === undefined || this.shown.uri === this.uri) this.tell('No design stands in this file, and none imports it.');
      else {
        // A file of rules in front leaves the design in the picture that the rules were looked up for.
        this.uri = this.shown.uri;
        await this.draw();
      }
    } catch (error) {
      if (number === this.asked) this.tell(`The diagram could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private params(): PictureParams {
    const { flows, protection, show, readers } = this.options;
    const chosen = (id: string) => (id === '' ? undefined : id);
    return { uri: this.uri, theme: themeNow(), flows, protection: chosen(protection), show: chosen(show), readers: chosen(readers) };
  }

  private async take(picture: Picture): Promise<void> {
    this.uri = picture.uri;
    const known = knownOnly(this.options, picture.choices);
    if (Object.entries(known).some(([name, value]) => this.options[name as keyof DiagramOptions] !== value)) {
      // What was chosen is gone with an edit, or is no part of another design: it would show nothing.
      this.options = known;
      return this.draw();
    }
    this.shown = picture;
    if (this.panel !== undefined) this.panel.title = `Diagram: ${picture.title}`;
    const { uri, title, svg, choices, elements } = picture;
    this.post({ type: 'picture', picture: { uri, title, svg, choices }, ids: Object.keys(elements), options: this.options });
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId === 'meter') this.mark(editor);
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

  private post(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }

  private async reveal(id: string): Promise<void> {
    const place = Object.entries(this.shown?.elements ?? {}).find(([known]) => known === id)?.[1][0];
    if (place === undefined) return;
    const converter = this.client().protocol2CodeConverter;
    const uri = converter.asUri(place.uri);
    const beside = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const viewColumn = beside?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(uri, { selection: converter.asRange(place.range), viewColumn });
  }

  private async save(): Promise<void> {
    if (this.shown === undefined) return;
    const { svg, uri } = this.shown;
    const design = this.client().protocol2CodeConverter.asUri(uri);
    const beside = design.scheme === 'file' ? { defaultUri: design.with({ path: design.path.replace(/(\.meter)?$/, '.svg') }) } : {};
    const target = await vscode.window.showSaveDialog({ title: 'Save the diagram', filters: { SVG: ['svg'] }, ...beside });
    if (target !== undefined) await saveWhole(target, Buffer.from(svg, 'utf8'));
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

function knownOnly({ flows, protection, show, readers }: DiagramOptions, choices: PictureChoices): DiagramOptions {
  const known = (id: string, among: PictureChoices['show']) => (among.some((one) => one.id === id) ? id : '');
  return {
    flows,
    protection: known(protection, choices.protection),
    show: known(show, choices.show),
    readers: known(readers, choices.readers),
  };
}
