import { CompletionItemKind } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';
import type { Step } from './automaton.js';
import { isFirstOnLine, type Token } from './cursor.js';
import { explanationOf } from './explanations.js';
import { ranked, type Offer } from './offer.js';
import { subjectOf, type Situation } from './situation.js';
import { bodyTokens, itemTokens } from './statement.js';
import { unitsFor } from './values.js';

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
  ZoneKind: ['is'],
  ComponentKind: ['is'],
  DataClass: ['is'],
  Service: ['is'],
  Control: ['on', 'implies'],
  Mechanism: ['is', 'on'],
  Attribute: ['on', 'default'],
  Design: ['version', 'owner', 'profile'],
  Standard: ['publisher', 'edition', 'url'],
  Requirement: ['category', 'severity', 'refines', 'mitigates', 'because', 'guidance'],
  SeverityClause: ['severity'],
  Threat: ['leads'],
  AttackMethod: ['leads'],
};
/** Rules whose words stand once in a body, not once in a line of it. */
const ofBody = new Set(['Design', 'Standard', 'Requirement', 'SeverityClause', 'Threat', 'AttackMethod']);
const statementRules = new Set(['Import', 'Design', 'Zone', 'Component', 'Data', 'Link', 'Flow', 'Decision', 'Definition', 'Cite']);
const openers = new Set(['import', 'design', 'zone', 'component', 'data', 'link', 'flow', 'accept', 'exclude', 'define', 'cite']);
/** What a word of a condition asks of, where it can be true of some only. */
const askedOf: Readonly<Record<string, readonly string[]>> = {
  is: ['zone', 'component', 'data', 'flow'],
  in: ['zone', 'component', 'link', 'flow'],
  crosses: ['link', 'flow'],
  carries: ['link', 'flow'],
  stores: ['component', 'zone'],
  sees: ['component'],
  touches: ['link', 'flow'],
  from: ['link', 'flow'],
  to: ['link', 'flow'],
  via: ['flow'],
  opened: ['link', 'flow'],
  over: ['link', 'flow'],
  source: ['link', 'flow'],
  target: ['link', 'flow'],
  design: ['zone', 'component', 'data', 'link', 'flow'],
};
const predicateRules = new Set([
  'IsCondition',
  'DataCondition',
  'PathCondition',
  'InZoneCondition',
  'CrossesCondition',
  'OverCondition',
  'RoleCondition',
]);
/** The orders in which words are shown; what stands in a body comes in the order of its list. */
const statementOrder = ['component', 'link', 'flow', 'zone', 'data', 'accept', 'exclude', 'import', 'design', 'define', 'cite'];
const order = [
  ...[
    'component',
    'link',
    'flow',
    'zone',
    'data',
    'requirement',
    'control',
    'mechanism',
    'attribute',
    'service',
    'standard',
    'threat',
    'attack',
    'harm',
    'profile',
  ],
  ...['is', 'in', 'on', 'needs', 'where', 'else', 'and', 'or', 'by', 'carries', 'over', 'from', 'to', 'via', 'opened', 'returns', 'run'],
  ...['has', 'crosses', 'stores', 'sees', 'touches', 'source', 'target', 'design'],
  ...['not', 'some', 'every', 'no', 'at', 'least', 'greatest', 'accepted'],
  ...['until', 'because', 'planned', 'for', 'evidence', 'critical', 'high', 'medium', 'low', 'info', 'both', 'hop', 'first', 'last'],
  ...['second', 'seconds', 'minute', 'minutes', 'hour', 'hours', 'day', 'days', 'month', 'months', 'year', 'years'],
];
/** Words behind which nothing has to follow. */
const complete = new Set(['planned', 'unverified', 'accepted', 'set', 'party', 'ends', 'info', 'low', 'medium', 'high', 'critical']);
const completeRules = new Set(['Place', 'Severity', 'RelationName', 'HereName', 'Unit', 'CrossesCondition']);
const goOn = new Set(['incoming', 'outgoing', 'first', 'last', 'both']);

/** A keyword that may stand at the cursor. */
export interface Word {
  readonly step: Step;
  readonly word: string;
  /** Whether it begins a statement, a line of a body, or goes on with what stands before it. */
  readonly opens: 'statement' | 'line' | undefined;
}

/** Keywords that the grammar allows and that say something new there. */
export function wordsHere(situation: Situation): Word[] {
  const found = new Map<string, Word>();
  for (const step of situation.steps) {
    const { word, rule } = step;
    if (word === undefined || !/^\p{L}/u.test(word) || found.has(word)) continue;
    const { brace, items } = situation.statement;
    const opens = statementRules.has(rule) && openers.has(word) ? 'statement' : brace >= 0 && items.includes(word) ? 'line' : undefined;
    if (mayBegin(opens, situation) && saysSomething(step, word, situation)) found.set(word, { step, word, opens });
  }
  return ranked(found.values(), ({ word, opens }) => [
    opens === 'line' ? situation.statement.items.indexOf(word) : positionIn(opens === 'statement' ? statementOrder : order, word),
  ]);
}

