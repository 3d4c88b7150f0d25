import * as vscode from 'vscode';
import type { LanguageClient, Middleware } from 'vscode-languageclient/node';
import {
  goToPlaceCommand,
  pageRequest,
  servicesName,
  showPageCommand,
  timingsName,
  type PageParams,
  type ShownPage,
} from '../server/protocol/pages.js';
import type { PlainPlace } from '../server/protocol.js';
import { showPlace } from './show-place.js';

/** Addresses of pages: nothing is fetched for them, and VS Code opens them as tabs, wherever it meets one. */
const scheme = 'meterlint-page';
/** As the manifest has it. */
export const pageEditor = 'meterlint.page';

/** Fetches nothing, runs nothing; links lead to other pages and to texts only. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const style = `body { max-width: 50rem; line-height: 1.5; padding: 0 1.5rem 2rem; } h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 1.4em; }
ul { padding-left: 1.3em; } li.indented { margin-left: 1.3em; } a:focus-visible { outline: 2px solid var(--vscode-focusBorder); }
.picture { width: calc(100vw - 3rem); max-height: 90vh; overflow: auto; --meterlint-sheet: var(--vscode-editor-background); --meterlint-box: var(--vscode-editor-background);
--meterlint-zone: var(--vscode-editorWidget-background); --meterlint-ink: var(--vscode-editor-foreground); --meterlint-safe: var(--vscode-editor-foreground);
--meterlint-line: var(--vscode-editor-foreground); --meterlint-soft: var(--vscode-descriptionForeground); }
.picture:focus-visible { outline: 2px solid var(--vscode-focusBorder); }`;

/** The pages of requirements and everything else that is defined: each has an address, and a tab while it is open. */
export class PageEditor implements vscode.CustomReadonlyEditorProvider {
  private readonly open = new Map<vscode.WebviewPanel, string>();

  constructor(private readonly client: () => LanguageClient) {}

  /** @returns the title of what is shown. */
  async show(given?: unknown): Promise<string | undefined> {
    const name = typeof given === 'string' ? given : await ask();
    if (name === undefined) return undefined;
    const page = await this.pageOf(name);
    if (page === null) {
      void vscode.window.showInformationMessage(`The catalogue has no '${name}'.`);
      return undefined;
    }
    // The text stays in sight, and so does the page that led here.
    const place =
      vscode.window.activeTextEditor === undefined
        ? { viewColumn: vscode.ViewColumn.Active, preview: false }
        : { viewColumn: vscode.ViewColumn.Beside, preview: true };
    await vscode.commands.executeCommand('vscode.openWith', pageUri(name), pageEditor, place);
    return page.title;
  }

  /** How long the last review took, step by step; told anew after each. */
  showTimings(): Promise<string | undefined> {
    return this.show(timingsName);
  }

  /** Who takes part in which service, as a picture and in words. */
  showServices(): Promise<string | undefined> {
    return this.show(servicesName);
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    panel.webview.options = { enableScripts: false, enableCommandUris: [showPageCommand, goToPlaceCommand], localResourceRoots: [] };
    const name = uri.path.slice(1);
    this.open.set(panel, name);
    panel.onDidDispose(() => {
      this.open.delete(panel);
    });
    await this.fill(panel, name);
  }

  /** After a review: the page says how a requirement stands. */
  async refresh(): Promise<void> {
    for (const [panel, name] of this.open) await this.fill(panel, name);
  }

  private pageOf(name: string): Promise<ShownPage | null> {
    const params: PageParams = { name };
    return this.client().sendRequest<ShownPage | null>(pageRequest, params);
  }

  /** What an edit took away says so where it stood. */
  private async fill(panel: vscode.WebviewPanel, name: string): Promise<void> {
    const page = await this.pageOf(name);
    if (!this.open.has(panel)) return;
    const body = page?.body ?? '<h1>Not defined</h1><p>Nothing of this name is defined, neither by the catalogue nor by the workspace.</p>';
    const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${pageEditor}</title><style>${style}</style>`;
    const told = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`;
    if (panel.webview.html !== told) panel.webview.html = told;
  }
}

/** Goes to a place that a page names, beside the page; what is no such place is passed over. */
export async function goToPlace(client: LanguageClient, place: unknown): Promise<void> {
  if (!isPlace(place)) return;
  await showPlace(client, place);
}

function isPlace(value: unknown): value is PlainPlace {
  const { uri, range } = (value ?? {}) as Partial<Record<keyof PlainPlace, unknown>>;
  const { start, end } = (range ?? {}) as Partial<Record<'start' | 'end', unknown>>;
  const isPosition = (one: unknown) => {
    const { line, character } = (one ?? {}) as Partial<Record<'line' | 'character', unknown>>;
    return Number.isSafeInteger(line) && Number.isSafeInteger(character);
  };
  return typeof uri === 'string' && isPosition(start) && isPosition(end);
}

/** The code of a finding, or of what is wrong with a text, leads to its page here; the server tells where it stands in the web. */
export const pagesOfCodes: Pick<Middleware, 'handleDiagnostics'> = {
  handleDiagnostics: (uri, diagnostics, next) => {
    for (const diagnostic of diagnostics) {
      const { code } = diagnostic;
      const value = typeof code === 'object' ? code.value : code;
      if (value !== undefined) diagnostic.code = { value, target: pageUri(String(value)) };
    }
    next(uri, diagnostics);
  },
};

function pageUri(name: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${name}` });
}

async function ask(): Promise<string | undefined> {
  const prompt = 'A requirement, mechanism, control, kind, standard or anything else that is defined, or a code';
  const name = await vscode.window.showInputBox({
    title: 'Show the page of',
    prompt,
    placeHolder: 'as it stands in a finding or in the text',
  });
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}
