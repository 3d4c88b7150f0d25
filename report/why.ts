import type { Finding, Reason } from '../review/index.js';
import { holdsWords } from './conditions.js';
import { listed } from './words.js';

type ConditionReason = Extract<Reason, { kind: 'condition' }>;

/** The facts that make the requirement apply: what is carried, crossed, used. */
export function whyHere(finding: Pick<Finding, 'reasons'>): string {
  const told = finding.reasons.flatMap((reason) => (reason.kind === 'condition' && reason.truth === 'true' ? factWords(reason) : []));
  return listed([...new Set(told)].slice(0, 4), 'and');
}

function factWords(reason: ConditionReason): string[] {
  const { condition, facts } = reason;
  switch (condition.kind) {
    case 'is':
    case 'not':
      return [];
    case 'carries':
      return facts.length === 0
        ? []
        : [
            `it carries ${listed(
              facts.map((fact) => fact.slice('carries '.length)),
              'and',
            )} (${condition.dataClass.replaceAll('-', ' ')})`,
          ];
    case 'compare':
    case 'set':
      return [...facts];
    case 'to':
    case 'via':
      return [`it goes ${condition.kind} a component of kind ${condition.componentKind}`];
    case 'from':
      return [`it comes from a component of kind ${condition.componentKind}`];
    case 'quantified':
      return memberWords(condition, facts);
    default:
      return facts.length > 0 ? facts.map((fact) => `it ${verb(fact)}`) : [`it ${holdsWords(condition)}`];
  }
}

/** `flows read and cut carry command`: the members that a condition found, with what it found of them. */
function memberWords(condition: Extract<ConditionReason['condition'], { kind: 'quantified' }>, facts: readonly string[]): string[] {
  const { relation, condition: inner } = condition;
  // `every end is metering-node` says what sort of thing it is, not what happens on it.
  if (relation.name === 'end' || relation.within !== undefined || facts.length === 0) return [];
  const names = facts.map((fact) => fact.slice(relation.name.length + 1));
  const one = names.length === 1;
  const shown = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listed(names, 'and');
  const subject = `${relation.name}${one || relation.name === 'data' ? '' : 's'} ${shown}`;
  if (inner === undefined) return [`there ${one ? 'is' : 'are'} ${subject}`];
  const does = (singular: string, plural: string) => (one ? singular : plural);
  switch (inner.kind) {
    case 'is':
      return [`${subject} ${does('is', 'are')} of kind ${inner.name}`];
    case 'carries':
    case 'stores':
      return [`${subject} ${does(inner.kind, inner.kind.slice(0, -1).replace('carrie', 'carry'))} ${inner.dataClass.replaceAll('-', ' ')}`];
    case 'crosses':
      return [`${subject} ${does('crosses', 'cross')} the border of a ${inner.border}`];
    default:
      return [`it has ${subject}, ${one ? 'which' : 'each of which'} ${holdsWords(inner)}`];
  }
}

function verb(fact: string): string {
  return fact.startsWith('over ') ? `runs ${fact}` : fact;
}
