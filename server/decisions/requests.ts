import type { Connection } from 'vscode-languageserver';
import { addDays, demandsOf } from '../../language/semantics/index.js';
import { oneLine } from '../../report/clean.js';
import { elementWords } from '../../report/words.js';
import { daysToCarry } from '../../review/fixes/decisions.js';
import type { Snapshot } from '../../workspace/index.js';
import type { CurrentSnapshot } from '../current.js';
import { workspaceEdit } from '../changes.js';
import type { ChooseFixParams } from '../protocol.js';
import {
  changeDecisionRequest,
  decideRequest,
  decisionFormRequest,
  decisionsRequest,
  type ChangeDecisionParams,
  type DecideParams,
  type DecisionEdit,
  type DecisionForm,
} from '../protocol/decisions.js';
import { changeOf, decisionOn, fileToDecide } from './edits.js';
import { decidedOf, decisionsAnswer } from './rows.js';

/** Answers what the view of decisions shows, and what its actions change, each time from the workspace as it stands. */
export function registerDecisions(connection: Connection, current: CurrentSnapshot): void {
  connection.onRequest(decisionsRequest, () => current.settled(decisionsAnswer));
  connection.onRequest(changeDecisionRequest, (params: ChangeDecisionParams) => current.settled((snapshot) => changed(params, snapshot)));
  connection.onRequest(decisionFormRequest, (params: ChooseFixParams) => current.settled((snapshot) => formOf(params, snapshot)));
  connection.onRequest(decideRequest, (params: DecideParams) => current.settled((snapshot) => decided(params, snapshot)));
}

function changed(params: ChangeDecisionParams, snapshot: Snapshot): DecisionEdit | null {
  const found = decidedOf(snapshot).find(({ key }) => key === params.id);
  if (found === undefined) return null;
  return { changes: workspaceEdit(changeOf(found, params, snapshot), snapshot).changes ?? {} };
}

function formOf(params: ChooseFixParams, snapshot: Snapshot): DecisionForm | null {
  const match = findingOf(params, snapshot);
  if (match === undefined) return null;
  const { finding, assessment } = match;
  const { architecture, profiles } = assessment;
  const title = architecture.catalogue.requirements.get(finding.requirement)?.title ?? finding.requirement;
  const { date } = snapshot.settings;
  return {
    title: `${oneLine(title)}, ${elementWords(architecture, finding.element)}`,
    today: date,
    until: addDays(date, daysToCarry),
    demands: [...new Set(demandsOf(profiles, architecture.catalogue).map(({ clause }) => clause))],
    file: fileToDecide(finding, assessment, snapshot),
  };
}

function decided(params: DecideParams, snapshot: Snapshot): DecisionEdit | null {
  const match = findingOf(params, snapshot);
  if (match === undefined) return null;
  return { changes: workspaceEdit(decisionOn(match.finding, match.assessment, params, snapshot), snapshot).changes ?? {} };
}

function findingOf({ uri, finding: id }: ChooseFixParams, snapshot: Snapshot) {
  return snapshot.findingsIn(uri).find(({ finding }) => finding.id === id);
}
