import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import { ResponseError, type CancellationToken, type CodeLens, type CodeLensParams } from 'vscode-languageserver';
import type { MeterServerServices } from '../module.js';
import { changedMeanwhile } from '../reach/reaches.js';
import { showFindingsCommand, type FindingsQuery } from '../protocol.js';
import { showWaysInCommand, type WaysInParams } from '../protocol/ways-in.js';
import { elementLenses } from './elements.js';
import { reachLenses } from './reach.js';
import { requirementLenses } from './requirements.js';

/** A line above a name, and what it leads to. */
export interface Lens {
  readonly range: CodeLens['range'];
  readonly title: string;
  readonly query: FindingsQuery;
  /** The row of the view of ways in that it leads to instead, in a client that has one. */
  readonly row?: WaysInParams | undefined;
}

/** How designs and their elements stand, and whom requirements concern, above their names. */
export class MeterCodeLenses implements CodeLensProvider {
  constructor(private readonly services: MeterServerServices) {}

  async provideCodeLens(document: LangiumDocument, _params: CodeLensParams, token?: CancellationToken): Promise<CodeLens[]> {
    const { server, workspace } = this.services.shared;
    try {
      const isAsked = workspace.ConfigurationProvider.isOn('codeLens.reach');
      if (isAsked && !(await server.Reaches.find('worst', document.uri.toString(), token))) throw changedMeanwhile();
      return this.lensesOf(document);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      server.log(`Code lenses failed: ${String(error)}`);
      return [];
    }
  }

  private lensesOf(document: LangiumDocument): CodeLens[] {
    const { server, workspace } = this.services.shared;
    const snapshot = server.Current.get();
    const settings = workspace.ConfigurationProvider;
    const lenses = [
      ...elementLenses(document, snapshot, settings),
      ...reachLenses(document, snapshot, settings),
      ...requirementLenses(document, snapshot, settings),
    ];
    return lenses.map((lens) => this.toCodeLens(lens));
  }

  /** In a client that cannot show what a line leads to, the line stands alone. */
  private toCodeLens({ range, title, query, row }: Lens): CodeLens {
    const { ClientAbilities } = this.services.shared.server;
    if (row !== undefined && ClientAbilities.has(showWaysInCommand)) {
      return { range, command: { title, command: showWaysInCommand, arguments: [row] } };
    }
    const leads = ClientAbilities.has(showFindingsCommand);
    return { range, command: leads ? { title, command: showFindingsCommand, arguments: [query] } : { title, command: '' } };
  }
}
