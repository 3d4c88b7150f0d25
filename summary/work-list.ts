import type { Component, Element } from '../language/model/index.js';
import { endsOfLink } from '../language/semantics/index.js';
import { elementNamed, evaluatorOf, partiesOf, standardName, type Assessment, type Finding } from '../review/index.js';
import { citationsOn } from './citations.js';
import { counted } from './count.js';
import { harmsOf } from './harms.js';
import { worstFirst, type RanksKnown, type Reported } from './worst-first.js';

/** What the open findings can be brought together by. */
export const workGroupings = ['requirement', 'element', 'zone', 'party', 'standard', 'harm', 'severity'] as const;
export type WorkGrouping = (typeof workGroupings)[number];

/** Some findings that belong together, in the one order. */
export interface WorkGroup {
  /** The same for the same group, whatever the design comes to say. */
  readonly key: string;
  /** Its name; undefined for what belongs nowhere: an element in no zone, a requirement that cites no standard. */
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly findings: readonly Reported[];
}

/** What has to be done with the findings of some designs. Each finding is in one of the three. */
export interface Work {
  /** What every report counts: missing or weak. */
  readonly open: readonly Reported[];
  readonly planned: readonly Reported[];
  /** What nobody can judge before something is stated. */
  readonly unknown: readonly Reported[];
}

export function workOf(assessments: readonly Assessment[], ranks: RanksKnown, wanted: (reported: Reported) => boolean = () => true): Work {
  const all = worstFirst(assessments, ranks).filter(wanted);
  return {
    open: all.filter(({ finding }) => counted(finding)),
    planned: all.filter(({ finding: { state } }) => state === 'planned'),
    unknown: all.filter(({ finding: { state } }) => state === 'unknown'),
  };
}

/**
 * Findings in groups, the group with the worst finding first. A finding that concerns several (two zones, three standards) is in each of
 * them; one that concerns none is in a group without a name, which comes last.
 */
export function groupWork(findings: readonly Reported[], by: WorkGrouping): WorkGroup[] {
  const groups = new Map<string, { readonly named: Named; readonly findings: Reported[] }>();
  for (const reported of findings) {
    const names = namesBy[by](reported);
    for (const named of names.length === 0 ? [unnamed] : names) {
      const group = groups.get(named.key);
      if (group === undefined) groups.set(named.key, { named, findings: [reported] });
      else group.findings.push(reported);
    }
  }
  const all = [...groups.values()].map(({ named, findings: own }): WorkGroup => ({ ...named, findings: own }));
  return [...all.filter(({ name }) => name !== undefined), ...all.filter(({ name }) => name === undefined)];
}

type Named = Pick<WorkGroup, 'key' | 'name' | 'title'>;
const unnamed: Named = { key: '', name: undefined, title: undefined };

const namesBy: Readonly<Record<WorkGrouping, (reported: Reported) => Named[]>> = {
  requirement: ({ finding: { requirement }, assessment }) => [
    { key: requirement, name: requirement, title: assessment.architecture.catalogue.requirements.get(requirement)?.title },
  ],
  element: ({ finding, assessment }) => [nameOfElement(finding.element, assessment)],
  zone: (reported) => zonesOf(reported).map((zone) => nameOfElement(zone, reported.assessment)),
  party: (reported) => partiesAt(reported).map((party) => nameOfElement(party, reported.assessment)),
  standard: ({ finding, assessment }) => {
    const { catalogue } = assessment.architecture;
    const cited = citationsOn(catalogue.requirements.get(finding.requirement), finding.element, assessment);
    const names = new Set(cited.map(({ standard }) => standard).filter((name) => catalogue.standards.get(name)?.source !== true));
    return [...names].map((key) => ({ key, name: standardName(key, catalogue), title: catalogue.standards.get(key)?.title }));
  },
  harm: ({ finding: { requirement }, assessment }) => {
    const { catalogue } = assessment.architecture;
    const asked = catalogue.requirements.get(requirement);
    if (asked === undefined) return [];
    return harmsOf(asked, catalogue).map((key) => ({ key, name: key, title: catalogue.harms.get(key)?.title }));
  },
  severity: ({ finding: { severity } }) => [{ key: severity, name: severity, title: undefined }],
};

/** Elements of two designs are two, whatever they are called; what a word stands for (`vendor`) is one. */
function nameOfElement(name: string, { architecture }: Assessment): Named {
  const element = elementNamed(architecture, name);
  return element === undefined ? { key: name, name, title: undefined } : { key: `${element.file} ${name}`, name, title: element.title };
}

/** The innermost zones of what it concerns. */
function zonesOf({ finding, assessment }: Reported): string[] {
  const element = elementNamed(assessment.architecture, finding.element);
  if (element?.sort === 'zone') return [element.name];
  const stated = element?.sort === 'link' ? element.zones : [];
  return [...new Set([...stated, ...componentsOf(element, assessment).flatMap(({ zone }) => zone ?? [])])];
}

function partiesAt({ finding, assessment }: Reported): string[] {
  const element = elementNamed(assessment.architecture, finding.element);
  const evaluator = evaluatorOf(assessment);
  // A component that runs it says more than the word for what that component is.
  return [...new Set(componentsOf(element, assessment).flatMap((component) => partiesOf(component, evaluator).slice(0, 1)))];
}

/** Who has to do with an element: a component itself, the ends of a link, the stops of a flow, what stands in a zone or keeps data. */
function componentsOf(element: Element | undefined, { architecture: { components } }: Assessment): Component[] {
  const named = (names: readonly string[]) => names.flatMap((name) => components.get(name) ?? []);
  switch (element?.sort) {
    case 'component':
      return [element];
    case 'link':
      return named(endsOfLink(element));
    case 'flow':
      return named(element.stops.flat());
    case 'zone':
      return [...components.values()].filter(({ zone }) => zone === element.name);
    case 'data':
      return [...components.values()].filter(({ stores }) => stores.includes(element.name));
    default:
      return [];
  }
}

/** Of groups of findings by requirement, what they are told with: the title once, then the elements, each once. */
export function elementsOf(findings: readonly Reported[]): string[] {
  return [...new Set(findings.map(({ finding }: { readonly finding: Finding }) => finding.element))];
}
