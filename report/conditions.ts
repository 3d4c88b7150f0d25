import { knownNames, operandWords } from '../language/semantics/index.js';
import type { Condition, Relation } from '../language/model/index.js';
import { isNoneTitled, isTitled, titleOfMember } from './titles.js';
import { controlWords, listed } from './words.js';

type Simple = Extract<
  Condition,
  { kind: 'is' | 'carries' | 'stores' | 'sees' | 'touches' | 'from' | 'to' | 'via' | 'opened by' | 'run by' | 'in' }
>;

/** What a condition says of something, as one says it: `is a head-end`, `carries command`. To follow a name, `it` or `that`. */
export function holdsWords(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
      return listed(told(condition.operands).map(holdsWords), 'and');
    case 'or':
      return alike(condition.operands, false) ?? listed(condition.operands.map(holdsWords), 'or');
    case 'not':
      return failsWords(condition.operand);
    case 'crosses':
      return `crosses the trust boundary of a ${condition.border}`;
    case 'over':
      return `runs over ${plainName(condition.mechanism)}${condition.outer === undefined ? '' : ` inside ${plainName(condition.outer)}`}`;
    case 'has':
      return `has ${controlWords(condition.control)}`;
    case 'accepted':
      return 'is accepted';
    case 'ours':
      return 'belongs to the party whose design it is';
    case 'source':
    case 'target':
      return `has a ${condition.kind} that ${holdsWords(condition.condition)}`;
    case 'design':
      return `is in a design that ${holdsWords(condition.condition)}`;
    case 'quantified':
      return quantifiedWords(condition);
    case 'compare':
      return partyWords(condition, true) ?? `has ${neededValue(condition)}`;
    case 'set':
      return condition.attribute === knownNames.party ? 'is run by somebody who is named' : `states ${condition.attribute}`;
    case 'extreme':
      return extremeWords(condition, true);
    case 'named':
      return isTitled(condition);
    default:
      return simpleWords(condition, [nameIn(condition)], false);
  }
}

/** The opposite: `is no head-end`, `carries no command`. */
export function failsWords(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
      return listed(told(condition.operands).map(failsWords), 'or');
    case 'or':
      return alike(condition.operands, true) ?? listed(condition.operands.map(failsWords), 'and');
    case 'not':
      return holdsWords(condition.operand);
    case 'crosses':
      return `crosses no trust boundary of a ${condition.border}`;
    case 'over':
      return condition.outer === undefined
        ? `runs over no ${plainName(condition.mechanism)}`
        : `runs ${plainName(condition.mechanism)} outside ${plainName(condition.outer)}`;
    case 'has':
      return `has no ${controlWords(condition.control)}`;
    case 'accepted':
      return 'is not accepted';
    case 'ours':
      return 'belongs to another party than the one whose design it is';
    case 'source':
    case 'target':
      return `has a ${condition.kind} that ${failsWords(condition.condition)}`;
    case 'design':
      return `is in a design that ${failsWords(condition.condition)}`;
    case 'quantified':
      return quantifiedFailing(condition);
    case 'compare':
      return partyWords(condition, false) ?? `does not have ${neededValue(condition)}`;
    case 'set':
      return condition.attribute === knownNames.party ? 'is run by nobody who is named' : `does not state ${condition.attribute}`;
    case 'extreme':
      return extremeWords(condition, false);
    case 'named':
      return isNoneTitled(condition);
    default:
      return simpleWords(condition, [nameIn(condition)], true);
  }
}

/** `log-retention of at least 180 days`, `key-scope per-device`: the value that a comparison asks for. */
export function neededValue({ attribute, operator, operand }: Extract<Condition, { kind: 'compare' }>): string {
  const bound = operatorWords(operator);
  return `${attribute} ${bound === '' || bound === 'other than' ? bound : `of ${bound}`} ${operandWords(operand)}`.replace('  ', ' ');
}

/** `at least 180 days`; `per-device` where it has to be just that. */
export function neededBound({ operator, operand }: Extract<Condition, { kind: 'compare' }>): string {
  return `${operatorWords(operator)} ${operandWords(operand)}`.trim();
}

/** `flow in the design that is a reading-service`: a member of a relation, without its article. */
export function memberWords({ relation, condition }: Extract<Condition, { kind: 'quantified' }>): string {
  return membersThat(relation, condition);
}

/** Members of a relation of which a condition holds: `relay that could read or change it`, where a title says that of a relay. */
export function membersThat(relation: Relation, condition: Condition | undefined): string {
  const titled = condition?.kind === 'named' && relation.within === undefined ? titleOfMember(condition, relation.name) : undefined;
  return titled ?? `${relationWords(relation)}${that(condition)}`;
}

function quantifiedWords(condition: Extract<Condition, { kind: 'quantified' }>): string {
  const { quantifier, relation, least, condition: inner } = condition;
  switch (quantifier) {
    case 'some':
      return `has ${article(relation.name)}${memberWords(condition)}`;
    case 'no':
      return `has no ${memberWords(condition)}`;
    case 'every':
      return inner === undefined ? `has ${relationWords(relation, true)}` : `has only ${relationWords(relation, true)}${that(inner, true)}`;
    case 'at least':
      return `has at least ${least} ${relationWords(relation, true)}${that(inner, true)}`;
  }
}

function quantifiedFailing(condition: Extract<Condition, { kind: 'quantified' }>): string {
  const { quantifier, relation, least, condition: inner } = condition;
  switch (quantifier) {
    case 'some':
      return `has no ${memberWords(condition)}`;
    case 'no':
      return `has ${article(relation.name)}${memberWords(condition)}`;
    case 'every':
      return inner === undefined
        ? `has no ${relationWords(relation)}`
        : `has ${article(relation.name)}${relationWords(relation)} that ${failsWords(inner)}`;
    case 'at least':
      return `has fewer than ${least} ${relationWords(relation, true)}${that(inner, true)}`;
  }
}

