import { operandWords, rolesInService, runnerNamed, takesRole } from '../../language/semantics/index.js';
import type { Architecture, Element, Flow } from '../../language/model/index.js';
import { exposureOf, valuesOf, type EffectiveValue, type Evaluator } from '../../review/index.js';
import { bounded, code, namesAsCode, escapedText } from '../markdown.js';

/** What an element is, where it stands, its attributes with where each was written, and the data it has to do with. */
export function factLines(element: Element, evaluator: Evaluator): string[] {
  return [...placeLines(element, evaluator), ...valueLines(element, evaluator), ...dataLines(element, evaluator)];
}

function placeLines(element: Element, { facts }: Evaluator): string[] {
  const lines: string[] = [];
  const kinds = [...facts.kinds(element).keys()];
  if (kinds.length > 0) lines.push(`is ${namesAsCode(kinds)}`);
  if (element.sort === 'component' || element.sort === 'zone') {
    const zones = facts.zonesAround(element.zone).map(({ name }) => code(name));
    if (zones.length > 0) lines.push(`in ${zones.join(', within ')}`);
    else if (element.sort === 'component') lines.push('in no zone');
    const party = runnerNamed(element, facts);
    if (party !== undefined) lines.push(`run by ${code(party)}`);
  }
  if (element.sort === 'link') {
    const ends = `${namesAsCode(element.sources)} ${element.twoWay ? 'and' : 'to'} ${namesAsCode(element.targets)}`;
    lines.push(`between ${ends}${element.zones.length === 0 ? '' : `, in ${namesAsCode(element.zones)}`}`);
    if (element.openedBy.length > 0) lines.push(`opened by ${namesAsCode(element.openedBy)}`);
  }
  if (element.sort === 'flow') {
    lines.push(`path: ${element.stops.map((stop) => namesAsCode(stop)).join(' to ')}`);
    const links = [...new Set(element.hops.flatMap(({ link }) => link ?? []))];
    if (links.length > 0) lines.push(`over the links ${namesAsCode(links)}`);
    lines.push(...roleLines(element, facts.architecture));
  }
  if (element.sort === 'zone') {
    const inside = facts.componentsIn(element.name).map(({ name }) => name);
    lines.push(inside.length === 0 ? 'holds no component' : `holds ${namesAsCode(inside)}`);
  }
  if (element.sort === 'design') {
    lines.push(`reviewed against ${namesAsCode(element.profiles)}`);
    const { zones, components, data, links, flows } = facts.architecture;
    const counts = Object.entries({ zone: zones, component: components, data, link: links, flow: flows }).map(
      ([word, { size }]) => `${size} ${word}${size === 1 || word === 'data' ? '' : 's'}`,
    );
    lines.push(counts.join(', '));
  }
  return lines;
}

/** Who takes which part in the services of a flow. Who takes none may be right there all the same. */
function roleLines({ kinds, stops }: Flow, { catalogue, components }: Architecture): string[] {
  const all = [...new Set(stops.flat())];
  return kinds.flatMap((service) => {
    const taken = rolesInService(service, catalogue).flatMap((role) => {
      const by = all.filter((name) => takesRole(components.get(name), role, catalogue));
      return by.length === 0 ? [] : [`${escapedText(role.title ?? role.name)} ${namesAsCode(by)}`];
    });
    return taken.length === 0 ? [] : [`roles in ${code(service)}: ${taken.join(', ')}`];
  });
}

function valueLines(element: Element, evaluator: Evaluator): string[] {
  const values = valuesOf(element, evaluator);
  const stated = values.filter(({ origin }) => origin.kind !== 'default');
  const silent = values.filter(({ origin }) => origin.kind === 'default');
  const lines = bounded(
    stated,
    (found) => `${valueWords(found)}${originWords(found)}`,
    { most: 14 },
    (rest) => `${rest.length} more attributes: ${namesAsCode(rest.map(({ attribute }) => attribute))}`,
  );
  if (silent.length > 0) lines.push(`by default ${bounded(silent, valueWords, { most: 8 }, (rest) => `${rest.length} more`).join(', ')}`);
  return lines;
}

function valueWords({ attribute, value }: EffectiveValue): string {
  return `${code(attribute)} = ${escapedText(operandWords(value))}`;
}

function originWords({ origin }: EffectiveValue): string {
  switch (origin.kind) {
    case 'own':
    case 'default':
    case 'computed':
      return '';
    case 'kind':
      return `, from kind ${code(origin.name)}`;
    case 'run by':
      return `, from ${code(origin.name)}, which runs it`;
    case 'zone':
      return `, from zone ${code(origin.name)}${origin.zoneKind === undefined ? '' : `, which is ${code(origin.zoneKind)}`}`;
  }
}

function dataLines(element: Element, evaluator: Evaluator): string[] {
  const { stores, carries, returns, sees, passes, seenBy, carriedBy } = exposureOf(element, evaluator);
  const told: readonly (readonly [words: string, list: readonly string[]])[] = [
    ['stores', stores],
    ['carries', carries],
    ['returns', returns],
    ['can read', sees],
    ['passes on without reading', passes],
    ['carried by', carriedBy],
    ['can be read by', seenBy],
  ];
  return told.filter(([, list]) => list.length > 0).map(([words, list]) => `${words} ${namesAsCode(list)}`);
}
