import type { Finding, Reason } from '../review/index.js';
import type { Condition } from '../language/model/index.js';
import { holdsWords, plainName } from './conditions.js';
import { assumedWords, factClause } from './facts.js';
import { titleOfMember } from './titles.js';
import { listed } from './words.js';

type ConditionReason = Extract<Reason, { kind: 'condition' }>;

/** The facts that make the requirement apply: what is carried, crossed, used. */
export function whyHere(finding: Pick<Finding, 'reasons'>): string {
  const told = finding.reasons.flatMap((reason) => (reason.kind === 'condition' && reason.truth === 'true' ? factWords(reason) : []));
  const stated = [...new Set(told)].slice(0, 4);
  const assumed = assumedIn(finding);
  // What nobody has said goes last, so that it is plain what may be said otherwise.
  return listed(assumed.length === 0 ? stated : [...stated, `${listed(assumed, 'and')} while nothing says otherwise`], 'and');
}

function assumedIn(finding: Pick<Finding, 'reasons'>): string[] {
  const told = finding.reasons.flatMap((reason) => {
    if (reason.kind !== 'condition' || reason.truth !== 'true' || !isOfValue(reason.condition)) return [];
    return reason.facts.flatMap((fact) => assumedWords(fact) ?? []);
  });
  return [...new Set(told)];
}

const isOfValue = ({ kind }: Condition) => kind === 'compare' || kind === 'set';

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
              facts.flatMap((fact) => (fact.kind === 'carries' ? fact.data : [])),
              'and',
            )} (${condition.dataClass.replaceAll('-', ' ')})`,
          ];
    case 'compare':
    case 'set':
      return facts.filter((fact) => assumedWords(fact) === undefined).map(factClause);
    case 'to':
    case 'via':
      return [`it goes ${condition.kind} a component of kind ${plainName(condition.componentKind)}`];
    case 'from':
      return [`it comes from a component of kind ${plainName(condition.componentKind)}`];
    case 'quantified':
      return memberWords(condition, facts);
    case 'source':
    case 'target': {
      const inner = positive(condition.condition);
      return inner === undefined ? [] : short([`it has a ${condition.kind} that ${holdsWords(inner)}`]);
    }
    case 'or':
    case 'named':
      return short([`it ${holdsWords(condition)}`]);
    default:
      return facts.length > 0 ? facts.map(factClause) : short([`it ${holdsWords(condition)}`]);
  }
}

/** `flows read and cut carry command`: the members that a condition found, with what it found of them. */
function memberWords(condition: Extract<ConditionReason['condition'], { kind: 'quantified' }>, facts: ConditionReason['facts']): string[] {
  const { relation } = condition;
  const inner = condition.condition && positive(condition.condition);
  // `every end is metering-node` says what sort of thing it is, not what happens on it.
  if (relation.name === 'end' || relation.within !== undefined || facts.length === 0) return [];
  const names = facts.flatMap((fact) => (fact.kind === 'member' ? fact.element : []));
  const one = names.length === 1;
  const shown = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listed(names, 'and');
  const subject = `${relation.name}${one || relation.name === 'data' ? '' : 's'} ${shown}`;
  if (inner === undefined) return condition.condition === undefined ? [`there ${one ? 'is' : 'are'} ${subject}`] : [];
  const does = (singular: string, plural: string) => (one ? singular : plural);
  switch (inner.kind) {
    case 'is':
      return [`${subject} ${does('is', 'are')} of kind ${plainName(inner.name)}`];
    case 'carries':
    case 'stores':
      return [`${subject} ${does(inner.kind, inner.kind.slice(0, -1).replace('carrie', 'carry'))} ${inner.dataClass.replaceAll('-', ' ')}`];
    case 'crosses':
      return [`${subject} ${does('crosses', 'cross')} the trust boundary of a ${inner.border}`];
    case 'named': {
      const title = titleOfMember(inner, relation.name);
      if (title !== undefined) return [`it has ${subject}${title.slice(relation.name.length)}`];
      break;
    }
    default:
  }
  return short([`it has ${subject}, ${one ? 'which' : 'each of which'} ${holdsWords(inner)}`]);
}

/** What is true of a member, without what it is not: a guard says why others are spared. Undefined where nothing else is left. */
function positive(condition: Condition): Condition | undefined {
  if (isGuard(condition)) return undefined;
  if (condition.kind !== 'and') return condition;
  const operands = condition.operands.flatMap((operand) => positive(operand) ?? []);
  return operands.length < 2 ? operands[0] : { kind: 'and', operands };
}

function isGuard(condition: Condition): boolean {
  return condition.kind === 'not' || (condition.kind === 'quantified' && condition.quantifier === 'no');
}

/** A reason that takes longer to read than the rule is none. */
const longest = 110;

function short(words: readonly string[]): string[] {
  return words.filter((one) => one.length <= longest);
}
