import type { Decision } from '../language/model/index.js';
import { isOpen, type Assessment, type Finding, type Reason, type Result } from '../review/index.js';
import { failsWords, holdsWords, plain } from './conditions.js';
import { findingDetail, openSentence } from './message.js';
import { shortened } from './open/limited.js';
import { metWords } from './reasons.js';

/** A requirement with why it stands as it does. */
export interface Told {
  readonly requirement: string;
  readonly words: string;
}

/** How every requirement stands on one element, each state with why. */
export interface Standing {
  /** In the one order. */
  readonly open: readonly (Told & { readonly finding: Finding })[];
  /** Open, and told with another requirement. */
  readonly elsewhere: readonly Told[];
  readonly decided: readonly (Told & { readonly state: 'accepted' | 'excluded' })[];
  readonly met: readonly Told[];
  /** By the fact that keeps them away, the most frequent first. */
  readonly notApplicable: readonly { readonly why: string; readonly requirements: readonly string[] }[];
}

export function standingOf(element: string, assessment: Assessment): Standing {
  const results = assessment.results.filter((result) => result.element === element);
  const findings = assessment.findings.filter((finding) => finding.element === element);
  const found = new Set(findings.map(({ requirement }) => requirement));
  return {
    open: findings.map((finding) => ({
      requirement: finding.requirement,
      words: [`${openSentence(finding, assessment)}.`, ...findingDetail(finding, assessment).slice(1)].join(' '),
      finding,
    })),
    elsewhere: results
      .filter(({ state, requirement }) => isOpen(state) && !found.has(requirement))
      .map(({ requirement, reportedBy }) => ({ requirement, words: `told with ${reportedBy.join(', ')}` })),
    decided: results.flatMap(({ requirement, state, decision }) =>
      state === 'accepted' || state === 'excluded' ? [{ requirement, state, words: decisionWords(decision) }] : [],
    ),
    met: results
      .filter(({ state }) => state === 'met')
      .map(({ requirement, reasons }) => ({ requirement, words: metWords(reasons, element) })),
    notApplicable: grouped(results.filter(({ state }) => state === 'not applicable')),
  };
}

function decisionWords(decision: Decision | undefined): string {
  const { until, because, by } = decision ?? {};
  const parts = [because ?? 'no reason is given', by && `by ${by}`, until && `until ${until}`];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

function grouped(results: readonly Result[]): Standing['notApplicable'] {
  const groups = new Map<string, string[]>();
  for (const { requirement, reasons } of results) {
    const why = whyNot(reasons[0]);
    const group = groups.get(why);
    if (group === undefined) groups.set(why, [requirement]);
    else group.push(requirement);
  }
  return [...groups].map(([why, requirements]) => ({ why, requirements })).sort((a, b) => b.requirements.length - a.requirements.length);
}

/** The fact that keeps a requirement away: `is a relay`, `remote-switch = none`. */
function whyNot(reason: Reason | undefined): string {
  if (reason?.kind !== 'condition') return 'nothing here is asked for';
  const { condition, facts } = reason;
  switch (condition.kind) {
    case 'not':
      return shortened(holdsWords(condition.operand), 90);
    case 'compare':
    case 'set':
      return facts[0] ?? failsWords(condition);
    case 'is':
      // Which kind each requirement is about says less than how many there are.
      return 'is about another kind';
    case 'carries':
    case 'stores':
    case 'sees':
      return `${condition.kind} no ${plain(condition.dataClass)}`;
    case 'in':
      return `is not in ${plain(condition.zoneKind)}`;
    case 'crosses':
      return `crosses no border of a ${condition.border}`;
    default:
      return shortened(failsWords(condition), 90);
  }
}
