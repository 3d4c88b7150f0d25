import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens } from 'vscode-languageserver';
import type { MeterServerServices } from '../module.js';
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
  constructor(private readonly services: MeterServerServices) {}

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const { server, workspace } = this.services.shared;
    const snapshot = server.Current.get();
    const settings = workspace.ConfigurationProvider;
    try {
      return [...elementLenses(document, snapshot, settings), ...requirementLenses(document, snapshot, settings)].map((lens) =>
        this.toCodeLens(lens),
      );
    } catch (error) {
      server.log(`Code lenses failed: ${String(error)}`);
      return [];
    }
  }

  /** In a client that cannot show what a line leads to, the line stands alone. */
  private toCodeLens({ range, title, query }: Lens): CodeLens {
    const leads = this.services.shared.server.ClientAbilities.has(showFindingsCommand);
    return { range, command: leads ? { title, command: showFindingsCommand, arguments: [query] } : { title, command: '' } };
  }
}
