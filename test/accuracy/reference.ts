import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Architecture } from '../../language/model/index.js';
import { review, type Assessment, type Finding } from '../../review/index.js';
import { createWorkspace, root, type Workspace } from '../support/workspace.js';

const folder = path.join(root, 'examples/reference');
const reviewDate = '2026-11-24';

/** How well the review does on one reference file. Findings and prohibitions read `REQUIREMENT on ELEMENT`. */
export interface ReferenceCase {
  readonly case: string;
  readonly file: string;
  readonly expected: number;
  readonly found: number;
  readonly missed: string[];
  readonly unexpected: string[];
  readonly forbidden: string[];
}

/** What the comment block at the head of a file says of its review. */
export interface ReferenceHead {
  readonly expected: readonly string[];
  /** A requirement, or a requirement on one element, that must not be reported. */
  readonly forbidden: readonly string[];
  readonly notApplicable: readonly string[];
}

export interface ReferenceFile {
  readonly case: string;
  readonly file: string;
  readonly text: string;
  readonly head: ReferenceHead;
  readonly architecture: Architecture;
  readonly assessment: Assessment;
}

export interface ReferenceSet {
  readonly workspace: Workspace;
  /** All files below the folder, with the fragments that hold no design. */
  readonly paths: readonly string[];
  readonly files: readonly ReferenceFile[];
}

const pair = /^\S+ on \S+$/;
const pairOrRequirement = /^\S+( on \S+)?$/;

/** Reads the expectations; whatever starts like one and is none is an error, so that a slip cannot pass as prose. */
export function headOf(text: string): ReferenceHead {
  const head: Record<'expect' | 'forbid' | 'not-applicable', string[]> = { expect: [], forbid: [], 'not-applicable': [] };
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  for (const [index, line] of lines.entries()) {
    const [, word, told] = /^\/\/ ?(expect|forbid|not-applicable)\b(.*)$/.exec(line) ?? [];
    if (word !== 'expect' && word !== 'forbid' && word !== 'not-applicable') continue;
    const what = told!.trim();
    const form = word === 'forbid' ? pairOrRequirement : pair;
    if (index >= end || !form.test(what) || head[word].includes(what)) throw new Error(`not an expectation: ${line}`);
    head[word].push(what);
  }
  return { expected: head.expect, forbidden: head.forbid, notApplicable: head['not-applicable'] };
}

export const pairOf = ({ requirement, element }: { requirement: string; element: string }) => `${requirement} on ${element}`;

/** What counts as reported: information does not, unless it stands for something unknown. */
export const isReported = ({ severity, state }: Pick<Finding, 'severity' | 'state'>) => severity !== 'info' || state === 'unknown';

/** Compares a head with what was reported, pairs as `REQUIREMENT on ELEMENT`. */
export function scoreOf(head: ReferenceHead, reported: readonly string[]) {
  const missed = head.expected.filter((one) => !reported.includes(one));
  return {
    expected: head.expected.length,
    found: head.expected.length - missed.length,
    missed,
    unexpected: reported.filter((one) => !head.expected.includes(one)),
    forbidden: reported.filter((one) => head.forbidden.some((what) => one === what || one.startsWith(`${what} on `))),
  };
}

/** All reference files in one workspace, each design reviewed. */
export async function referenceSet(): Promise<ReferenceSet> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.meter'))
    .sort();
  const texts = new Map(paths.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  const workspace = await createWorkspace(Object.fromEntries(texts));
  const architectures = new Map(workspace.shared.meter.Designs.all().map((architecture) => [architecture.files[0], architecture]));
  const files = paths.flatMap((at): ReferenceFile[] => {
    const architecture = architectures.get(workspace.uri(at).toString());
    if (architecture === undefined || architecture.design.implicit) return [];
    const text = texts.get(at)!;
    const assessment = review(architecture, reviewDate, ['x1332']);
    return [{ case: path.posix.dirname(at), file: path.posix.basename(at), text, head: headOf(text), architecture, assessment }];
  });
  return { workspace, paths, files };
}

/** How well the review does on each reference file. */
export async function referenceCases(): Promise<ReferenceCase[]> {
  const { files } = await referenceSet();
  return files.map(({ case: name, file, head, assessment }) => ({
    case: name,
    file,
    ...scoreOf(head, assessment.findings.filter(isReported).map(pairOf)),
  }));
}
