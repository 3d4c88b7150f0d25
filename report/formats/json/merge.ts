import { schemaName } from './index.js';
import { isKnownFinding } from '../../../history/baseline-file.js';
import type { KnownFinding } from '../../../history/baseline.js';
import { inPlaceOrder } from '../../in-place-order.js';
import type { Location } from '../../locate.js';

/** A report of a shard as it was read from a file. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/** What of a finding in a JSON report is looked at; the rest is passed on as it is. */
export interface ReportedFinding extends KnownFinding {
  readonly design: string;
  readonly designFile: string;
  readonly requirement: string;
  readonly message: string;
  readonly location: Location;
}

export interface ReportedProblem {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly location: Location;
}

/** A JSON report, put together again. */
export interface MergedReport {
  readonly schema: string;
  readonly date: string | null;
  readonly designs: readonly { readonly name: string; readonly fragment: boolean; readonly files: readonly string[] }[];
  readonly findings: readonly ReportedFinding[];
  readonly decided: readonly unknown[];
  readonly problems: readonly ReportedProblem[];
}

interface ShardReport extends MergedReport {
  readonly shard: {
    readonly version: string;
    readonly index: number;
    readonly of: number;
    readonly date: string;
    readonly profile: string | null;
    readonly designs: readonly { readonly position: number; readonly findings: number; readonly decided: number }[];
  };
}

/** A message for the user. */
export interface NotMerged {
  readonly problem: string;
}

/** Puts the reports of all shards together as the whole would have been told, or says why they do not fit. */
export function mergeReports(parts: readonly ReportFile[]): MergedReport | NotMerged {
  const read: (ReportFile & { report: ShardReport })[] = [];
  for (const part of parts) {
    const report = readPart(part);
    if ('problem' in report) return report;
    read.push({ ...part, report });
  }
  const problem = disagreement(read);
  if (problem !== undefined) return { problem };
  const designs = read.flatMap(({ report }) => designsOf(report)).sort((one, other) => one.position - other.position);
  if (designs.some(({ position }, index) => position !== index)) {
    return { problem: 'the shards were not made from the same files: a design is missing or stands twice' };
  }
  const { schema, shard } = read[0]!.report;
  return {
    schema,
    date: designs.length === 0 ? null : shard.date,
    designs: designs.map(({ design }) => design),
    findings: designs.flatMap(({ findings }) => findings),
    decided: designs.flatMap(({ decided }) => decided),
    problems: read.flatMap(({ report }) => report.problems).sort(inPlaceOrder),
  };
}

/** Each design of a part with its share of the lists. */
function designsOf({ designs, findings, decided, shard }: ShardReport) {
  let [nextFinding, nextDecided] = [0, 0];
  return shard.designs.map((counts, index) => {
    const own = {
      position: counts.position,
      design: designs[index]!,
      findings: findings.slice(nextFinding, nextFinding + counts.findings),
      decided: decided.slice(nextDecided, nextDecided + counts.decided),
    };
    nextFinding += counts.findings;
    nextDecided += counts.decided;
    return own;
  });
}

/** What parts have to have in common, as one says it. */
const common = [
  ['version', 'was written by Meterlint'],
  ['of', 'is of a number of shards of'],
  ['date', 'compares dates with'],
  ['profile', 'reviews against the profile'],
] as const;

function disagreement(read: readonly (ReportFile & { report: ShardReport })[]): string | undefined {
  const [first, ...others] = read;
  if (first === undefined) return 'there is no report to merge';
  for (const [key, words] of common) {
    const other = others.find(({ report }) => report.shard[key] !== first.report.shard[key]);
    const value = (part: { report: ShardReport }) => part.report.shard[key] ?? "of the designs' own";
    if (other !== undefined) return `the reports do not fit: ${first.name} ${words} ${value(first)}, ${other.name} ${value(other)}`;
  }
  const { of } = first.report.shard;
  const names = new Map<number, string>();
  for (const { name, report } of read) {
    const { index } = report.shard;
    const before = names.get(index);
    if (before !== undefined) return `${before} and ${name} are both shard ${index} of ${of}`;
    names.set(index, name);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !names.has(index));
  if (missing.length > 0)
    return `of ${of} shards, ${missing.length === 1 ? 'number' : 'numbers'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`;
  return undefined;
}

function readPart({ name, text }: ReportFile): ShardReport | NotMerged {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: `${name} is not JSON, perhaps only half of it is there` };
  }
  const { schema, shard } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (typeof schema !== 'string' || !schema.startsWith('meterlint-findings/')) {
    return { problem: `${name} is no JSON report of \`meterlint check\`` };
  }
  if (schema !== schemaName) return { problem: `${name} has the form ${schema}, and this version of Meterlint reads ${schemaName}` };
  if (shard === undefined)
    return { problem: `${name} is the report of everything, not of a shard: \`check --shard I/N --format json\` writes one` };
  return isShardReport(value) ? value : { problem: `${name} is broken: what it says of its shard does not fit what it holds` };
}

function isShardReport(value: unknown): value is ShardReport {
  const { designs, findings, decided, problems, shard } = value as Readonly<Record<string, unknown>>;
  const lists = [designs, findings, decided, problems];
  if (!lists.every((list) => Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null))) return false;
  if (typeof shard !== 'object' || shard === null) return false;
  const { index, of, designs: counts } = shard as Readonly<Record<string, unknown>>;
  if (!isCount(index) || !isCount(of) || index < 1 || index > of || of > 1000 || !Array.isArray(counts)) return false;
  const sums = { findings: 0, decided: 0 };
  for (const one of counts as unknown[]) {
    const count = one as Readonly<Record<string, unknown>> | null;
    if (typeof count !== 'object' || count === null || ![count['position'], count['findings'], count['decided']].every(isCount))
      return false;
    sums.findings += count['findings'] as number;
    sums.decided += count['decided'] as number;
  }
  const problemsFit = (problems as unknown[]).every((one) => hasPlace(one) && isText(one, ['code', 'severity', 'message']));
  const findingsFit = (findings as unknown[]).every(
    (one) => hasPlace(one) && isText(one, ['design', 'designFile', 'requirement', 'message']) && isKnownFinding(one),
  );
  return (
    problemsFit &&
    findingsFit &&
    counts.length === (designs as unknown[]).length &&
    sums.findings === (findings as unknown[]).length &&
    sums.decided === (decided as unknown[]).length
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isText(value: unknown, keys: readonly string[]): boolean {
  return keys.every((key) => typeof (value as Readonly<Record<string, unknown>>)[key] === 'string');
}

function hasPlace(value: unknown): boolean {
  const { location } = value as Partial<ReportedProblem>;
  return typeof location === 'object' && typeof location.file === 'string' && typeof location.line === 'number';
}
