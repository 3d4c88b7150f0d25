import { severities } from '../language/model/index.js';
import { openStates } from '../language/semantics/index.js';
import type { Assessment } from '../review/index.js';
import type { Baseline, KnownFinding } from './baseline.js';

/** The name of the form of a baseline file; a change that breaks readers raises the number. */
export const baselineSchema = 'meterlint-baseline/1';

/** The baseline of some reviews as the text of its file: sorted, a line for each finding, so that changes of it read well. */
export function writeBaseline(
  assessments: readonly Assessment[],
  version: string,
  /** The path of the file of a design, as seen from the folder of the baseline. */
  fileOf: (assessment: Assessment) => string,
): string {
  const requirements = new Set(assessments.flatMap(({ architecture }) => [...architecture.catalogue.requirements.keys()]));
  const findings = assessments.flatMap((assessment) => assessment.findings.map((finding) => ({ ...finding, file: fileOf(assessment) })));
  const fields = [
    `"schema": ${JSON.stringify(baselineSchema)}`,
    `"version": ${JSON.stringify(version)}`,
    `"requirements": ${listed([...requirements].map((name) => JSON.stringify(name)))}`,
    `"files": ${listed([...new Set(assessments.map(fileOf))].map((file) => JSON.stringify(file)))}`,
    `"findings": ${listed(findings.map(lineOf))}`,
  ];
  return `{\n  ${fields.join(',\n  ')}\n}\n`;
}

function lineOf({ id, file, state, severity }: KnownFinding): string {
  const fields = { id, file, state, severity };
  return `{ ${Object.entries(fields)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(', ')} }`;
}

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n    ${[...lines].sort().join(',\n    ')}\n  ]`;
}

/** Why a text is no baseline that can be read. */
export type BaselineFault =
  /** Some other file. */
  | { readonly kind: 'foreign' }
  /** Another file of Meterlint's; with the name of its form. */
  | { readonly kind: 'other'; readonly schema: string }
  /** A baseline of a version with another form. */
  | { readonly kind: 'form'; readonly schema: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'unparsed' }
  /** A part is not what it has to be; an entry of `findings` counts from 1. */
  | { readonly kind: 'broken'; readonly part: 'version' | 'requirements' | 'files' | 'findings' | { readonly entry: number } };

/** What a file says that should be a baseline, or what is wrong with it. */
export function readBaseline(text: string): Baseline | { readonly fault: BaselineFault } {
  const read = parsed(text);
  if ('fault' in read) return read;
  const { schema, version, requirements, files, findings } = read.fields;
  if (typeof schema !== 'string' || !schema.startsWith('meterlint-')) return { fault: { kind: 'foreign' } };
  if (!schema.startsWith('meterlint-baseline/')) return { fault: { kind: 'other', schema } };
  if (schema !== baselineSchema) return { fault: { kind: 'form', schema } };
  if (typeof version !== 'string') return { fault: { kind: 'broken', part: 'version' } };
  if (!Array.isArray(requirements) || !requirements.every((name) => typeof name === 'string')) {
    return { fault: { kind: 'broken', part: 'requirements' } };
  }
  if (files !== undefined && !(Array.isArray(files) && files.every((file) => typeof file === 'string'))) {
    return { fault: { kind: 'broken', part: 'files' } };
  }
  if (!Array.isArray(findings)) return { fault: { kind: 'broken', part: 'findings' } };
  const known: KnownFinding[] = [];
  for (const [index, finding] of findings.entries()) {
    if (!isKnownFinding(finding)) return { fault: { kind: 'broken', part: { entry: index + 1 } } };
    const { id, state, severity, file } = finding;
    known.push({ id, state, severity, ...(file === undefined ? {} : { file }) });
  }
  return { version, requirements, ...(files === undefined ? {} : { files }), findings: known };
}

function parsed(text: string): { readonly fields: Readonly<Record<string, unknown>> } | { readonly fault: BaselineFault } {
  if (/^(<<<<<<<|=======|>>>>>>>)/m.test(text)) return { fault: { kind: 'conflict' } };
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: { kind: 'foreign' } };
    return { fields: value as Readonly<Record<string, unknown>> };
  } catch {
    return { fault: { kind: 'unparsed' } };
  }
}

/** Whether a value of a file has what a finding is compared by. */
export function isKnownFinding(value: unknown): value is KnownFinding {
  if (typeof value !== 'object' || value === null) return false;
  const { id, state, severity, file } = value as Partial<Record<keyof KnownFinding, unknown>>;
  return (
    typeof id === 'string' &&
    (file === undefined || typeof file === 'string') &&
    (openStates as readonly unknown[]).includes(state) &&
    (severities as readonly unknown[]).includes(severity)
  );
}
