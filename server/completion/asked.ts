import type { Attribute, Place } from '../../language/model/index.js';
import { mayStand } from '../../language/wellformed/grants.js';

/** Whether a condition about something may ask for an attribute: its own, or one that its ends or zones pass on. */
export function mayBeAsked(attribute: Attribute, subject: Place | 'protocol' | undefined): boolean {
  if (subject === undefined) return true;
  // A protocol has nothing but the default.
  if (subject === 'protocol') return attribute.default !== undefined;
  const asked: readonly Place[] =
    subject === 'component' ? ['component', 'zone'] : subject === 'link' || subject === 'flow' ? [subject, 'component', 'zone'] : [subject];
  return asked.some((place) => mayStand(attribute, place));
}
