import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens } from 'vscode-languageserver';
import type { ClientAbilities } from '../abilities.js';
import type { CurrentSnapshot } from '../current.js';
import type { Switches } from '../switches.js';
import { showFindingsCommand, type FindingsQuery } from '../protocol.js';
import { elementLenses } from './elements.js';
import { requirementLenses } from './requirements.js';

/** A line above a name, and what it leads to. */
export interface Lens {
  readonly range: CodeLens['range'];
  readonly title: string;
  readonly query: FindingsQuery;
}

/** How designs and their elements stand, and whom requirements concern, above their names. */
export class MeterCodeLenses implements CodeLensProvider {
  constructor(
    private readonly current: CurrentSnapshot,
    private readonly switches: Switches,
    private readonly client: ClientAbilities,
    private readonly log: (message: string) => void,
  ) {}

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const snapshot = this.current.get();
    try {
      return [...elementLenses(document, snapshot, this.switches), ...requirementLenses(document, snapshot, this.switches)].map((lens) =>
        this.toCodeLens(lens),
      );
    } catch (error) {
      this.log(`Code lenses failed: ${String(error)}`);
      return [];
    }
  }

  /** In a client that cannot show what a line leads to, the line stands alone. */
  private toCodeLens({ range, title, query }: Lens): CodeLens {
    const leads = this.client.has(showFindingsCommand);
    return { range, command: leads ? { title, command: showFindingsCommand, arguments: [query] } : { title, command: '' } };
  }
}
