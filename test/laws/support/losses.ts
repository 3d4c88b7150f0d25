import { conditionWords } from '../../../language/semantics/index.js';
import { severities } from '../../../language/model/index.js';
import { isOpen, type Assessment, type Finding, type OpenState, type Result } from '../../../review/index.js';
import { imageOf, type Mutation } from './mutation.js';
import { isToldByOthers } from './tellers.js';

/** A finding that a design had and a changed one has no longer, or only more quietly. */
export interface Loss {
  readonly requirement: string;
  readonly finding: Finding;
  /** Where it would have to stand now. */
  readonly element: string;
  /** What the requirement comes to there now; undefined where it says nothing of the element. */
  readonly now: Result | undefined;
  /** `gone: met`, `hidden behind comm-cellular`, `milder: medium` */
  readonly how: string;
}

/** Planned and unknown are told as information and hint; what is missing and what is weak are equally loud. */
const loudness: Readonly<Record<OpenState, number>> = { planned: 0, unknown: 1, weak: 2, missing: 2 };

const rank = ({ severity }: { readonly severity: Finding['severity'] }) => severities.indexOf(severity);

/** Whether one finding says at least as much as another: not milder, not quieter. */
export function isAsLoud(one: Pick<Finding, 'severity' | 'state'>, other: Pick<Finding, 'severity' | 'state'>): boolean {
  return rank(one) <= rank(other) && loudness[one.state] >= loudness[other.state];
}

/**
 * The findings of a design that a changed design reports no longer. A finding stays when it is shown on the element that stands for its own, as loudly
 * as before, or when one of a requirement that refines it is shown as loudly and every way of closing that closes this one, too.
 */
export function losses(before: Assessment, after: Assessment, mutation: Mutation): Loss[] {
  const shown = new Map(after.findings.map((finding) => [keyOf(finding), finding]));
  const results = new Map(after.results.map((result) => [keyOf(result), result]));
  return before.findings.flatMap((finding) => {
    const images = imageOf(mutation, finding.element);
    const keys = images.map((element) => keyOf({ requirement: finding.requirement, element }));
    if (images.length === 0 || keys.some((key) => shown.has(key) && isAsLoud(shown.get(key)!, finding))) return [];
    if (keys.some((key) => isCarried(finding, results.get(key), after))) return [];
    const [element, key] = [images[0]!, keys[0]!];
    return [
      {
        requirement: finding.requirement,
        finding,
        element,
        now: results.get(key),
        how: howLost(finding, shown.get(key), results.get(key)),
      },
    ];
  });
}

const keyOf = ({ requirement, element }: { readonly requirement: string; readonly element: string }) => `${requirement} ${element}`;

/** A finding that is hidden now is carried where the others that tell it were no quieter than it was. */
function isCarried(finding: Finding, now: Result | undefined, after: Assessment): boolean {
  if (now?.gaps === undefined || now.open !== undefined || !isOpen(now.state)) return false;
  return isAsLoud({ severity: now.severity, state: now.state }, finding) && isToldByOthers(now, after);
}

function howLost(finding: Finding, shown: Finding | undefined, now: Result | undefined): string {
  if (shown !== undefined) {
    if (rank(shown) > rank(finding)) return `milder: ${finding.severity} becomes ${shown.severity}`;
    return `quieter: ${finding.state} becomes ${shown.state}`;
  }
  if (now === undefined) return 'gone: not asked';
  if (now.computed === 'not applicable') return `gone: not applicable, ${whyNot(now)}`;
  if (now.open === undefined && now.gaps !== undefined) return `hidden behind ${now.reportedBy.join(', ')}`;
  return `gone: ${now.state}`;
}

/** The condition that does not hold. */
export function whyNot({ reasons }: Result): string {
  const reason = reasons.find((one) => one.kind === 'condition' && one.truth === 'false');
  return reason?.kind === 'condition' ? conditionWords(reason.condition) : 'no line of it';
}
