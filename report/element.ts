import type { Decision } from '../language/model/index.js';
import type { Assessment, Finding } from '../review/index.js';
import { resultsOfElement, type ElementResults } from '../summary/element-results.js';
import { failsWords, holdsWords, plainName } from './conditions.js';
import { factWords } from './facts.js';
import { findingDetail, openSentence } from './message.js';
import { shortened } from './open/limited.js';
import { metWords } from './reasons.js';

/** A requirement with why it stands as it does. */
export interface ToldRequirement {
  readonly requirement: string;
  readonly words: string;
}

/** How every requirement stands on one element, each state with why. */
export interface ToldElement {
  /** In the one order. */
  readonly open: readonly (ToldRequirement & { readonly finding: Finding })[];
  /** Open, and reported with another requirement. */
  readonly elsewhere: readonly ToldRequirement[];
  readonly decided: readonly (ToldRequirement & { readonly state: 'accepted' | 'excluded' })[];
  readonly met: readonly ToldRequirement[];
  /** By the fact that keeps them away, the most frequent first. */
  readonly notApplicable: readonly { readonly why: string; readonly requirements: readonly string[] }[];
}

export function tellElement(element: string, assessment: Assessment): ToldElement {
  const { open, elsewhere, decided, met, notApplicable } = resultsOfElement(element, assessment);
  return {
    open: open.map((finding) => ({
      requirement: finding.requirement,
      words: [`${openSentence(finding, assessment)}.`, ...findingDetail(finding, assessment).slice(1)].join(' '),
      finding,
    })),
    elsewhere: elsewhere.map(({ requirement, reportedBy }) => ({ requirement, words: `reported with ${reportedBy.join(', ')}` })),
    decided: decided.map(({ requirement, state, decision }) => ({ requirement, state, words: decisionWords(decision) })),
    met: met.map(({ requirement, reasons }) => ({ requirement, words: metWords(reasons, element) })),
    notApplicable: grouped(notApplicable),
  };
}

function decisionWords(decision: Decision | undefined): string {
  const { until, because, by } = decision ?? {};
  const parts = [because ?? 'no reason is given', by && `by ${by}`, until && `until ${until}`];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** What is told in the same words stands in one group. */
function grouped(left: ElementResults['notApplicable']): ToldElement['notApplicable'] {
  const groups = new Map<string, string[]>();
  for (const { requirement, because } of left) {
    const why = whyNot(because);
    const group = groups.get(why);
    if (group === undefined) groups.set(why, [requirement]);
    else group.push(requirement);
  }
  return [...groups].map(([why, requirements]) => ({ why, requirements })).sort((a, b) => b.requirements.length - a.requirements.length);
}

/** The fact that keeps a requirement away: `is a relay`, `remote-switch = none`. */
function whyNot(reason: ElementResults['notApplicable'][number]['because']): string {
  if (reason === undefined) return 'nothing here is asked for';
  const { condition, facts } = reason;
  switch (condition.kind) {
    case 'not':
      return shortened(holdsWords(condition.operand), 90);
    case 'compare':
    case 'set':
      return facts[0] === undefined ? failsWords(condition) : factWords(facts[0]);
    case 'is':
      // Which kind each requirement is about says less than how many there are.
      return 'is about another kind';
    case 'carries':
    case 'stores':
    case 'sees':
      return `${condition.kind} no ${plainName(condition.dataClass)}`;
    case 'in':
      return `is not in ${plainName(condition.zoneKind)}`;
    case 'crosses':
      return `crosses no trust boundary of a ${condition.border}`;
    default:
      return shortened(failsWords(condition), 90);
  }
}
