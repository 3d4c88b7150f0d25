import type { LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams, Range } from 'vscode-languageserver';
import { bullets, escapedText } from '../markdown.js';
import type { CurrentSnapshot } from '../current.js';
import type { Switches } from '../switches.js';
import { protectionHints } from './protection.js';
import { severityHints } from './severity.js';

/** A few words behind a place of the text, and the whole story. */
export interface Hint {
  readonly position: Range['start'];
  readonly words: string;
  readonly lines: readonly string[];
}

/** What follows from elsewhere, beside the place that it is about: the protection of each hop, the severity that counts. */
export class MeterInlayHints implements InlayHintProvider {
  constructor(
    private readonly current: CurrentSnapshot,
    private readonly switches: Switches,
    private readonly log: (message: string) => void,
  ) {}

  getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
    const snapshot = this.current.get();
    try {
      return [
        ...(this.switches.isOn('inlayHints.protection') ? protectionHints(document, range, snapshot) : []),
        ...(this.switches.isOn('inlayHints.severity') ? severityHints(document, range, snapshot) : []),
      ].map(({ position, words, lines }) => ({
        position,
        label: words,
        paddingLeft: true,
        paddingRight: true,
        tooltip: { kind: 'markdown', value: bullets(lines.map(escapedText)) },
      }));
    } catch (error) {
      this.log(`Inlay hints failed: ${String(error)}`);
      return [];
    }
  }
}
