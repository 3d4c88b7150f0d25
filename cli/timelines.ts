import { timelineOf, type Timeline } from '../history/timeline.js';
import { formatNamed } from '../report/formats/index.js';
import type { Reviewed } from '../report/problem.js';
import { allOverTime } from '../workspace/index.js';
import type { OpenedFiles } from './open.js';
import { toReview, type ReviewOptions } from './review-all.js';

/** Of each design with phases among what was opened. */
export async function timelinesOf(opened: OpenedFiles, options: Omit<ReviewOptions, 'redundant' | 'shard'>): Promise<Timeline[]> {
  const { snapshot } = await toReview(opened, options);
  return (await allOverTime(snapshot)).map((reviews) => timelineOf(reviews, options.date));
}

/** The review with its timelines, where a report in the format tells them: each day of change is reviewed for them. */
export async function withTimelines(reviewed: Reviewed, format: string, opened: OpenedFiles, options: ReviewOptions): Promise<Reviewed> {
  const hasPhases = reviewed.assessments.some(({ architecture }) => architecture.phases.length > 0);
  return hasPhases && formatNamed(format)?.tellsTimelines === true
    ? { ...reviewed, timelines: await timelinesOf(opened, options) }
    : reviewed;
}
