import type { LangiumDocument } from 'langium';
import { CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { modelOf } from '../../language/parsing/model.js';
import { actionTitle } from '../action-titles.js';
import { workspaceEdit } from '../changes.js';
import { ends } from './ends.js';
import { everyHop } from './every-hop.js';
import { extract } from './extract.js';
import { missingLinks } from './hops.js';
import { inline } from './inline.js';
import { mechanism } from './mechanism.js';
import { order } from './order.js';
import { isEmpty, type Refactoring, type Selection } from './refactoring.js';

/** In the order in which they are offered. */
const refactorings: readonly Refactoring[] = [mechanism, ends, missingLinks, everyHop, extract, inline, order];

export const refactorKinds: readonly string[] = refactorings.map(({ kind }) => kind);

/** What can be done with what is selected. An editor that asks whenever the cursor moves is told only where something is selected. */
export async function refactorActions(
  document: LangiumDocument,
  { range, context }: CodeActionParams,
  { snapshot, createsFiles, exists }: Pick<Selection, 'snapshot' | 'createsFiles' | 'exists'>,
  wants: (kind: string) => boolean,
): Promise<CodeAction[]> {
  const selection: Selection = {
    document,
    model: modelOf(document),
    text: document.textDocument.getText(),
    start: document.textDocument.offsetAt(range.start),
    end: document.textDocument.offsetAt(range.end),
    designs: snapshot.designsOf(document.uri.toString()),
    snapshot,
    createsFiles,
    exists,
  };
  const { lexerErrors, parserErrors } = document.parseResult;
  if (lexerErrors.length + parserErrors.length > 0) return [];
  if (isEmpty(selection) && context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const actions: CodeAction[] = [];
  for (const { kind, offers } of refactorings.filter((one) => wants(one.kind))) {
    for (const { does, changes, creates } of await offers(selection)) {
      actions.push({ title: actionTitle(does), kind, edit: workspaceEdit(changes, snapshot, creates) });
    }
  }
  return actions;
}
