import { knownNames, operandWords } from '../language/semantics/index.js';
import type { ObservedFact, BorderSide } from '../review/index.js';
import { plainName } from './conditions.js';

/** What a condition looked at, as tables tell it: `remote-switch = none`, `carries readings`, `crosses from field to core`. */
export function factWords(fact: ObservedFact, equals = ' = '): string {
  switch (fact.kind) {
    case 'value':
      return fact.value === undefined ? `${fact.attribute} is not set` : `${fact.attribute}${equals}${operandWords(fact.value)}`;
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

function valueClause({ attribute, value }: Extract<ObservedFact, { kind: 'value' }>): string {
  if (value === undefined) return `nobody states its ${plainName(attribute)}`;
  return attribute === knownNames.party
    ? `${partyWords(operandWords(value))} runs it`
    : `its ${plainName(attribute)} is ${operandWords(value)}`;
}

function sideWords(side: BorderSide): string {
  return 'element' in side ? side.element : partyWords(side.word);
}

/** `the utility`, `a partner`: of those there may be several. */
function partyWords(word: string): string {
  return word === 'partner' ? 'a partner' : `the ${word}`;
}
