import path from 'node:path';
import { URI } from 'langium';
import type { Architecture } from '../language/model/index.js';
import type { MeterSharedServices } from '../language/module.js';
import { problemsOf, unreadableFile } from '../language/problems.js';
import { decisionProblems } from '../report/decisions.js';
import { locate } from '../report/locate.js';
import { inPlaceOrder } from '../report/in-place-order.js';
import type { Problem, Reviewed } from '../report/problem.js';
import { redundancyProblems } from '../report/redundant.js';
import { review, type Assessment } from '../review/index.js';
import type { Unreadable } from './files.js';
import type { Opened } from './open.js';
import { shardOf, type Shard } from './shard.js';
import { nearest, UsageError } from './usage.js';

export interface ReviewOptions {
  /** The profile to review against instead of the project's or the designs' own. */
  readonly profile: string | undefined;
  readonly date: string;
  /** Whether to tell which declarations nothing depends on. */
  readonly redundant?: boolean;
  /** Whether to review as if nobody had decided anything. */
  readonly ignoreDecisions?: boolean;
  /** The part to review, instead of all. */
  readonly shard?: Shard | undefined;
}

/** Reviews all designs of what was opened, or those of one shard, with the mistakes of its writing. */
export function reviewAll(opened: Opened, options: ReviewOptions): Reviewed {
  const { shared, documents, toPath, project } = opened;
  const { date, redundant = false, ignoreDecisions = false, shard } = options;
  const profile = options.profile ?? project.profile;
  checkProfile(shared, profile, options.profile === undefined ? project.file : undefined);
  const sources = shared.meter.Designs.sources();
  const designs = shared.meter.Designs.all().map((one) => (ignoreDecisions ? { ...one, decisions: [], refused: [] } : one));
  const made = new Map<Architecture, Assessment>();
  const assess = (design: Architecture): Assessment => {
    const assessment = made.get(design) ?? review(design, date, profile === undefined ? undefined : [profile]);
    made.set(design, assessment);
    return assessment;
  };
  const isMine = (uri: string) => shard === undefined || shardOf(toPath(uri), shard.of) === shard.index;
  const positions = designs.flatMap((design, index) => (isMine(design.files[0]!) ? [index] : []));
  const assessments = positions.map((index) => assess(designs[index]!));
  // What nothing depends on in one design may be needed by another that imports the same file.
  const importing = (needs: (design: Architecture) => boolean) =>
    designs.filter((design) => needs(design) && design.files.some(isMine)).map(assess);
  const written = documents.flatMap((document) => problemsOf(document));
  const problems: Problem[] = [
    ...opened.unreadable.map(unread),
    ...written.filter(({ severity }) => severity !== 'hint'),
    // Another profile than the usual one says nothing about what the decisions are for; what it demands of them holds all the same.
    ...decisionProblems(
      importing(({ decisions }) => decisions.length > 0),
      sources,
    ).filter(({ code }) => options.profile === undefined || code === 'decision-incomplete'),
    ...(redundant
      ? redundancyProblems(
          importing(() => true),
          options.profile === undefined ? written : [],
          sources,
        )
      : []),
  ];
  const mine = problems
    .filter(({ range }) => isMine(range.uri))
    .map((problem) => ({ problem, place: { ...problem, location: locate(problem.range, toPath) } }))
    .sort((one, other) => inPlaceOrder(one.place, other.place))
    .map(({ problem }) => problem);
  const part = shard === undefined ? undefined : { ...shard, date, profile: profile ?? null, positions };
  return { assessments, problems: mine, sources, shard: part };
}

/** A report says itself what is not in it: who reads it has not seen the command line. */
function unread({ path: file, reason }: Unreadable): Problem {
  const start = { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0, startOffset: 0, endOffset: 0 };
  const range = { uri: URI.file(path.resolve(file)).toString(), ...start };
  return { code: unreadableFile, severity: 'error', message: `This cannot be read: ${reason}. What stands in it is not reviewed.`, range };
}

/** Says that a profile is unknown, with the nearest known one, and the file that names it where that is not the command line. */
export function checkProfile(shared: MeterSharedServices, profile: string | undefined, file?: string): void {
  const { profiles } = shared.meter.Designs.catalogue();
  if (profile === undefined || profiles.has(profile)) return;
  const near = nearest(profile, [...profiles.keys()]);
  const where = file === undefined ? '' : `${path.relative(process.cwd(), file)}: `;
  throw new UsageError(`${where}there is no profile '${profile}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
}

/** The current day, `YYYY-MM-DD`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
