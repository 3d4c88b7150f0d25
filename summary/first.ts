import { byNotice, type Assessment, type Finding } from '../review/index.js';
import { groupFindings, type FindingGroup } from './groups.js';
import { ranksNow, stakeBetween } from './worst-first.js';

/** A group of findings with the design that it is of. */
export interface DesignGroup {
  readonly assessment: Assessment;
  readonly group: FindingGroup;
}

/** A group that is told first, with the finding of it that shows most. */
export interface FirstGroup extends DesignGroup {
  readonly finding: Finding;
}

/** What is asked and open in some designs. */
export function openGroups(assessments: readonly Assessment[]): DesignGroup[] {
  return assessments.flatMap((assessment) =>
    groupFindings(assessment)
      .filter(({ state }) => state === 'open')
      .map((group) => ({ assessment, group })),
  );
}

/**
 * What matters most. What is drawn and wrong goes first: whoever drew it can look at it now, while what nobody wrote yet is mostly the same
 * list on every draft. What is open on one element, or on one wire, mostly has one cause: it is told once, and more of it only where there is room left.
 */
export function toldFirst(open: readonly DesignGroup[], most: number): FirstGroup[] {
  const all = open.flatMap((one) => one.group.findings.map((finding): FirstGroup => ({ ...one, finding }))).sort(byShown);
  const wires = new Set<string>();
  const told = new Map<FindingGroup, FirstGroup>();
  for (const one of all) {
    if (told.size === most) break;
    if (told.has(one.group) || wires.has(wireKey(one, one.finding.element))) continue;
    told.set(one.group, one);
    for (const element of onSameWire(one)) wires.add(wireKey(one, element));
  }
  for (const one of all) if (told.size < most && !told.has(one.group)) told.set(one.group, one);
  return [...told.values()].sort(byShown);
}

const byShown = (one: FirstGroup, other: FirstGroup): number => byNotice(one.finding, other.finding, stakeBetween(one, other, ranksNow));

const wireKey = ({ finding }: FirstGroup, element: string): string => `${finding.design} ${element}`;

/** An element with what runs over the same wire: a link and the flows over it, a flow and the links that it takes. */
function onSameWire({ assessment: { architecture }, finding: { element } }: FirstGroup): string[] {
  const links = architecture.flows.get(element)?.hops.flatMap(({ link }) => link ?? []) ?? [];
  const flows = [...architecture.flows.values()].filter(({ hops }) => hops.some(({ link }) => link === element));
  return [element, ...links, ...flows.map(({ name }) => name)];
}
