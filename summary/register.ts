import { compareSeverities, compareStates, coverOf, demandsOf, lacking, targetWords } from '../language/semantics/index.js';
import type { Architecture, Decision, Severity } from '../language/model/index.js';
import type { Assessment, ComputedState, Result } from '../review/index.js';

/**
 * What a decision does for one pair: it covers it, its day is over, or nothing is open there that it could cover (another decision
 * may say the same). An incomplete one lacks what a profile demands; a refused one stands in a file that may hold no decisions.
 */
export type DecisionStanding = (typeof decisionStandings)[number];
export const decisionStandings = ['in force', 'past', 'incomplete', 'without effect', 'refused'] as const;

/** One requirement on what one target names, that somebody decided to accept or to exclude. */
export interface RegisterEntry {
  readonly design: string;
  readonly designOwner: string | undefined;
  readonly requirement: string;
  /** The requirement's title, else its id. */
  readonly title: string;
  /** As it is written: an element, `ZONE and within`, `every KIND`. */
  readonly element: string;
  /** The elements on which the decision is what counts. */
  readonly covers: readonly string[];
  readonly verb: Decision['verb'];
  readonly standing: DecisionStanding;
  readonly reason: string | undefined;
  readonly owner: string | undefined;
  /** The last day, `YYYY-MM-DD`; undefined where the decision has no end. */
  readonly until: string | undefined;
  /** Days from the day of the review to the last one: 0 on the last day, negative afterwards; undefined where there is no end. */
  readonly daysLeft: number | undefined;
  /** What the review finds there, whatever was decided, at the worst of its elements; undefined where the requirement is asked of none. */
  readonly computed: ComputedState | undefined;
  readonly severity: Severity | undefined;
  readonly decision: Decision;
}

/** Every decision of the reviewed designs, a row for each requirement and target that it names, in the order of designs, files and lines. */
export function decisionRegister(assessments: readonly Assessment[]): RegisterEntry[] {
  return assessments.flatMap((assessment) => {
    const { architecture, date } = assessment;
    const refused = new Set(architecture.refused);
    const decisions = [...architecture.decisions, ...refused].sort(inOrderOf(architecture));
    if (decisions.length === 0) return [];
    const results = new Map(assessment.results.map((result) => [`${result.requirement} ${result.element}`, result]));
    const demands = demandsOf(assessment.profiles, architecture.catalogue).map(({ clause }) => clause);
    return decisions.flatMap((decision) => {
      const daysLeft = decision.until === undefined ? undefined : daysBetween(date, decision.until);
      return decision.requirements.flatMap((requirement) =>
        decision.targets.map((target): RegisterEntry => {
          const found = coverOf(target, architecture).flatMap((element) => results.get(`${requirement} ${element}`) ?? []);
          const covers = found.filter((result) => result.decision === decision).map(({ element }) => element);
          const lacks = lacking(decision, demands).length > 0;
          const isPast = decision.until !== undefined && decision.until < date;
          return {
            design: architecture.design.name,
            designOwner: architecture.design.owner,
            requirement,
            title: architecture.catalogue.requirements.get(requirement)?.title ?? requirement,
            element: targetWords(target),
            covers,
            verb: decision.verb,
            standing: refused.has(decision)
              ? 'refused'
              : isPast
                ? 'past'
                : lacks
                  ? 'incomplete'
                  : covers.length > 0
                    ? 'in force'
                    : 'without effect',
            reason: decision.because,
            owner: decision.by,
            until: decision.until,
            daysLeft,
            ...worstOf(found),
            decision,
          };
        }),
      );
    });
  });
}

function worstOf(results: readonly Result[]): Pick<RegisterEntry, 'computed' | 'severity'> {
  const [worst] = results.toSorted(
    (one, other) => compareStates(one.computed, other.computed) || compareSeverities(one.severity, other.severity),
  );
  return { computed: worst?.computed, severity: worst?.severity };
}

/** Of a register how many entries stand how, and which of those in force ends first. */
export interface RegisterCount {
  /** In the order of `standings`, without what there is none of. */
  readonly counts: readonly { readonly standing: DecisionStanding; readonly count: number }[];
  readonly next: { readonly until: string; readonly daysLeft: number } | undefined;
}

export function countRegister(entries: readonly RegisterEntry[]): RegisterCount {
  const [next] = entries
    .flatMap(({ standing, until, daysLeft }) =>
      standing === 'in force' && until !== undefined && daysLeft !== undefined ? [{ until, daysLeft }] : [],
    )
    .sort((one, other) => one.daysLeft - other.daysLeft);
  const counts = decisionStandings.map((standing) => ({ standing, count: entries.filter((entry) => entry.standing === standing).length }));
  return { counts: counts.filter(({ count }) => count > 0), next };
}

/** By file; within one they are in order, and all of them count or none. */
function inOrderOf({ files }: Architecture) {
  const rank = ({ file }: Decision) => files.indexOf(file);
  return (one: Decision, other: Decision) => rank(one) - rank(other);
}

/** Undefined where one of them is in no calendar. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return start === undefined || end === undefined ? undefined : end - start;
}

function dayNumber(day: string): number | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  // The thirty-first of February is taken for a day in March.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? undefined : time / 86_400_000;
}
