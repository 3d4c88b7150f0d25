import { severities } from '../language/model/index.js';
import { openStates } from '../language/semantics/index.js';
import type { Assessment } from '../review/index.js';
import type { Baseline, KnownFinding } from './baseline.js';

/** The name of the form of a baseline file; a change that breaks readers raises the number. */
export const baselineSchema = 'meterlint-baseline/1';

/** The baseline of some reviews as the text of its file: sorted, a line for each finding, so that changes of it read well. */
export function writeBaseline(assessments: readonly Assessment[], version: string): string {
  const requirements = new Set(assessments.flatMap(({ architecture }) => [...architecture.catalogue.requirements.keys()]));
  const findings = assessments.flatMap((assessment) => assessment.findings);
  const fields = [
    `"schema": ${JSON.stringify(baselineSchema)}`,
    `"version": ${JSON.stringify(version)}`,
    `"requirements": ${listed([...requirements].map((name) => JSON.stringify(name)))}`,
    `"findings": ${listed(findings.map(lineOf))}`,
  ];
  return `{\n  ${fields.join(',\n  ')}\n}\n`;
}

function lineOf({ id, state, severity }: KnownFinding): string {
  return `{ "id": ${JSON.stringify(id)}, "state": ${JSON.stringify(state)}, "severity": ${JSON.stringify(severity)} }`;
}

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n    ${[...lines].sort().join(',\n    ')}\n  ]`;
}

/** What a file says that should be a baseline, or what is wrong with it: the rest of a sentence that begins with its name. */
export function readBaseline(text: string): Baseline | { readonly problem: string } {
  const read = parsed(text);
  if (typeof read === 'string') return { problem: read };
  const { schema, version, requirements, findings } = read;
  if (typeof schema !== 'string' || !schema.startsWith('meterlint-')) return { problem: `is no baseline of Meterlint. ${howTo}` };
  if (!schema.startsWith('meterlint-baseline/')) return { problem: `is no baseline but ${schema}. ${howTo}` };
  if (schema !== baselineSchema) {
    return { problem: `has the form ${schema}, and this version of Meterlint reads ${baselineSchema}. Update Meterlint, or write it anew` };
  }
  if (typeof version !== 'string') return { problem: broken('"version"', 'a text') };
  if (!Array.isArray(requirements) || !requirements.every((name) => typeof name === 'string')) {
    return { problem: broken('"requirements"', 'a list of ids') };
  }
  if (!Array.isArray(findings)) return { problem: broken('"findings"', 'a list') };
  const known: KnownFinding[] = [];
  for (const [index, finding] of findings.entries()) {
    if (!isKnownFinding(finding)) return { problem: broken(`entry ${index + 1} of "findings"`, 'an object with id, state and severity') };
    known.push({ id: finding.id, state: finding.state, severity: finding.severity });
  }
  return { version, requirements, findings: known };
}

const howTo = '`meterlint baseline` writes one';

function broken(where: string, what: string): string {
  return `is a broken baseline: ${where} is not ${what}. ${howTo}`;
}

function parsed(text: string): Readonly<Record<string, unknown>> | string {
  if (/^(<<<<<<<|=======|>>>>>>>)/m.test(text)) return `holds a merge that was not resolved. ${howTo} anew`;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `is no baseline of Meterlint. ${howTo}`;
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return `is not JSON, perhaps only half of it is there. ${howTo}`;
  }
}

/** Whether a value of a file has what a finding is compared by. */
export function isKnownFinding(value: unknown): value is KnownFinding {
  if (typeof value !== 'object' || value === null) return false;
  const { id, state, severity } = value as Partial<Record<keyof KnownFinding, unknown>>;
  return (
    typeof id === 'string' && (openStates as readonly unknown[]).includes(state) && (severities as readonly unknown[]).includes(severity)
  );
}
