import type { Architecture, Decision, Demand, Element, Link, Target } from '../../../language/model/index.js';
import { allElements, isA, zonesAround, type Scene, type Sort } from './elements.js';
import { linkOf } from './paths.js';

const sorts: readonly Sort[] = ['zone', 'component', 'data', 'link', 'flow', 'design'];

/** Rule 43: the decision that counts for a requirement on an element, before what it is about is looked at. */
export function decisionFor(scene: Scene, requirement: string, element: string): Decision | undefined {
  const counting = inForce(scene).filter((one) => one.requirements.includes(requirement) && covers(scene, one, element));
  return counting.find(({ verb }) => verb === 'exclude') ?? counting[0];
}

/** Rule 15. */
export function isAccepted(scene: Scene, element: string): boolean {
  return inForce(scene).some((one) => one.verb === 'accept' && covers(scene, one, element));
}

/** Rule 44. */
function inForce({ architecture, date }: Scene): Decision[] {
  const demanded = architecture.design.profiles.flatMap((name) => demandedBy(architecture, name, []));
  return architecture.decisions.filter((one) => {
    if (one.until !== undefined && one.until < date) return false;
    if (one.verb === 'exclude') return true;
    if (demanded.includes('until') && one.until === undefined) return false;
    return !demanded.includes('by') || (one.by ?? '').trim() !== '';
  });
}

/** Rule 45. */
function demandedBy(architecture: Architecture, name: string, seen: readonly string[]): Demand[] {
  const profile = architecture.catalogue.profiles.get(name);
  if (profile === undefined || seen.includes(name)) return [];
  return [...profile.demands, ...profile.extends.flatMap((base) => demandedBy(architecture, base, [...seen, name]))];
}

function covers(scene: Scene, { targets }: Decision, name: string): boolean {
  const elements = sorts.flatMap((sort) => allElements(scene, sort) as Element[]);
  const element = elements.find((one) => one.name === name);
  return element !== undefined && targets.some((target) => isAbout(scene, target, element));
}

function isAbout(scene: Scene, target: Target, element: Element): boolean {
  switch (target.reach) {
    case 'itself':
      return element.name === target.name;
    case 'within':
      return isWithin(scene, element, target.name);
    case 'every':
      return isA(scene, element, target.name);
  }
}

function isWithin(scene: Scene, element: Element, zone: string): boolean {
  const isInside = (name: string | undefined) => zonesAround(scene, name).some((one) => one.name === zone);
  const isPlaced = (component: string) => isInside(scene.architecture.components.get(component)?.zone);
  const staysInside = (link: Link) =>
    link.zones.length === 0 ? link.sources.every(isPlaced) && link.targets.every(isPlaced) : link.zones.every(isInside);
  switch (element.sort) {
    case 'zone':
      return isInside(element.name);
    case 'component':
      return isPlaced(element.name);
    case 'link':
      return staysInside(element);
    case 'flow':
      return (
        element.stops.every((stop) => stop.every(isPlaced)) &&
        element.hops.every((hop) => {
          const link = linkOf(scene, hop);
          return link !== undefined && staysInside(link);
        })
      );
    case 'data':
    case 'design':
      return false;
  }
}
