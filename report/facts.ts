import { knownNames, operandWords } from '../language/semantics/index.js';
import type { ObservedFact, BorderSide } from '../review/index.js';
import { plainName } from './conditions.js';

/** What a condition looked at, as tables tell it: `remote-switch = none`, `carries readings`, `crosses from field to core`. */
export function factWords(fact: ObservedFact, equals = ' = '): string {
  switch (fact.kind) {
    case 'value':
      if (fact.value === undefined) return `${fact.attribute} is not set`;
      return `${fact.attribute}${equals}${operandWords(fact.value)}${isOnlyAssumed(fact) ? ', not stated' : ''}`;
    case 'kinds':
      return `${fact.element} is ${fact.kinds.join(', ')}`;
    case 'carries':
    case 'stores':
      return `${fact.kind} ${fact.data}`;
    case 'over':
      return `over ${fact.protocol}`;
    case 'crosses':
      return `crosses from ${sideWords(fact.from)} to ${sideWords(fact.to)}`;
    case 'member':
      return `${fact.relation} ${fact.element}`;
  }
}

/** The same as a clause of a sentence: `its local port is optical`, `it is upgradable`, `nobody states its party`, `it runs over mqtt`. */
export function factClause(fact: ObservedFact): string {
  if (fact.kind === 'value') return valueClause(fact);
  return `it ${fact.kind === 'over' ? 'runs ' : ''}${factWords(fact)}`;
}

type ValueFact = Extract<ObservedFact, { kind: 'value' }>;

function valueClause({ attribute, value }: ValueFact): string {
  if (value === undefined) return `nobody states its ${plainName(attribute)}`;
  return attribute === knownNames.party
    ? `${partyWords(operandWords(value))} runs it`
    : `its ${plainName(attribute)} is ${operandWords(value)}`;
}

/** Whose something is may be known by its kind; a value that only silence means is told as that. */
function isOnlyAssumed({ attribute, isAssumed }: ValueFact): boolean {
  return isAssumed && attribute !== knownNames.party;
}

/** `its local port is taken as optical`, to stand before "while nothing says otherwise"; undefined of what somebody has stated, or nobody knows. */
export function assumedWords(fact: ObservedFact): string | undefined {
  if (fact.kind !== 'value' || fact.value === undefined || !isOnlyAssumed(fact)) return undefined;
  return `its ${plainName(fact.attribute)} is taken as ${operandWords(fact.value)}`;
}

function sideWords(side: BorderSide): string {
  return 'element' in side ? side.element : partyWords(side.word);
}

/** `the utility`, `a partner`: of those there may be several. */
function partyWords(word: string): string {
  return word === 'partner' ? 'a partner' : `the ${word}`;
}
