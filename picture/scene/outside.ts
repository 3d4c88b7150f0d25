import type { Component } from '../../language/model/index.js';
import { partiesOf, type Evaluator } from '../../review/index.js';
import { ours } from '../../review/ours.js';
import { elementLabel } from '../words.js';
import type { Mark } from './scene.js';

/** `outside: run by Flex Company`, `outside: partner`; nothing for what is ours, and for what nobody said. */
export function outsideMark(component: Component, evaluator: Evaluator): Mark | undefined {
  const { facts } = evaluator;
  if (ours(facts, component) !== 0) return undefined;
  const [party] = partiesOf(component, evaluator);
  const runner = party === undefined ? undefined : facts.component(party);
  const words = runner !== undefined ? `run by ${elementLabel(runner)}` : (party ?? '');
  return { sort: 'outside', words: words === '' ? 'outside' : `outside: ${words}` };
}
