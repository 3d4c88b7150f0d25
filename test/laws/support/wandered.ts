import type { Architecture } from '../../../language/model/index.js';
import { additions } from '../changes/additions.js';
import { moves } from '../changes/moves.js';
import { removals } from '../changes/removals.js';
import { worseFacts } from '../changes/facts.js';
import { weakerWords } from '../changes/weaker.js';
import type { Mutation } from './mutation.js';
import { oneOf, type Random } from './random.js';

/** So many changes one after the other. */
const steps = 4;

const sorts: readonly ((design: Architecture) => readonly Mutation[])[] = [
  (design) => removals(design, ['control', 'by', 'uses', 'over', 'attribute']),
  weakerWords,
  worseFacts,
  moves,
  additions,
];

/** A design that nobody has drawn: a real one after a few drops, additions and moves. */
export function wandered(design: Architecture, random: Random): Architecture {
  let current = design;
  for (let step = 0; step < steps; step++) {
    const mutations = oneOf(sorts, random)!(current);
    current = oneOf(mutations, random)?.apply(current) ?? current;
  }
  return current;
}