/** Of several, the verb is that of several. */
function that(condition: Condition | undefined, many = false): string {
  if (condition === undefined) return '';
  const words = holdsWords(condition);
  return ` that ${many ? words.replace(/^is\b/, 'are').replace(/^has\b/, 'have') : words}`;
}

const plurals: Partial<Record<Relation['name'], string>> = { data: 'data' };

function relationWords({ name, within }: Relation, many = false): string {
  const noun = many ? (plurals[name] ?? `${name}s`) : name;
  switch (within?.kind) {
    case undefined:
      return noun;
    case 'design':
      return `${noun} in the design`;
    case 'same zone':
      return `${noun} in the same zone`;
    case 'same attribute':
      return `${noun} with the same ${within.attribute}`;
  }
}

function article(noun: string): string {
  // What is not counted has no article.
  if (/\b(?:data|consumption|firmware|material|synchronisation)$/.test(noun)) return '';
  return /^[aeiou]/.test(noun) ? 'an ' : 'a ';
}

/** `has only flows with purpose-granularity of at least its granularity`: what an extreme says of all members, or of one. */
function extremeWords(
  { extreme, attribute, relation, operator, operand }: Extract<Condition, { kind: 'extreme' }>,
  holds: boolean,
): string {
  const value = operand.kind === 'attribute' ? `its ${operandWords(operand)}` : operandWords(operand);
  const withBound = (one: Operator) => `with ${attribute} of ${operatorWords(one) === '' ? '' : `${operatorWords(one)} `}${value}`;
  if (operator === '=' || operator === '!=')
    return `has ${relationWords(relation, true)} whose ${extreme} ${attribute} is ${holds === (operator === '=') ? '' : 'not '}${value}`;
  // The greatest is at most that if all are; it is at least that if one is.
  const ofAll = (extreme === 'greatest') === (operator === '<' || operator === '<=');
  const [some, none] = [`has ${article(relation.name)}${relationWords(relation)}`, `has no ${relationWords(relation)}`];
  if (ofAll)
    return holds ? `has only ${relationWords(relation, true)} ${withBound(operator)}` : `${some} ${withBound(opposites[operator])}`;
  return `${holds ? some : none} ${withBound(operator)}`;
}

type Operator = Extract<Condition, { kind: 'compare' }>['operator'];
const opposites: Readonly<Record<Operator, Operator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  mentions: 'mentions',
};

/** Who runs something is not a value that it has. */
function partyWords({ attribute, operator, operand }: Extract<Condition, { kind: 'compare' }>, holds: boolean): string | undefined {
  if (attribute !== knownNames.party || operand.kind !== 'word' || (operator !== '=' && operator !== '!=')) return undefined;
  const who = operand.word === 'partner' ? 'a partner' : `the ${operand.word}`;
  return holds === (operator === '=') ? `is run by ${who}` : `is run by somebody else than ${who}`;
}

/** Of an `and`, that a value is stated goes without saying where the value itself is asked. */
function told(operands: readonly Condition[]): readonly Condition[] {
  return operands.filter(
    (one) => one.kind !== 'set' || !operands.some((other) => other.kind === 'compare' && other.attribute === one.attribute),
  );
}

/** A name of the catalogue as one reads it: `field device`; a head-end and a back-end keep their hyphen. */
export function plainName(name: string): string {
  return name.replace(/(?<!head|back)-|-(?!end\b)/g, ' ');
}

function operatorWords(operator: Operator): string {
  return { '=': '', '!=': 'other than', '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least', mentions: 'mentioning' }[
    operator
  ];
}

const verbs: Readonly<Record<Simple['kind'], string>> = {
  is: 'is',
  carries: 'carries',
  stores: 'stores',
  sees: 'sees',
  touches: 'ends at',
  from: 'comes from',
  to: 'goes to',
  via: 'passes',
  'opened by': 'is opened by',
  'run by': 'is run by',
  in: 'is in',
};

function nameIn(condition: Simple): string {
  switch (condition.kind) {
    case 'is':
      return plainName(condition.name);
    case 'carries':
    case 'stores':
    case 'sees':
      return controlWords(condition.dataClass);
    case 'in':
      return plainName(condition.zoneKind);
    default:
      return plainName(condition.componentKind);
  }
}

/** `ends at no gateway or head-end`: the verb once, whatever it is about. */
function simpleWords({ kind }: Simple, names: readonly string[], no: boolean): string {
  const needsArticle = kind !== 'carries' && kind !== 'stores' && kind !== 'sees';
  const before = no ? 'no ' : needsArticle ? article(names[0]!) : '';
  return `${verbs[kind]} ${before}${listed(names, 'or')}`;
}

/** Whether alternatives differ in a name only, so that they share their verb. */
export function shareTheirVerb(operands: readonly Condition[]): boolean {
  return alike(operands, true) !== undefined;
}

function alike(operands: readonly Condition[], no: boolean): string | undefined {
  const [first] = operands;
  if (first === undefined || !isSimple(first)) return undefined;
  const same = operands.filter((one): one is Simple => isSimple(one) && one.kind === first.kind);
  return same.length === operands.length ? simpleWords(first, same.map(nameIn), no) : undefined;
}

function isSimple(condition: Condition): condition is Simple {
  return Object.hasOwn(verbs, condition.kind);
}
