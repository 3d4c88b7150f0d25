import type { Element } from '../../language/model/index.js';
import { providersOf } from '../../language/semantics/index.js';
import type { Gap } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import { join } from '../gaps.js';
import { elementNamed } from '../review.js';
import { natureOf } from './natures.js';

/** Whether a control can be on an element at all: something that brings it fits there, or nothing is defined that does, so that people say what does. */
export function canStandOn(control: string, element: Element, { facts: { catalogue }, conditions }: Evaluator): boolean {
  const there = providersOf(control, element.sort, catalogue);
  const fits = (name: string) => natureOf(name, catalogue).says.every(({ fits }) => fits === undefined || conditions.of(fits, element) > 0);
  return there.length === 0 || there.some(({ name }) => fits(name));
}

/** A gap without the alternatives that ask for a control where it cannot be, as long as others are left: what people are told of what closes it. */
export function closable(gap: Gap, evaluator: Evaluator): Gap {
  if (gap.kind === 'control' || gap.kind === 'condition') return gap;
  const parts = gap.kind === 'or' ? gap.gaps.filter((part) => isClosable(part, evaluator)) : gap.gaps;
  const left = parts.length === 0 ? gap.gaps : parts;
  return join(
    gap.kind,
    left.map((part) => closable(part, evaluator)),
  )!;
}

function isClosable(gap: Gap, evaluator: Evaluator): boolean {
  if (gap.kind === 'condition') return true;
  const closes = (part: Gap) => isClosable(part, evaluator);
  if (gap.kind !== 'control') return gap.kind === 'and' ? gap.gaps.every(closes) : gap.gaps.some(closes);
  const element = elementNamed(evaluator.facts.architecture, gap.element);
  return gap.asked !== undefined || element === undefined || canStandOn(gap.control, element, evaluator);
}
