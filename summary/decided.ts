import type { ControlUse, Decision, Severity } from '../language/model/index.js';
import { compareSeverities } from '../language/semantics/index.js';
import type { Assessment } from '../review/index.js';
import { statedControls } from './evidence.js';
import { daysBetween, decisionRegister, type DecisionStanding, type RegisterEntry } from './register.js';

/** What somebody has to look at, by what it is; what is over its day comes first, whatever it was. */
export const decidedSorts = ['overdue', 'idle', 'accepted', 'excluded', 'planned'] as const;
export type DecidedSort = (typeof decidedSorts)[number];

interface Common {
  readonly sort: DecidedSort;
  /** The same as long as it is about the same, also where its day changes. */
  readonly key: string;
  /** The last day, `YYYY-MM-DD`; undefined where there is none. */
  readonly until: string | undefined;
  /** 0 on the last day, negative afterwards. */
  readonly daysLeft: number | undefined;
}

/** An `accept` or `exclude` as it is written, with everything that it names. */
export interface DecidedRisk extends Common {
  readonly kind: 'decision';
  readonly statement: Decision;
  readonly standing: DecisionStanding;
  readonly entries: readonly RegisterEntry[];
  readonly severity: Severity | undefined;
}

/** A control that is planned. */
export interface PlannedControl extends Common {
  readonly kind: 'plan';
  readonly statement: ControlUse;
  readonly element: string;
  readonly assessment: Assessment;
}

export type Decided = DecidedRisk | PlannedControl;

const farthest = Number.MAX_SAFE_INTEGER;

/** Every decision and every plan of some designs, each once, what ends first before the others and what has no end behind them. */
export function decidedIn(assessments: readonly Assessment[]): Decided[] {
  return numbered([...decisionsIn(assessments), ...plansIn(assessments)]).sort(
    (one, other) =>
      decidedSorts.indexOf(one.sort) - decidedSorts.indexOf(other.sort) || (one.daysLeft ?? farthest) - (other.daysLeft ?? farthest),
  );
}

function decisionsIn(assessments: readonly Assessment[]): DecidedRisk[] {
  const byDecision = new Map<Decision, RegisterEntry[]>();
  for (const entry of decisionRegister(assessments)) {
    byDecision.set(entry.decision, [...(byDecision.get(entry.decision) ?? []), entry]);
  }
  return [...byDecision].map(([statement, entries]): DecidedRisk => {
    const standing = standingOf(entries);
    const severities = entries.flatMap(({ severity }) => severity ?? []).sort(compareSeverities);
    return {
      kind: 'decision',
      sort: standing === 'past' ? 'overdue' : standing !== 'in force' ? 'idle' : statement.verb === 'accept' ? 'accepted' : 'excluded',
      key: `${statement.file} ${statement.verb} ${statement.requirements.join(',')} ${entries.map(({ element }) => element).join(',')}`,
      until: statement.until,
      daysLeft: entries[0]!.daysLeft,
      statement,
      standing,
      entries,
      severity: severities[0],
    };
  });
}

/** One statement may do something for one of the elements that it names, and nothing for another: what it does counts. */
function standingOf(entries: readonly RegisterEntry[]): DecisionStanding {
  const found = new Set(entries.map(({ standing }) => standing));
  return (['in force', 'past', 'incomplete', 'refused'] as const).find((standing) => found.has(standing)) ?? 'without effect';
}

function plansIn(assessments: readonly Assessment[]): PlannedControl[] {
  // What two designs import is planned once.
  const seen = new Set<ControlUse>();
  return assessments.flatMap((assessment) =>
    statedControls(assessment.architecture).flatMap(({ statement, element, due }): PlannedControl[] => {
      if (!statement.planned || seen.has(statement)) return [];
      seen.add(statement);
      const daysLeft = due === undefined ? undefined : daysBetween(assessment.date, due);
      const sort = due !== undefined && due < assessment.date ? 'overdue' : 'planned';
      const key = `${assessment.architecture.files[0]} ${element} ${statement.control}`;
      return [{ kind: 'plan', sort, key, until: due, daysLeft, statement, element, assessment }];
    }),
  );
}

/** Two that are about the same get a number behind their key. */
function numbered(all: readonly Decided[]): Decided[] {
  const counts = new Map<string, number>();
  return all.map((one) => {
    const count = (counts.get(one.key) ?? 0) + 1;
    counts.set(one.key, count);
    return count === 1 ? one : { ...one, key: `${one.key} ${count}` };
  });
}
