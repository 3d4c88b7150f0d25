import path from 'node:path';
import type { Architecture } from '../language/model/index.js';
import { allElements } from '../language/semantics/index.js';
import type { Reviewed } from '../report/problem.js';
import { problemsIn } from '../report/problems.js';
import type { Snapshot } from '../workspace/index.js';
import type { OpenedFiles } from './open.js';
import { shardOf, type Shard } from './shard.js';
import { Timings } from './timings.js';
import { nearestWord, UsageError } from './usage.js';
import { checkVariant } from './variant-names.js';

export interface ReviewOptions {
  /** The profile to review against instead of the project's or the designs' own. */
  readonly profile: string | undefined;
  readonly date: string;
  /** The variant to review, in place of designs. */
  readonly variant?: string | undefined;
  /** Whether to tell which declarations nothing depends on. */
  readonly redundant?: boolean;
  /** Whether to review as if nobody had decided anything. */
  readonly ignoreDecisions?: boolean;
  /** The part to review, instead of all. */
  readonly shard?: Shard | undefined;
  /** Notes what the steps take. */
  readonly timings?: Timings;
}

/** Reviews all designs of what was opened, or those of one shard, with the mistakes of its writing. */
export async function reviewAll(opened: OpenedFiles, options: ReviewOptions): Promise<Reviewed> {
  const { toPath } = opened;
  const { date, redundant = false, shard, timings = new Timings() } = options;
  const { snapshot, profile } = await toReview(opened, options);
  const isMine = (uri: string) => shard === undefined || shardOf(toPath(uri), shard.of) === shard.index;
  const designs = await timings.of(
    'designs',
    () => snapshot.reviewed,
    (found) => [
      [found.length, 'design'],
      [found.reduce((sum, design) => sum + allElements(design).length, 0), 'element'],
    ],
  );
  const positions = designs.flatMap((design, index) => (isMine(design.files[0]!) ? [index] : []));
  // What nothing depends on in one design may be needed by another that imports the same file.
  const importing = (needs: (design: Architecture) => boolean) =>
    designs.filter((design) => needs(design) && design.files.some(isMine)).map((design) => snapshot.assessmentOf(design));
  const mistakes = await timings.of(
    'checks',
    () => snapshot.told.flatMap((uri) => snapshot.mistakes(uri)),
    (found) => [[found.length, 'validation error']],
  );
  const assessments = await timings.of(
    'review',
    () => positions.map((index) => snapshot.assessmentOf(designs[index]!)),
    (found) => [
      [positions.reduce((sum, index) => sum + snapshot.evaluatorOf(designs[index]!).work, 0), 'pair'],
      [found.reduce((sum, { findings }) => sum + findings.length, 0), 'finding'],
    ],
  );
  const problems = problemsIn({
    mistakes,
    deciding: importing(({ decisions }) => decisions.length > 0),
    isUsualProfile: options.profile === undefined,
    redundant: redundant ? importing(() => true) : [],
    sources: snapshot.sources,
    toPath,
  });
  const part = shard === undefined ? undefined : { ...shard, date, profile: profile ?? null, positions };
  return {
    assessments,
    problems: problems.filter(({ range }) => isMine(range.uri)),
    sources: snapshot.sources,
    shard: part,
  };
}

/** What was opened, on the day and against the profile that are asked for, or the project's. */
export async function toReview(
  { snapshot, project }: OpenedFiles,
  { date, profile: asked, ignoreDecisions = false, variant }: Pick<ReviewOptions, 'date' | 'profile' | 'ignoreDecisions' | 'variant'>,
): Promise<{ readonly snapshot: Snapshot; readonly profile: string | undefined }> {
  const profile = asked ?? project.profile;
  checkProfile(snapshot, profile, asked === undefined ? project.file : undefined);
  checkVariant(snapshot, variant);
  const profiles = profile === undefined ? undefined : [profile];
  return { profile, snapshot: await snapshot.with({ date, profiles, ignoresDecisions: ignoreDecisions, variant }) };
}

/** Says that a profile is unknown, with the nearest known one, and the file that names it where that is not the command line. */
export function checkProfile(snapshot: Snapshot, profile: string | undefined, file?: string): void {
  const { profiles } = snapshot.catalogue;
  if (profile === undefined || profiles.has(profile)) return;
  const near = nearestWord(profile, [...profiles.keys()]);
  const where = file === undefined ? '' : `${path.relative(process.cwd(), file)}: `;
  throw new UsageError(`${where}there is no profile '${profile}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
}
