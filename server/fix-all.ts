import type { LangiumDocument } from 'langium';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { protocolEdit } from '../language/writing/index.js';
import { fixFindings } from '../repair/findings.js';
import { groupQuestions } from '../summary/questions.js';
import { questionCount } from '../report/questions.js';
import type { Snapshot } from '../workspace/index.js';

export const fixAllKind = 'source.fixAll.meterlint';

/** One edit, and what it leaves to people. */
export interface FixAll {
  readonly edit: WorkspaceEdit;
  /** `16 questions that only people can answer`; undefined where none is left in the file. */
  readonly questions: string | undefined;
}

/** One edit that takes the preferred fixes of a file's findings until nothing changes; undefined where there are none. */
export async function fixAll(document: LangiumDocument, snapshot: Snapshot): Promise<FixAll | undefined> {
  const uri = document.uri.toString();
  if (snapshot.findingsIn(uri).length === 0) return undefined;
  const { texts, after } = await fixFindings(snapshot, { uris: new Set([uri]) });
  const { assessments } = after;
  const before = document.textDocument.getText();
  const text = texts.get(uri);
  if (text === undefined || text === before) return undefined;
  const whole = protocolEdit(document.textDocument, { start: 0, end: before.length, newText: text, moves: true });
  const here = new Set(assessments.flatMap(({ findings }) => findings.filter(({ file }) => file === uri).map(({ id }) => id)));
  const questions = questionCount(groupQuestions(assessments, (finding) => here.has(finding)));
  return { edit: { changes: { [uri]: [whole] } }, questions };
}
