import type { Architecture, Element, Value, Zone } from '../model/index.js';
import { kindTable, lineage } from '../semantics/kinds.js';
import { freeName } from '../writing/index.js';

/** A value as the language finds it: on the element, its kinds from the nearest, the zones around it, then the default. */
export function valueOf(design: Architecture, element: Element, attribute: string): Value | undefined {
  const own = ownValue(design, element, attribute);
  if (own !== undefined) return own;
  for (const zone of zonesAround(design, element)) {
    const value = ownValue(design, zone, attribute);
    if (value !== undefined) return value;
  }
  return design.catalogue.attributes.get(attribute)?.default;
}

function ownValue({ catalogue }: Architecture, element: Element, attribute: string): Value | undefined {
  const set = element.settings.find((setting) => setting.attribute === attribute);
  if (set !== undefined) return set.value;
  const table = kindTable(element.place, catalogue);
  for (const name of lineage(element.kinds, table).keys()) {
    const inherited = table.get(name)?.settings.find((setting) => setting.attribute === attribute);
    if (inherited !== undefined) return inherited.value;
  }
  return undefined;
}

function zonesAround(design: Architecture, element: Element): Zone[] {
  const zones: Zone[] = [];
  let name = element.place === 'component' || element.place === 'zone' ? element.zone : undefined;
  for (let zone = zoneNamed(name, design); zone !== undefined && !zones.includes(zone); zone = zoneNamed(name, design)) {
    zones.push(zone);
    name = zone.zone;
  }
  return zones;
}

function zoneNamed(name: string | undefined, design: Architecture): Zone | undefined {
  return name === undefined ? undefined : design.zones.get(name);
}

export function isKind({ catalogue }: Architecture, element: Element | undefined, kind: string): boolean {
  return element !== undefined && lineage(element.kinds, kindTable(element.place, catalogue)).has(kind);
}

/** A name like the given one that nothing in any of the designs has. */
export function freeElementName(name: string, designs: readonly Architecture[], more: ReadonlySet<string> = new Set()): string {
  return freeName(name, (one) => more.has(one) || designs.some((design) => isElementName(one, design)));
}

/** Whether an element of a design, or the design itself, has a name. */
function isElementName(name: string, { design, zones, components, data, links, flows }: Architecture): boolean {
  return name === design.name || [zones, components, data, links, flows].some((table) => table.has(name));
}
