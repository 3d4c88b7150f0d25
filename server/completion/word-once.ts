import type { Situation } from './situation.js';
import { bodyTokens, itemTokens } from './statement.js';

/** Words that a statement, a line or a body gives once, by the rule of the grammar that they stand in. */
const once: Readonly<Record<string, readonly string[]>> = {
  Zone: ['is', 'in', 'run'],
  Component: ['is', 'in', 'run'],
  Data: ['is'],
  Link: ['in', 'opened', 'carries'],
  LinkLayer: ['over'],
  Flow: ['is', 'via', 'carries', 'returns'],
  Layer: ['from', 'to'],
  Decision: ['on', 'until', 'because', 'by'],
  ControlUse: ['by', 'from', 'to', 'planned', 'evidence', 'for'],
  Weakness: ['because'],
  Omission: ['because'],
  Rule: ['as'],
  ZoneKind: ['is'],
  ComponentKind: ['is'],
  DataClass: ['is'],
  Service: ['is'],
  Control: ['on', 'implies', 'protects', 'asks'],
  Mechanism: ['is', 'on'],
  Attribute: ['on', 'default', 'asks'],
  NamedCondition: ['on'],
  Design: ['version', 'owner', 'profile'],
  Standard: ['publisher', 'edition', 'url', 'source'],
  Requirement: ['category', 'severity', 'refines', 'bundles', 'mitigates', 'because', 'guidance'],
  SeverityClause: ['severity'],
  Threat: ['leads'],
  AttackMethod: ['leads'],
};
/** Rules whose words stand once in a body, not once in a line of it. */
const ofBody = new Set(['Design', 'Standard', 'Requirement', 'SeverityClause', 'Threat', 'AttackMethod']);

/** Whether a word that stands once, in a statement, a line or a body, stands there already. */
export function isSaidAlready(rule: string, word: string, situation: Situation): boolean {
  return once[rule]?.includes(word) === true && isThere(rule, word, situation);
}

function isThere(rule: string, word: string, { statement, cursor }: Situation): boolean {
  const { before, after } = ofBody.has(rule) ? bodyTokens(statement) : itemTokens(statement, cursor.text);
  if (rule !== 'Layer') return [...before, ...after].some(({ image }) => image === word);
  const start = before.findLastIndex(({ image }) => image === 'over');
  const end = after.findIndex(({ image }) => ['over', 'via', 'carries', 'returns'].includes(image));
  return [...before.slice(Math.max(start, 0)), ...after.slice(0, end < 0 ? undefined : end)].some(({ image }) => image === word);
}
