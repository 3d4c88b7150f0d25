import { inquiriesOf, waysToHarms, type HarmWays, type Measure } from '../reach/index.js';
import { closingsOf, merged, type Assessment, type ClosedBy, type Closing, type Unclosable } from '../review/index.js';
import type { Snapshot } from '../workspace/index.js';
import { count, mostRounds, textsAfter, type Fixed } from './findings.js';

/** A measure that was written, and by what. */
export interface WrittenMeasure {
  readonly measure: Measure;
  readonly by: ClosedBy;
}

/** A measure that was not written: beside what the review knows, it stands in a file that may not be changed, or it was written and the step is open still. */
export interface UnwrittenMeasure {
  readonly measure: Measure;
  readonly why: Unclosable | { readonly reason: 'elsewhere' | 'in vain'; readonly possible: readonly ClosedBy[] };
}

/** What writing the smallest cut of one design came to. */
export interface CutWritten {
  readonly design: string;
  /** The ways as they were, with the smallest set of measures that ends them. */
  readonly before: HarmWays;
  readonly written: readonly WrittenMeasure[];
  /** Of the smallest set, what could not be written; others were taken in its place where there are any. */
  readonly unwritten: readonly UnwrittenMeasure[];
  /** The ways that are left. */
  readonly after: HarmWays;
  /** What would end those, and could not be written. */
  readonly missing: readonly UnwrittenMeasure[];
}

export interface CutFixed extends Fixed {
  readonly cuts: readonly CutWritten[];
}

export interface WantedCut {
  readonly harm: string;
  /** The files that may be changed. */
  readonly uris: ReadonlySet<string>;
  /** Which designs are meant; all that are reviewed by default. */
  readonly takes?: (assessment: Assessment) => boolean;
}

/**
 * Writes the smallest set of measures that ends all ways to a harm, into one design after the other. Only what can be written is chosen from; where
 * that takes more measures, or ends fewer ways, what could not be written is told with the reason.
 */
export async function fixCut(start: Snapshot, { harm, uris, takes = () => true }: WantedCut): Promise<CutFixed> {
  const texts = new Map<string, string>();
  const counts = new Map<string, number>();
  const cuts: CutWritten[] = [];
  let now = start;
  for (const { architecture } of start.assessments.filter(takes)) {
    const [file] = architecture.files;
    const find = (snapshot: Snapshot) =>
      snapshot.assessments.find((one) => one.architecture.files[0] === file && one.architecture.design.name === architecture.design.name);
    const written = await cutOf(now, harm, uris, find);
    if (written === undefined) continue;
    now = written.now;
    for (const [uri, text] of written.texts) texts.set(uri, text);
    for (const uri of written.where) count(counts, uri);
    cuts.push(written.cut);
  }
  return { texts, counts, cuts, after: now };
}

type Find = (snapshot: Snapshot) => Assessment | undefined;

async function cutOf(start: Snapshot, harm: string, uris: ReadonlySet<string>, find: Find) {
  const texts = new Map<string, string>();
  const written: WrittenMeasure[] = [];
  /** The file of each measure that was written. */
  const where: string[] = [];
  /** By measure, what was written for it already, as JSON. */
  const tried = new Map<string, Set<string>>();
  const assessment = find(start);
  const before = assessment === undefined ? undefined : waysOf(assessment, harm);
  if (assessment === undefined || before === undefined) return undefined;
  const unwritten = unwrittenOf(before.cut, assessment, start, uris, tried);
  let now = start;
  for (let round = 0; round < mostRounds; round++) {
    const at = find(now);
    if (at === undefined) break;
    const canWrite = (measure: Measure) => closingOf(measure, at, now, uris, tried) !== undefined;
    // The set that is told is taken wherever it can be, though another may be as small.
    const told = waysOf(at, harm)?.cut ?? [];
    const wanted = told.every(canWrite) ? told : (waysOf(at, harm, canWrite)?.cut ?? []);
    const closings = wanted.flatMap((measure) => {
      const closing = closingOf(measure, at, now, uris, tried);
      return closing === undefined ? [] : [{ ...closing, measure }];
    });
    const { edits, left } = merged(closings, now.sources);
    if (edits.length === 0) break;
    for (const { measure, by, edits: own } of closings.filter((one) => !left.includes(one))) {
      tried.set(measure.key, new Set([...(tried.get(measure.key) ?? []), JSON.stringify(by)]));
      written.push({ measure, by });
      where.push(own[0]!.uri);
    }
    const changed = textsAfter(edits, now);
    for (const [uri, text] of changed) texts.set(uri, text);
    now = await now.with({ files: changed });
  }
  const last = find(now) ?? assessment;
  const after = waysOf(last, harm)!;
  const cut = { design: assessment.architecture.design.name, before, written, unwritten, after };
  return { now, texts, where, cut: { ...cut, missing: unwrittenOf(after.cut, last, now, uris, tried) } satisfies CutWritten };
}

function waysOf(assessment: Assessment, harm: string, accepts?: (measure: Measure) => boolean): HarmWays | undefined {
  const all = accepts === undefined ? inquiriesOf(assessment).ways.now() : waysToHarms(inquiriesOf(assessment).steps.now(), accepts);
  return all.find((one) => one.harm.name === harm);
}

/** The best way to write a measure that was not tried yet. */
function closingOf(
  { key, leaf }: Measure,
  assessment: Assessment,
  snapshot: Snapshot,
  uris: ReadonlySet<string>,
  tried: ReadonlyMap<string, ReadonlySet<string>>,
): Closing | undefined {
  const all = closingsOf(leaf, assessment, snapshot.sources);
  if ('reason' in all) return undefined;
  return all.find(({ by, edits }) => tried.get(key)?.has(JSON.stringify(by)) !== true && edits.every(({ uri }) => uris.has(uri)));
}

function unwrittenOf(
  measures: readonly Measure[],
  assessment: Assessment,
  snapshot: Snapshot,
  uris: ReadonlySet<string>,
  tried: ReadonlyMap<string, ReadonlySet<string>>,
): UnwrittenMeasure[] {
  return measures.flatMap((measure): UnwrittenMeasure[] => {
    if (closingOf(measure, assessment, snapshot, uris, tried) !== undefined) return [];
    const all = closingsOf(measure.leaf, assessment, snapshot.sources);
    if ('reason' in all) return [{ measure, why: all }];
    const isElsewhere = all.every(({ edits }) => edits.some(({ uri }) => !uris.has(uri)));
    return [{ measure, why: { reason: isElsewhere ? 'elsewhere' : 'in vain', possible: all.map(({ by }) => by) } }];
  });
}
