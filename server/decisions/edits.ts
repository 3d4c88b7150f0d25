import { GrammarUtils, URI, type AstNode, type CstNode } from 'langium';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';
import { insertedBehind, insertion, inQuotes, outOfBody, takingOut, type Edit } from '../../language/writing/index.js';
import { elementNamed, type Assessment, type Finding } from '../../review/index.js';
import type { Decided } from '../../summary/decided.js';
import type { Snapshot } from '../../workspace/index.js';
import type { ChangeDecisionParams, DecideParams } from '../protocol/decisions.js';

/** The edits that let a decision or a plan end on another day, take it out, or say that what was planned is there. */
export function changeOf(decided: Decided, { change, until }: ChangeDecisionParams, snapshot: Snapshot): Edit[] {
  const range = snapshot.sources.rangeOf(decided.statement);
  const document = snapshot.documentAt(range.uri);
  if (document === undefined) return [];
  const text = document.textDocument.getText();
  if (change === 'revoke') {
    if (decided.kind === 'decision') return [takingOut(range, text)];
    const element = elementNamed(decided.assessment.architecture, decided.element);
    return element === undefined ? [] : outOfBody(snapshot.sources.sourceOf(element), [range], text);
  }
  const node = statementAt(modelOf(document), range.startOffset);
  if (node === undefined) return [];
  const planned = tokenOf(node, 'planned');
  const day = tokenOf(node, decided.kind === 'plan' ? 'due' : 'until');
  if (change === 'done') {
    if (planned === undefined) return [];
    const start = text.slice(0, planned.offset).trimEnd().length;
    return [{ uri: range.uri, start, end: (day ?? planned).end, newText: '' }];
  }
  if (until === undefined) return [];
  if (day !== undefined) return [{ uri: range.uri, start: day.offset, end: day.end, newText: until }];
  return [
    planned === undefined ? insertion(range.uri, range.endOffset, ` until ${until}`) : insertion(range.uri, planned.end, ` for ${until}`),
  ];
}

function statementAt(model: ast.Model, offset: number): AstNode | undefined {
  const starts = (node: AstNode) => node.$cstNode?.offset === offset;
  const bodies = [...model.designs, ...model.elements].flatMap((one) => ('body' in one ? one.body : []));
  return model.elements.filter(ast.isDecision).find(starts) ?? bodies.filter(ast.isControlUse).find(starts);
}

function tokenOf(node: AstNode, property: string): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, property);
}

/** The file that a decision on a finding belongs in: that of the element, else the first of the design in which decisions count. */
export function fileToDecide({ file }: Finding, { architecture }: Assessment, snapshot: Snapshot): string | undefined {
  return [file, ...architecture.files].find((address) => snapshot.mayDecide(URI.parse(address)));
}

/** Writes a decision behind its element, or at the end of a file that is kept for decisions. */
export function decisionOn(finding: Finding, assessment: Assessment, params: DecideParams, snapshot: Snapshot): Edit[] {
  const file = fileToDecide(finding, assessment, snapshot);
  const document = file === undefined ? undefined : snapshot.documentAt(file);
  const element = elementNamed(assessment.architecture, finding.element);
  if (file === undefined || document === undefined || element === undefined) return [];
  const { verb, because, by, until } = params;
  const statement = [
    `${verb} ${finding.requirement} on ${finding.element}`,
    ...(until === undefined ? [] : [`until ${until}`]),
    `because ${inQuotes(because)}`,
    ...(by === undefined ? [] : [`by ${inQuotes(by)}`]),
  ].join(' ');
  if (file === finding.file) return [insertedBehind(snapshot.sources.sourceOf(element), statement)];
  const text = document.textDocument.getText();
  return [insertion(file, text.length, `${/(^|[\r\n])$/.test(text) ? '' : '\n'}${statement}\n`)];
}
