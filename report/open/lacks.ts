import type { ConditionGap } from '../../review/index.js';
import { elementNamed, evaluatorOf, failingParts, type Assessment, type FailingPart } from '../../review/index.js';
import { failsWords, memberWords, neededBound } from '../conditions.js';

/** What a condition that does not hold comes to. */
export interface Lack {
  /**
   * A thing is missing (`relay that is a gateway`), a fact is not stated (`party`), a value is not the one that is asked for
   * (`has retention 10 years, not at most 5 years`), a saying is of the element (`is in no dmz`).
   */
  readonly kind: 'thing' | 'fact' | 'value' | 'saying';
  readonly words: string;
  /** Those that break it, where it is of others than the element itself. */
  readonly members: readonly string[];
}

export function lacksOf({ condition, element: name }: Pick<ConditionGap, 'condition' | 'element'>, assessment: Assessment): Lack[] {
  const element = elementNamed(assessment.architecture, name);
  if (element === undefined) return [{ kind: 'saying', words: failsWords(condition), members: [] }];
  return failingParts(evaluatorOf(assessment), condition, element).map(lackOf);
}

function lackOf(part: FailingPart): Lack {
  return { ...lackItself(part), members: part.members };
}

function lackItself({ condition, found, isUnknown }: FailingPart): Omit<Lack, 'members'> {
  if (condition.kind === 'set') return { kind: 'fact', words: condition.attribute };
  if (condition.kind === 'quantified' && condition.quantifier === 'some') {
    return { kind: condition.condition === undefined ? 'fact' : 'thing', words: memberWords(condition) };
  }
  if (condition.kind === 'compare') {
    const bound = neededBound(condition);
    if (found.length === 0) return { kind: 'fact', words: `${condition.attribute} (${bound})` };
    // What may not be is told by what is.
    const wanted = condition.operator === '!=' ? '' : `, not ${bound}`;
    return { kind: 'value', words: `has ${condition.attribute} ${found.join(' and ')}${wanted}` };
  }
  // What nobody stated is not told as if it were too much.
  if (condition.kind === 'extreme' && isUnknown) {
    return { kind: 'fact', words: `${condition.attribute} of its ${condition.relation.name}s` };
  }
  return { kind: 'saying', words: failsWords(condition) };
}
