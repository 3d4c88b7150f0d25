import { inquiriesOf, footholdsOf, yieldsFrom } from '../../reach/index.js';
import { worstFromHere } from '../../report/reach/worst.js';
import { evaluatorOf, type Assessment } from '../../review/index.js';
import { escapedText } from '../markdown.js';

/** Of a long way the rest is told by number. */
const mostSteps = 6;

/**
 * The worst that somebody does who stands at an element alone, and the way in a line. Nothing where that is no more than the device itself, or
 * where it is not found out yet: whoever asks for a hover waits for it.
 */
export function fromHere(element: string, assessment: Assessment): string | undefined {
  const steps = inquiriesOf(assessment).steps.known;
  const foothold = footholdsOf(evaluatorOf(assessment)).find((one) => one.element === element);
  if (steps === undefined || foothold === undefined) return undefined;
  const found = worstFromHere({ foothold, reached: yieldsFrom(foothold, steps) });
  if (found === undefined) return undefined;
  const left = found.way.length - mostSteps;
  const way = [...found.way.slice(0, mostSteps), ...(left > 0 ? [`${left} more`] : [])];
  return `**From here**\n\n${escapedText(found.sentence)}: ${way.map(escapedText).join(' → ')}.`;
}
