import { conditionWords, type Architecture } from '../language/model/index.js';
import { leavesOf, type Assessment, type ControlGap, type Finding, type Reason } from '../review/index.js';
import { blankNote } from './blank.js';
import { capital, controlWords, elementWords, firstSentence, gapWords, listed } from './words.js';

/** `Mutual authentication on every metering link` in one line: the requirement and the element. */
export function findingTitle(finding: Finding, assessment: Assessment): string {
  const requirement = assessment.architecture.catalogue.requirements.get(finding.requirement);
  return `${requirement?.title ?? finding.requirement}: ${elementWords(assessment.architecture, finding.element)}`;
}

/** What is wrong on which element, why it is asked for here, and what to do. */
export function findingMessage(finding: Finding, assessment: Assessment): string {
  const { architecture } = assessment;
  const requirement = architecture.catalogue.requirements.get(finding.requirement);
  const subject = capital(elementWords(architecture, finding.element));
  const sentences = [`${capital(finding.severity)}: ${subject} ${openWords(finding, architecture)}.`];
  const why = whyHere(finding);
  if (why !== '') sentences.push(`Asked for because ${why}.`);
  if (requirement?.because !== undefined) sentences.push(requirement.because);
  if (requirement?.guidance !== undefined) sentences.push(`To do: ${firstSentence(requirement.guidance)}`);
  return sentences.join(' ');
}

/** What is open on one element, whatever has been decided about it. */
export type Opening = Pick<Finding, 'state' | 'gaps' | 'element' | 'reasons'>;

/** `lacks encryption`, `has only planned encryption, for 2027-06-30`: what is open, to follow the name of the element. */
export function openWords(finding: Opening, architecture: Architecture): string {
  const words = gapWords(finding.gaps, architecture, finding.element);
  const controls = leavesOf(finding.gaps).filter((leaf): leaf is ControlGap => leaf.kind === 'control');
  switch (finding.state) {
    case 'missing':
      return `lacks ${words}${weakNote(controls)}${blankNote(controls, finding.element)}`;
    case 'weak':
      return `has too weak protection: ${weakWords(controls)}`;
    case 'planned':
      return `has only planned ${words}${dueWords(controls)}`;
    case 'unknown':
      return `cannot be judged for ${words}: ${unsetWords(finding)}`;
  }
}

/** `dlms-lls gives no real association authentication, it is a password sent in clear` */
function weakWords(leaves: readonly ControlGap[]): string {
  const told = leaves.flatMap((leaf) =>
    leaf.sources
      .filter((source) => source.weakness !== undefined)
      .map((source) => `${source.mechanism ?? 'what is stated'} is weak for ${controlWords(leaf.control)} (${source.weakness})`),
  );
  return told.length === 0 ? 'the controls that are there are weak' : [...new Set(told)].join('; ');
}

function weakNote(leaves: readonly ControlGap[]): string {
  const weak = leaves.filter((leaf) => leaf.state === 'weak');
  return weak.length === 0 ? '' : `; ${weakWords(weak)}`;
}

function dueWords(leaves: readonly ControlGap[]): string {
  const dates = leaves.flatMap((leaf) => leaf.sources.filter((source) => source.state === 'planned').map((source) => source.due));
  const known = [...new Set(dates.filter((date) => date !== undefined))].sort();
  return known.length === 0 ? ', without a date' : `, for ${listed(known, 'and')}`;
}

function unsetWords(finding: Opening): string {
  const facts = finding.reasons.flatMap((reason) => (reason.kind === 'unset' ? reason.facts : []));
  if (facts.length === 0) return 'a fact it depends on is not written down';
  const words = facts.map(({ element, fact }) => (element === finding.element ? `'${fact}'` : `'${fact}' of ${element}`));
  return `${listed([...new Set(words)], 'and')} ${words.length === 1 ? 'is' : 'are'} not stated`;
}

type ConditionReason = Extract<Reason, { kind: 'condition' }>;

/** The facts that make the requirement apply: what is carried, crossed, used. */
export function whyHere(finding: Finding): string {
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
      return facts.length > 0 ? facts.map((fact) => `it ${verb(fact)}`) : [`"${conditionWords(condition)}" holds`];
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
      return [`of ${subject}, "${conditionWords(inner)}" holds`];
  }
}

function verb(fact: string): string {
  return fact.startsWith('over ') ? `runs ${fact}` : fact;
}
