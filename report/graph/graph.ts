import { severities, type Architecture, type Element, type Layer, type Severity } from '../../language/model/index.js';
import type { Assessment } from '../../review/index.js';
import { atMost, oneLine } from '../clean.js';
import { counted } from '../../summary/count.js';
import { shapes } from '../words.js';

/** A box or an arrow of a drawing: what stands on it, and the worst that was found on it. */
export interface DrawnShape {
  /** The element's name, which is one word of a design's own name space. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly severity: Severity | undefined;
}

export interface DrawnZone extends DrawnShape {
  readonly zones: readonly DrawnZone[];
  readonly components: readonly DrawnShape[];
}

export interface Arrow extends DrawnShape {
  readonly from: string;
  readonly to: string;
  readonly twoWay: boolean;
  readonly isFlow: boolean;
}

/** A design as a drawing shows it. */
export interface Graph extends DrawnShape {
  readonly zones: readonly DrawnZone[];
  /** Those in no zone. */
  readonly components: readonly DrawnShape[];
  readonly arrows: readonly Arrow[];
}

export interface GraphOptions {
  /** Whether flows are drawn, too. */
  readonly flows: boolean;
  /** Whether findings are marked. */
  readonly findings: boolean;
}

const longest = 60;

/** The zones, components and links of a design, and its flows on request, each marked with what was found on it. */
export function graphOf(assessment: Assessment, { flows, findings }: GraphOptions): Graph {
  const { architecture } = assessment;
  const { design, components, zones, links } = architecture;
  const draw = (element: Element, ...more: readonly string[]): DrawnShape => {
    const found = findings ? openOn(assessment, element.name) : [];
    const severity = severities.find((one) => found.includes(one));
    const mark = severity === undefined ? [] : [markOf(severity, found.length)];
    const lines = [element.title ?? element.name, ...more, ...mark].map((line) => atMost(oneLine(line), longest));
    return { name: element.name, lines: lines.filter((line) => line !== ''), severity };
  };
  const inZone = (zone: string | undefined) =>
    [...components.values()].filter((one) => known(architecture, one.zone) === zone).map((one) => draw(one, one.kinds.join(', ')));
  const zonesIn = (outer: string | undefined): DrawnZone[] =>
    [...zones.values()]
      .filter((one) => known(architecture, one.zone) === outer)
      .map((one) => ({
        ...draw(one, one.kinds.join(', ')),
        zones: zonesIn(one.name),
        components: inZone(one.name),
      }));
  const linkArrows = [...links.values()].flatMap((link) => {
    const drawn = draw(link, stackOf(link.layers));
    const pairs = link.sources.flatMap((from) => link.targets.map((to) => ({ from, to })));
    return pairs.map((ends) => ({ ...drawn, ...ends, twoWay: link.twoWay, isFlow: false }));
  });
  const flowArrows = [...architecture.flows.values()].flatMap((flow) => {
    const drawn = draw(flow);
    const ends = new Map(flow.hops.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
    return [...ends.values()].map((one) => ({ ...drawn, ...one, twoWay: false, isFlow: true }));
  });
  return {
    ...draw(design),
    zones: zonesIn(undefined),
    components: inZone(undefined),
    // What a half-written design names and does not declare has no box to lead to.
    arrows: [...linkArrows, ...(flows ? flowArrows : [])].filter(({ from, to }) => components.has(from) && components.has(to)),
  };
}

/** A zone that is declared, and not around itself. */
function known({ zones }: Architecture, name: string | undefined): string | undefined {
  const seen = new Set<string>();
  for (let zone = name; zone !== undefined; zone = zones.get(zone)?.zone) {
    if (!zones.has(zone)) return zone === name ? undefined : name;
    if (seen.has(zone)) return undefined;
    seen.add(zone);
  }
  return name;
}

function openOn({ findings }: Assessment, element: string): Severity[] {
  return findings.filter((finding) => finding.element === element && counted(finding)).map(({ severity }) => severity);
}

/** `▲ high, 3 findings` */
function markOf(severity: Severity, count: number): string {
  return `${shapes[severity]} ${severity}${count === 1 ? '' : `, ${count} findings`}`;
}

function stackOf(layers: readonly Layer[]): string {
  return layers.map(({ stack }) => stack.join(', ')).join(' / ');
}

/** How a severity looks besides its word and shape. */
export const colours: Readonly<Record<Severity, string>> = {
  critical: '#a3195b',
  high: '#b3261e',
  medium: '#8a5a00',
  low: '#00677d',
  info: '#3a5ba0',
};
