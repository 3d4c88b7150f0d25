import { AstUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import type { Place } from '../../language/model/index.js';
import { modelOf } from '../../language/parsing/model.js';
import { mayStand, providersOf } from '../../language/wellformed/grants.js';
import { beginsStatement, type Step } from './automaton.js';
import { isFirstOnLine, openers, type Token } from './cursor.js';
import { isAnythingOpen } from './decisions.js';
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
/** Relations that lead somewhere from a subject; the others do in the whole design only. */
const relationsOf: Readonly<Record<string, readonly string[]>> = {
  component: ['flow', 'incoming', 'outgoing', 'link', 'neighbour', 'data', 'zone'],
  link: ['flow', 'end', 'data', 'zone', 'protocol'],
  flow: ['link', 'hop', 'first', 'last', 'end', 'relay', 'data', 'protocol'],
  data: ['flow', 'holder'],
  zone: ['flow', 'link', 'data', 'component'],
  design: ['component'],
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
  ...[
    'for',
    'is',
    'in',
    'with',
    'on',
    'that',
    'needs',
    'where',
    'else',
    'and',
    'or',
    'until',
    'because',
    'by',
    'carries',
    'over',
    'from',
    'to',
    'via',
    'opened',
    'returns',
    'run',
  ],
  ...['has', 'crosses', 'stores', 'sees', 'touches', 'source', 'target', 'design'],
  ...['not', 'some', 'every', 'no', 'at', 'least', 'greatest', 'accepted'],
  ...['planned', 'evidence', 'critical', 'high', 'medium', 'low', 'info'],
  ...['neighbour', 'incoming', 'outgoing', 'hop', 'first', 'last', 'end', 'relay', 'holder', 'protocol', 'both'],
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
    const { word } = step;
    if (word === undefined || !/^\p{L}/u.test(word) || found.has(word)) continue;
    const { brace, items } = situation.statement;
    const opens = beginsStatement(step) ? 'statement' : brace >= 0 && items.includes(word) ? 'line' : undefined;
    const one = { step, word, opens } as const;
    if (mayBegin(opens, situation) && saysSomething(one, situation)) found.set(word, one);
  }
  const subject = subjectOf(situation) ?? '';
  return ranked(found.values(), ({ word, opens, step }) => [
    step.rule === 'RelationName' && relationsOf[subject]?.includes(word) !== true ? 1 : 0,
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
  const { cursor, statement } = situation;
  if (opens === 'line' && goesOn(statement.after, statement.items)) return false;
  if (opens === 'statement') return beginsLine(situation);
  return beginsLine(situation) || cursor.before.at(-1)?.image === '{' || cursor.start < cursor.offset;
}

/** Whether the line of the body goes on behind the cursor. */
function goesOn([next, second]: readonly Token[], items: readonly string[]): boolean {
  return next !== undefined && next.image !== '}' && !items.includes(next.image) && second?.image !== '=' && clauses.has(next.image);
}

/** What goes on with a line of a body. */
const clauses = new Set(['by', 'from', 'to', 'planned', 'for', 'evidence', 'because', 'where', 'else', 'needs', 'and', 'or', 'unverified']);

/** Whether nothing stands behind the word in its line but the rest of its statement. */
export function endsLine({ cursor, statement }: Situation): boolean {
  const next = cursor.after[0];
  const isBehind = next !== undefined && !cursor.text.slice(cursor.end, next.startOffset).includes('\n');
  return !isBehind || statement.after[0] === next;
}

export function beginsLine({ cursor }: Situation): boolean {
  return isFirstOnLine(cursor.text, { startOffset: cursor.start } as Token);
}

function saysSomething({ step, word, opens }: Word, situation: Situation): boolean {
  const { statement, owner, document, cursor, tokens, place, catalogue } = situation;
  if (opens === undefined && statement.after[0]?.image === word) return false;
  if (once[step.rule]?.includes(word) === true && isThere(step.rule, word, situation)) return false;
  if (predicateRules.has(step.rule) && word in askedOf) {
    const subject = subjectOf(situation);
    if (subject !== undefined && !askedOf[word]!.includes(subject)) return false;
  }
  switch (step.rule) {
    case 'Import':
      return cursor.before.every(
        (token, index) => !openers.includes(token.image) || token.image === 'import' || cursor.before[index - 1]?.image === 'import',
      );
    case 'Design':
      return word !== 'design' || modelOf(document).designs.every(({ $cstNode }) => $cstNode?.offset === cursor.start);
    case 'Stores':
      return ast.isComponent(owner) || ast.isComponentKind(owner);
    case 'MechanismUse':
      return place === undefined || [...catalogue.mechanisms.values()].some((mechanism) => mayStand(mechanism, place));
    case 'ControlUse':
      if (word === 'by' && place !== undefined) return isProvided(situation, place);
      return (word !== 'from' && word !== 'to') || ast.isFlow(owner);
    case 'Decision':
      if (openers.includes(word)) return mayDecide(situation);
      return word !== 'until' || tokens[0]?.image === 'accept';
    case 'Unit':
      return unitsFor(tokens.at(-1)?.image ?? '').includes(word) && takesDuration(situation);
    case 'Place':
      return !situation.listed.has(word);
    default:
      return true;
  }
}

/** Whether some mechanism provides the control that the line names. */
function isProvided({ node, catalogue }: Situation, place: Place): boolean {
  const use = node === undefined ? undefined : AstUtils.getContainerOfType(node, ast.isControlUse);
  const control = use?.control?.$refText ?? '';
  return !catalogue.controls.has(control) || providersOf(control, place, catalogue).length > 0;
}

/** Whether something is open that a decision in this file could be about: a project may bind decisions to other files. */
function mayDecide(situation: Situation): boolean {
  const { services, document } = situation;
  return services.shared.meter.DecisionFiles.refusedBy(document.uri) === undefined && isAnythingOpen(situation);
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

export function wordOffer({ word, step }: Word): Offer {
  const ends = (complete.has(word) || completeRules.has(step.rule)) && !goOn.has(word);
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    detail: explanationOf(step.rule, word),
    ...(ends ? {} : { insert: `${word} `, again: true }),
  };
}
