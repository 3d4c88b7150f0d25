import type { Component, Element } from '../language/model/index.js';
import { endsOfLink, ownParty } from '../language/semantics/index.js';
import { elementNamed, evaluatorOf, leavesOf, partiesOf, type Assessment, type Finding } from '../review/index.js';

/** Somebody who has to act, with the findings that wait. */
export interface Acting {
  /** A component that runs others, or the word for a party (`customer`); undefined for whose design it is. */
  readonly party: string | undefined;
  readonly findings: readonly Finding[];
}

/** Whose turn it is for each finding, whose design it is first, then by the number of findings; a finding that takes two parties is told of both. */
export function whoActs(assessment: Assessment): Acting[] {
  const by = new Map<string | undefined, Finding[]>([[undefined, []]]);
  for (const finding of assessment.findings) {
    for (const party of partiesToAct(finding, assessment)) {
      const own = by.get(party);
      if (own === undefined) by.set(party, [finding]);
      else own.push(finding);
    }
  }
  const all = [...by].map(([party, findings]): Acting => ({ party, findings })).filter(({ findings }) => findings.length > 0);
  return all.sort(
    (one, other) => Number(other.party === undefined) - Number(one.party === undefined) || other.findings.length - one.findings.length,
  );
}

/** Whose turn it is for a finding, as `Acting` names them. */
export function partiesToAct({ element }: Finding, assessment: Assessment): readonly (string | undefined)[] {
  return partiesAt(elementNamed(assessment.architecture, element), assessment);
}

/** The day by which everything is there that is planned and closes a finding; undefined where somebody plans without a day, or not all of it. */
export function dueOf({ state, gaps }: Finding): string | undefined {
  if (state !== 'planned') return undefined;
  const due = leavesOf(gaps).map((leaf) => (leaf.kind === 'control' ? earliest(leaf.sources.map((source) => source.due)) : undefined));
  return due.includes(undefined)
    ? undefined
    : due
        .filter((day) => day !== undefined)
        .sort()
        .at(-1);
}

function earliest(days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

/** Nobody but whose design it is answers for what no component stands for. */
function partiesAt(element: Element | undefined, assessment: Assessment): (string | undefined)[] {
  const evaluator = evaluatorOf(assessment);
  const parties = componentsOf(element, assessment).map((component) => {
    const [party] = partiesOf(component, evaluator);
    return party === ownParty || party === assessment.architecture.design.runBy ? undefined : party;
  });
  return parties.length === 0 ? [undefined] : [...new Set(parties)];
}

/** Who can change an element: a component itself, the ends of a link or flow. What passes a message on cannot protect it. */
function componentsOf(element: Element | undefined, { architecture: { components } }: Assessment): Component[] {
  const named = (names: readonly string[]) => names.flatMap((name) => components.get(name) ?? []);
  switch (element?.place) {
    case 'component':
      return [element];
    case 'link':
      return named(endsOfLink(element));
    case 'flow':
      return named([...(element.stops[0] ?? []), ...(element.stops.at(-1) ?? [])]);
    default:
      return [];
  }
}
