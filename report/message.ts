import { conditionWords } from '../language/model/index.js';
import { leavesOf, type Assessment, type ControlGap, type Finding, type Reason } from '../review/index.js';
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
  const sentences = [`${capital(finding.severity)}: ${subject} ${whatIsOpen(finding, assessment)}.`];
  const why = whyHere(finding);
  if (why !== '') sentences.push(`Asked for because ${why}.`);
  if (requirement?.because !== undefined) sentences.push(requirement.because);
  if (requirement?.guidance !== undefined) sentences.push(`To do: ${firstSentence(requirement.guidance)}`);
  return sentences.join(' ');
}

function whatIsOpen(finding: Finding, { architecture }: Assessment): string {
  const words = gapWords(finding.gaps, architecture, finding.element);
  const controls = leavesOf(finding.gaps).filter((leaf): leaf is ControlGap => leaf.kind === 'control');
  switch (finding.state) {
    case 'missing':
      return `lacks ${words}${weakNote(controls)}`;
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
      .map((source) => `${source.mechanism} is weak for ${controlWords(leaf.control)} (${source.weakness})`),
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

function unsetWords(finding: Finding): string {
  const facts = finding.reasons.flatMap((reason) => (reason.kind === 'unset' ? reason.facts : []));
  if (facts.length === 0) return 'a fact it depends on is not written down';
  const words = facts.map(({ element, fact }) => (element === finding.element ? `'${fact}'` : `'${fact}' of ${element}`));
  return `${listed([...new Set(words)], 'and')} ${words.length === 1 ? 'is' : 'are'} not stated`;
}

/** The facts that make the requirement apply: what is carried, crossed, used. */
export function whyHere(finding: Finding): string {
  const told = finding.reasons.flatMap((reason) => (reason.kind === 'condition' && reason.truth === 'true' ? factWords(reason) : []));
  return listed([...new Set(told)].slice(0, 4), 'and');
}

function factWords(reason: Extract<Reason, { kind: 'condition' }>): string[] {
  const { condition, facts } = reason;
  if (condition.kind === 'is' || condition.kind === 'not') return [];
  if (condition.kind === 'carries') return facts.map((fact) => `it ${fact} (${condition.dataClass.replaceAll('-', ' ')})`);
  if (condition.kind === 'compare' || condition.kind === 'set') return [...facts];
  if (condition.kind === 'quantified') {
    // `every end is metering-node` says what sort of thing it is, not what happens on it.
    if (condition.relation.name === 'end' || condition.relation.within !== undefined || facts.length === 0) return [];
    const names = facts.map((fact) => fact.slice(condition.relation.name.length + 1));
    return [
      `${condition.relation.name} ${listed(names.slice(0, 3), 'and')}${names.length > 3 ? ' and more' : ''} ${conditionOf(condition)}`,
    ];
  }
  return facts.length > 0 ? facts.map((fact) => `it ${verb(fact)}`) : [placeWords(conditionWords(condition))];
}

function conditionOf(condition: Extract<Reason, { kind: 'condition' }>['condition']): string {
  if (condition.kind !== 'quantified' || condition.condition === undefined) return 'is there';
  const inner = condition.condition;
  return inner.kind === 'carries' ? `carries ${inner.dataClass.replaceAll('-', ' ')}` : conditionWords(inner).replace(/^is /, 'is a ');
}

/** `to third-party-service` is told as `it goes to a third-party-service`. */
function placeWords(words: string): string {
  const [first, ...rest] = words.split(' ');
  if (first === 'to' || first === 'via') return `it goes ${first} a ${rest.join(' ')}`;
  return first === 'from' ? `it comes from a ${rest.join(' ')}` : `"${words}" holds`;
}

function verb(fact: string): string {
  return fact.startsWith('over ') ? `runs ${fact}` : fact;
}
