import { relationsFrom } from '../../language/semantics/index.js';
import { subjectOf, type Situation } from './situation.js';
import type { KeywordOffer } from './words.js';

/** The orders in which words are shown; what stands in a body comes in the order of its list. */
const statementOrder = ['component', 'link', 'flow', 'zone', 'data', 'accept', 'exclude', 'import', 'design', 'define', 'cite'];
/** What can be defined, in the order in which it is shown. */
export const definable = [
  ...['component', 'zone', 'data', 'requirement', 'control', 'mechanism', 'attribute'],
  ...['service', 'standard', 'threat', 'attack', 'harm', 'profile'],
];
const order = [
  ...['<->', '->'],
  ...['component', 'link', 'flow', ...definable],
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

/** What a word is sorted by: relations that lead somewhere first, then the order of the lists. */
export function wordRankOf({ word, opens, step }: KeywordOffer, situation: Situation): readonly number[] {
  const leads = step.rule !== 'RelationName' || beginsRelation(word, situation);
  // A way that has begun may go on; what it carries is asked first.
  if (step.rule === 'Flow' && word === '->' && situation.tokens.some(({ image }) => image === word)) return [1, 0];
  const list = opens === 'line' ? situation.statement.items : opens === 'statement' ? statementOrder : order;
  return [leads ? 0 : 1, positionIn(list, word)];
}

/** Whether a relation that leads somewhere from the subject begins with a word; the others do in the whole design only. */
function beginsRelation(word: string, situation: Situation): boolean {
  const subject = subjectOf(situation);
  return subject !== undefined && relationsFrom(subject).some((name) => name.split(' ')[0] === word);
}

function positionIn(list: readonly string[], word: string): number {
  const at = list.indexOf(word);
  return at < 0 ? list.length : at;
}
