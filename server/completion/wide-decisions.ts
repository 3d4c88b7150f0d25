import { CompletionItemKind } from 'vscode-languageserver';
import { coverOf, elementsOfSort, kindTable, kindsOf, targetWords } from '../../language/semantics/index.js';
import type { Architecture } from '../../language/model/index.js';
import { openFor } from './decisions.js';
import { definitionOffer, detail, ranked, some, type CompletionOffer } from './offer.js';
import type { Situation } from './situation.js';
import { otherTargets } from './targets.js';

const sorts = ['component', 'zone', 'data', 'flow'] as const;
const types = { component: 'ComponentKind', zone: 'ZoneKind', data: 'DataClass', service: 'Service' } as const;

/** Zones in which the requirements named before are open on several elements, each with what stands in it. */
export function widerTargets(situation: Situation): CompletionOffer[] {
  const { designs, snapshot, document, statement } = situation;
  const visible = snapshot.elementsFrom(document);
  const written = new Set(otherTargets(statement).map(targetWords));
  const found = new Map<string, string[]>();
  for (const design of designs) {
    const open = openIn(design, situation);
    for (const zone of design.zones.keys()) {
      const label = targetWords({ reach: 'within', name: zone });
      if (!visible.has(zone) || written.has(label)) continue;
      const inside = coverOf({ reach: 'within', name: zone }, design).filter((name) => open.has(name));
      if (inside.length > 1) found.set(label, [...new Set([...(found.get(label) ?? []), ...inside])]);
    }
  }
  return ranked(found, ([, inside]) => [-inside.length]).map(([label, inside]) => ({
    label,
    kind: CompletionItemKind.Folder,
    detail: detail(['zone', `open on ${some(inside)}`]),
  }));
}

/** After `every`: kinds of what has the requirements named before open, the most exact first. */
export function decidableKinds(situation: Situation): CompletionOffer[] {
  const { designs, catalogue, statement } = situation;
  const written = new Set(otherTargets(statement).map(targetWords));
  const found = new Map<string, { type: string; title: string | undefined; distance: number; elements: Set<string> }>();
  for (const design of designs) {
    const open = openIn(design, situation);
    for (const sort of sorts) {
      const table = kindTable(sort, catalogue);
      for (const element of elementsOfSort(design, sort)) {
        if (!open.has(element.name)) continue;
        for (const [name, distance] of kindsOf(element, catalogue)) {
          const kind = table.get(name);
          if (kind === undefined || written.has(`every ${name}`)) continue;
          const known = found.get(name);
          if (known === undefined)
            found.set(name, { type: types[kind.sort], title: kind.title, distance, elements: new Set([element.name]) });
          else {
            known.elements.add(element.name);
            known.distance = Math.min(known.distance, distance);
          }
        }
      }
    }
  }
  return ranked(found, ([, { distance }]) => [distance]).map(([name, { type, title, elements }]) => ({
    ...definitionOffer(type, { name, title }),
    detail: detail([title, `open on ${some([...elements])}`]),
  }));
}

/** Whether something is open within the zone that stands before the cursor. */
export function isDecidableWithin(situation: Situation): boolean {
  const zone = situation.tokens.at(-1)?.image ?? '';
  return situation.designs.some((design) => {
    if (!design.zones.has(zone)) return false;
    const open = openIn(design, situation);
    return coverOf({ reach: 'within', name: zone }, design).some((name) => name !== zone && open.has(name));
  });
}

function openIn(design: Architecture, situation: Situation): ReadonlySet<string> {
  return new Set(openFor(situation, design).map(({ element }) => element));
}
