import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Architecture, Catalogue } from '../../language/model/index.js';
import { isOpen, review, type Assessment } from '../../review/index.js';
import { createWorkspace, root } from '../support/workspace.js';

/** The AMI failure scenarios of NESCOR, each as a design in which it can happen and its twin with the mitigations. */
const folder = path.join(root, 'test/accuracy/nescor');
const reviewDate = '2026-11-24';
/** These report what is missing of a whole baseline, as one finding that lists it. */
const groups = ['gov-baseline', 'gov-device', 'gov-organisation', 'gov-system'];
const twins = ['weak', 'mitigated'] as const;
type Twin = (typeof twins)[number];

export interface Scenario {
  readonly scenario: string;
  /** How many findings the weak design was written for. */
  readonly expected: number;
  /** How many of them the review reports as missing or weak, by themselves or in the list of a finding for a whole baseline. */
  readonly found: number;
  /** What the scenario's requirements report besides. */
  readonly unexpected: string[];
  /** What the scenario's requirements leave open in the mitigated design, reported or not. */
  readonly left: string[];
}

/** What stands in the comment block that a design begins with. */
export interface Head {
  readonly scenario: string;
  readonly judged: readonly string[];
  /** `REQUIREMENT on ELEMENT`. */
  readonly expected: readonly string[];
}

export interface Reviewed {
  readonly head: Head;
  /** Validation errors that make the file wrong or incomplete. */
  readonly errors: readonly string[];
  readonly architecture: Architecture;
  readonly assessment: Assessment;
}

export interface Reviews {
  readonly catalogue: Catalogue;
  readonly scenarios: readonly { readonly number: number; readonly weak: Reviewed; readonly mitigated: Reviewed }[];
}

export const nescorFiles = (): string[] => readdirSync(folder).sort();
export const nescorFile = (number: number, twin: Twin) => `ami-${String(number).padStart(2, '0')}-${twin}.meter`;

const told = ({ requirement, element }: { readonly requirement: string; readonly element: string }) => `${requirement} on ${element}`;

function headOf(text: string): Head {
  const lines = text.split('\n');
  const block = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('//')),
  );
  const behind = (mark: string, among: readonly string[]) =>
    among.flatMap((line) => (line.startsWith(`// ${mark} `) ? [line.slice(mark.length + 4)] : []));
  for (const mark of ['scenario', 'judged', 'expect']) {
    assert.deepEqual(behind(mark, lines.slice(block.length)), [], 'stands behind the block at the beginning');
  }
  const expected = behind('expect', block);
  for (const line of expected) assert.match(line, /^\S+ on \S+$/, 'not an expectation');
  const scenario = behind('scenario', block).join(' ');
  return { scenario, judged: behind('judged', block).join(', ').split(', '), expected };
}

/** Reviews all designs of the folder that have their twin. */
export async function nescorReviews(): Promise<Reviews> {
  const files = nescorFiles();
  const texts = new Map(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  const workspace = await createWorkspace(Object.fromEntries(texts));
  const designs = workspace.shared.meter.Designs;
  const architectures = new Map(designs.all().map((architecture) => [architecture.files[0]!, architecture]));
  const reviewed = (file: string): Reviewed => {
    const document = workspace.document(file);
    const architecture = architectures.get(workspace.uri(file).toString());
    assert.ok(architecture !== undefined && !architecture.design.implicit, `${file} holds no design`);
    return {
      head: headOf(texts.get(file)!),
      errors: [
        ...document.parseResult.lexerErrors.map(({ message }) => message),
        ...document.parseResult.parserErrors.map(({ message }) => message),
        ...workspace.mistakes(file).flatMap(({ severity, message }) => (severity === 'error' ? [message] : [])),
      ],
      architecture,
      assessment: review(architecture, reviewDate, ['x1332']),
    };
  };
  const numbers = new Set(files.map((file) => Number(/\d+/.exec(file)?.[0])));
  const complete = [...numbers].filter((number) => twins.every((twin) => texts.has(nescorFile(number, twin))));
  return {
    catalogue: designs.catalogue(),
    scenarios: complete.map((number) => ({
      number,
      weak: reviewed(nescorFile(number, 'weak')),
      mitigated: reviewed(nescorFile(number, 'mitigated')),
    })),
  };
}

/** What the review says of each scenario, by its requirements alone. */
export async function nescorScenarios(): Promise<Scenario[]> {
  const { scenarios } = await nescorReviews();
  return scenarios.map(({ weak, mitigated }) => {
    const { scenario, judged, expected } = weak.head;
    const reported = weak.assessment.findings.filter(({ requirement }) => judged.includes(requirement));
    const listed = weak.assessment.results.filter(({ reportedBy }) => reportedBy.some((one) => groups.includes(one)));
    const failed = new Set([...reported, ...listed].filter(({ state }) => state === 'missing' || state === 'weak').map(told));
    const open = mitigated.assessment.results.filter(({ requirement, state }) => judged.includes(requirement) && isOpen(state));
    return {
      scenario,
      expected: expected.length,
      found: expected.filter((one) => failed.has(one)).length,
      unexpected: reported.map(told).filter((one) => !expected.includes(one)),
      left: open.map(told),
    };
  });
}
