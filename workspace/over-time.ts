import type { Architecture } from '../language/model/index.js';
import { daysOfChange } from '../language/semantics/index.js';
import type { Assessment } from '../review/index.js';
import type { Snapshot } from './snapshot.js';

/**
 * The reviews of a design from the day of the snapshot, or from its first phase where that is earlier: one for each day from which on it may
 * stand otherwise. None for a design without phases.
 */
async function reviewsOverTime(design: Architecture, snapshot: Snapshot): Promise<readonly Assessment[]> {
  const [first] = design.phases;
  if (first === undefined) return [];
  const { date } = snapshot.settings;
  const start = first.from < date ? first.from : date;
  const days = [start, ...daysOfChange(snapshot.wholeOf(design)).filter((day) => day > start)];
  const found: Assessment[] = [];
  for (const day of days) {
    const then = day === date ? snapshot : await snapshot.with({ date: day });
    const same = then.designs.find(({ files }) => files[0] === design.files[0]);
    if (same !== undefined) found.push(then.assessmentOf(same));
  }
  return found;
}

/** The same of each design with phases that is reviewed. */
export async function allOverTime(snapshot: Snapshot): Promise<readonly (readonly Assessment[])[]> {
  const found: (readonly Assessment[])[] = [];
  for (const design of snapshot.reviewed) {
    const reviews = await reviewsOverTime(design, snapshot);
    if (reviews.length > 0) found.push(reviews);
  }
  return found;
}
