import { elementsOfSort } from '../../language/semantics/index.js';
import type { Element } from '../../language/model/index.js';
import type { Evaluator } from '../evaluate.js';
import { stackOf } from './stacks.js';

/** Names of the mechanisms that stand on links, flows and components of a design. */
interface Used {
  /** In layers, and among what a component uses. */
  readonly stacks: ReadonlySet<string>;
  /** The same, and behind controls. */
  readonly all: ReadonlySet<string>;
}

const speaking = ['link', 'flow', 'component'] as const;

/** Found once for a design. Where something is tried on an element, only that element is looked at again. */
export function usedIn(evaluator: Evaluator): Used {
  return evaluator.derived(
    evaluator,
    'used',
    () => inTrial(evaluator) ?? usedBy(speaking.flatMap((sort) => elementsOfSort(evaluator.facts.architecture, sort))),
  );
}

/** Undefined where no trial is made, or where it takes something away: it may have been the last of its sort. */
function inTrial({ trial }: Evaluator): Used | undefined {
  if (trial === undefined) return undefined;
  const [gone, come] = [trial.before, trial.now].map((element) => usedBy(speaking.some((sort) => sort === element.sort) ? [element] : []));
  if ([...gone!.stacks].some((name) => !come!.stacks.has(name)) || [...gone!.all].some((name) => !come!.all.has(name))) return undefined;
  const { stacks, all } = usedIn(trial.on);
  return { stacks: new Set([...stacks, ...come!.stacks]), all: new Set([...all, ...come!.all]) };
}

function usedBy(elements: readonly Element[]): Used {
  const stacks = elements.flatMap(stackOf);
  const behind = elements.flatMap(({ controls }) => controls.flatMap(({ mechanisms }) => mechanisms));
  return { stacks: new Set(stacks), all: new Set([...stacks, ...behind]) };
}
