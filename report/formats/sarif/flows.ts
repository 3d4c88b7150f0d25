import type { CodeFlow, ThreadFlowLocation } from 'sarif';
import type { Architecture, Flow, Hop } from '../../../language/model/index.js';
import { elementNamed, leavesOf, type ControlGap, type Finding } from '../../../review/index.js';
import { locatePart, type Location } from '../../locate.js';
import { controlWords, listed } from '../../words.js';
import type { ReportContext } from '../format.js';
import { messageText, physical } from './places.js';

/** Code scanning shows this many. */
const mostLocations = 1_000;

/** The way that a flow takes, hop by hop, with what is open on each; nothing for findings on anything else. */
export function codeFlowsOf(finding: Finding, architecture: Architecture, context: ReportContext): CodeFlow[] {
  const flow = architecture.flows.get(finding.element);
  if (flow === undefined || finding.sort !== 'flow' || flow.hops.length === 0) return [];
  const open = openHops(finding, flow);
  const locations: ThreadFlowLocation[] = [];
  let last: string | undefined;
  for (const [at, hop] of flow.hops.entries()) {
    // Where a flow branches, a hop starts somewhere else than the one before ended.
    if (hop.from !== last) locations.push(step(hop.from, hop.from, false, architecture, flow, context));
    const missing = open.get(at) ?? [];
    const words = `${hop.from} to ${hop.to}${over(hop)}${missing.length === 0 ? '' : `: ${listed(missing, 'and')} missing here`}`;
    locations.push(step(hop.link ?? flow.name, words, missing.length > 0, architecture, flow, context));
    locations.push(step(hop.to, hop.to, false, architecture, flow, context));
    last = hop.to;
  }
  const left = locations.length - mostLocations;
  const kept = left > 0 ? locations.slice(0, mostLocations) : locations;
  const text = `The way of flow '${flow.name}'${left > 0 ? `; ${left} further places are left out` : ''}.`;
  return [{ message: { text: messageText(text) }, threadFlows: [{ locations: kept }] }];
}

function over({ link, candidates }: Hop): string {
  if (link !== undefined) return ` over ${link}`;
  return candidates.length === 0 ? ', over no link' : `, over ${listed(candidates, 'or')}`;
}

/** By the index of a hop: the controls that nothing gives it. Where links could have one instead, those that have it are covered. */
function openHops(finding: Finding, flow: Flow): Map<number, string[]> {
  const open = new Map<number, string[]>();
  const leaves = leavesOf(finding.gaps).filter((leaf): leaf is ControlGap => leaf.kind === 'control');
  for (const control of new Set(leaves.map((leaf) => leaf.control))) {
    const own = leaves.filter((leaf) => leaf.control === control);
    const overLinks = own.flatMap((leaf) => hopsOver(leaf.element, flow));
    const ofFlow = own.flatMap((leaf) => (leaf.element === flow.name ? (leaf.hops ?? []) : []));
    for (const at of new Set(overLinks.length > 0 ? overLinks : ofFlow)) open.set(at, [...(open.get(at) ?? []), controlWords(control)]);
  }
  return open;
}

function hopsOver(link: string, flow: Flow): number[] {
  return flow.hops.flatMap((hop, at) => (hop.link === link ? [at] : []));
}

function step(
  name: string,
  words: string,
  isOpen: boolean,
  architecture: Architecture,
  flow: Flow,
  context: ReportContext,
): ThreadFlowLocation {
  const where: Location = locatePart(elementNamed(architecture, name) ?? flow, context);
  return {
    location: { ...physical(where), message: { text: messageText(words) } },
    importance: isOpen ? 'essential' : 'important',
  };
}
