import { timelineOf, type Timeline } from '../history/timeline.js';
import { reviewsOverTime } from '../workspace/index.js';
import type { OpenedFiles } from './open.js';
import { checkProfile, type ReviewOptions } from './review-all.js';

/** Of each design with phases among what was opened. */
export async function timelinesOf(opened: OpenedFiles, options: Pick<ReviewOptions, 'profile' | 'date'>): Promise<Timeline[]> {
  const { date } = options;
  const profile = options.profile ?? opened.project.profile;
  checkProfile(opened.snapshot, profile, options.profile === undefined ? opened.project.file : undefined);
  const snapshot = await opened.snapshot.with({ date, profiles: profile === undefined ? undefined : [profile] });
  const timelines: Timeline[] = [];
  for (const design of snapshot.reviewed) {
    const reviews = await reviewsOverTime(design, snapshot);
    if (reviews.length > 0) timelines.push(timelineOf(reviews, date));
  }
  return timelines;
}
