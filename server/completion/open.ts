import { withImplied } from '../../language/semantics/index.js';
import { severities, type Severity } from '../../language/model/index.js';
import { type Evaluator, isUnplaced, leavesOf, type Finding, type Leaf } from '../../review/index.js';
import { isClosedBy } from '../../review/gaps.js';
import { assessmentsOf, elementOf, type Situation } from './situation.js';
import { some } from './offer.js';

/** A finding that something on the element under the cursor could close or help to close. */
export interface ClosableFinding {
  readonly requirement: string;
  readonly severity: Severity;
  readonly leaves: readonly Leaf[];
  readonly finding: Finding;
}

/** What is open on the element under the cursor, whichever element the finding stands on. */
export function wantedHere(situation: Situation): ClosableFinding[] {
  const element = elementOf(situation);
  if (element === undefined) return [];
  const found = new Map<string, ClosableFinding>();
  for (const { findings } of assessmentsOf(situation)) {
    for (const finding of findings) {
      const leaves = leavesOf(finding.gaps).filter((leaf) => leaf.element === element.name && !isUnplaced(leaf));
      const key = `${finding.requirement} ${finding.element}`;
      if (leaves.length > 0 && !found.has(key)) {
        found.set(key, { requirement: finding.requirement, severity: finding.severity, leaves, finding });
      }
    }
  }
  return [...found.values()];
}

export interface Effect {
  /** Requirements of which a finding would be closed, and of which a part would be. */
  readonly closes: readonly string[];
  readonly helps: readonly string[];
  /** The worst severity of those, as an index. */
  readonly worst: number;
}

/** What it would close if the element under the cursor had some controls. */
export function effectOf(wanted: readonly ClosableFinding[], has: (control: string) => boolean): Effect {
  const closes = new Set<string>();
  const helps = new Set<string>();
  let worst: number = severities.length;
  for (const { requirement, severity, leaves, finding } of wanted) {
    const met = (leaf: Leaf) => leaf.kind === 'control' && leaves.includes(leaf) && has(leaf.control);
    if (!leaves.some(met)) continue;
    worst = Math.min(worst, severities.indexOf(severity));
    (isClosedBy(finding.gaps, met) ? closes : helps).add(requirement);
  }
  return { closes: [...closes], helps: [...helps].filter((one) => !closes.has(one)), worst };
}

export function effectWords({ closes, helps }: Effect): string | undefined {
  if (closes.length > 0) return `closes ${some(closes)}`;
  return helps.length > 0 ? `helps with ${some(helps)}` : undefined;
}

/** Whether a control is or implies another one. */
export function brings(control: string, other: string, { catalogue }: Situation): boolean {
  return withImplied(control, catalogue).includes(other);
}

/** What mechanisms grant; undefined where no design is there to judge by. */
export function grantsOf({ snapshot, designs }: Situation): Evaluator['grants'] | undefined {
  const [design] = designs.length > 0 ? designs : snapshot.designs;
  return design === undefined ? undefined : snapshot.evaluatorOf(design).grants;
}