function positionIn(list: readonly string[], word: string): number {
  const at = list.indexOf(word);
  return at < 0 ? list.length : at;
}

/** A statement begins a line; what stands in a body does so, too, unless somebody writes it on one line with the brace. */
function mayBegin(opens: Word['opens'], situation: Situation): boolean {
  if (opens === undefined) return true;
  const { cursor } = situation;
  if (opens === 'statement') return beginsLine(situation);
  return beginsLine(situation) || cursor.before.at(-1)?.image === '{' || cursor.start < cursor.offset;
}

export function beginsLine({ cursor }: Situation): boolean {
  return isFirstOnLine(cursor.text, { startOffset: cursor.start } as Token);
}

function saysSomething(step: Step, word: string, situation: Situation): boolean {
  const { statement, owner, document, cursor, tokens, services } = situation;
  if (statement.after[0]?.image === word && statement.after[0].startOffset > cursor.end) {
    if (!openers.has(word) || !statementRules.has(step.rule)) return false;
  }
  if (once[step.rule]?.includes(word) === true && isThere(step.rule, word, situation)) return false;
  if (predicateRules.has(step.rule) && word in askedOf) {
    const subject = subjectOf(situation);
    if (subject !== undefined && !askedOf[word]!.includes(subject)) return false;
  }
  switch (step.rule) {
    case 'Import':
      return cursor.before.every(
        (token, index) => !openers.has(token.image) || token.image === 'import' || cursor.before[index - 1]?.image === 'import',
      );
    case 'Design':
      return word !== 'design' || modelOf(document).designs.every(({ $cstNode }) => $cstNode?.offset === cursor.start);
    case 'Stores':
      return ast.isComponent(owner) || ast.isComponentKind(owner);
    case 'ControlUse':
      return (word !== 'from' && word !== 'to') || ast.isFlow(owner);
    case 'Decision':
      // In this project decisions may count in other files only.
      if (openers.has(word)) return services.shared.meter.DecisionFiles.refusedBy(document.uri) === undefined;
      return word !== 'until' || tokens[0]?.image === 'accept';
    case 'Unit':
      return unitsFor(tokens.at(-1)?.image ?? '').includes(word) && takesDuration(situation);
    case 'CompareCondition':
      return word !== 'set' || situation.catalogue.attributes.has(tokens.at(-1)?.image ?? '');
    case 'ControlNeed':
      return isControlNeed(word, situation);
    case 'Place':
      return !situation.listed.has(word);
    default:
      return true;
  }
}

function isThere(rule: string, word: string, { statement, cursor }: Situation): boolean {
  const { before, after } = ofBody.has(rule) ? bodyTokens(statement) : itemTokens(statement, cursor.text);
  if (rule !== 'Layer') return [...before, ...after].some(({ image }) => image === word);
  const start = before.findLastIndex(({ image }) => image === 'over');
  const end = after.findIndex(({ image }) => ['over', 'via', 'carries', 'returns'].includes(image));
  return [...before.slice(Math.max(start, 0)), ...after.slice(0, end < 0 ? undefined : end)].some(({ image }) => image === word);
}

function takesDuration({ tokens, catalogue, owner }: Situation): boolean {
  const [name, behind] = tokens.slice(-3);
  if (behind?.image === 'default' || name?.image === 'default') return ast.isAttribute(owner) && owner.words[0] === 'duration';
  const type = catalogue.attributes.get(name?.image ?? '')?.type;
  return type === undefined || type.kind === 'duration';
}

/** `on` and `across` follow a control, and a name before them may be an attribute instead. */
function isControlNeed(word: string, { tokens, catalogue }: Situation): boolean {
  if (word === 'or') return true;
  const name = tokens.at(-1)?.image ?? '';
  return catalogue.controls.has(name) || !catalogue.attributes.has(name);
}

/** Whether the statement, or a line of it, may end at the cursor. */
export function mayEnd(steps: readonly Step[]): boolean {
  return steps.some(({ word, rule }) => word === '}' || (word !== undefined && statementRules.has(rule) && openers.has(word)));
}

export function wordOffer({ word, step }: Word): Offer {
  const ends = (complete.has(word) || completeRules.has(step.rule)) && !goOn.has(word);
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    detail: explanationOf(step.rule, word),
    ...(ends ? {} : { insert: `${word} `, again: true }),
  };
}
