import fc from 'fast-check';
import type { Architecture, Catalogue, ElementBase, Kind, Layer, ElementSort } from '../../../language/model/index.js';
import { mayStand } from '../../../language/semantics/index.js';
import type { Body } from './catalogue.js';
import { sorts } from './catalogue.js';
import { architecture } from './design.js';
import { controls, mechanisms } from './names.js';

const someSorts = fc.uniqueArray(fc.constantFrom(...sorts), { maxLength: 3 });

/** Designs in which everything stands where its definition allows it: what an author sees without an error. */
export const placed: fc.Arbitrary<Architecture> = fc
  .tuple(architecture, fc.tuple(...controls.map(() => someSorts)), fc.tuple(...mechanisms.map(() => someSorts)))
  .map(([design, ofControls, ofMechanisms]) => {
    const { catalogue } = design;
    const restricted: Catalogue = {
      ...catalogue,
      controls: mapped(catalogue.controls, (one) => ({ ...one, sorts: ofControls[controls.indexOf(one.name)] ?? [] })),
      mechanisms: mapped(catalogue.mechanisms, (one) => ({ ...one, sorts: ofMechanisms[mechanisms.indexOf(one.name)] ?? [] })),
    };
    const body = <B extends Body>(one: B, sort: ElementSort): B => ({ ...one, ...wellPlaced(one, sort, restricted) });
    const kinds = (table: ReadonlyMap<string, Kind>, sort: ElementSort) => mapped(table, (kind) => body(kind, sort));
    const layered = <E extends ElementBase & { readonly layers: readonly Layer[] }>(one: E, sort: ElementSort): E => {
      const layers = one.layers.map((layer) => ({ ...layer, stack: layer.stack.filter((name) => stands(name, sort, restricted)) }));
      return { ...body(one, sort), layers: layers.filter(({ stack }) => stack.length > 0) };
    };
    return {
      ...design,
      catalogue: {
        ...restricted,
        componentKinds: kinds(restricted.componentKinds, 'component'),
        zoneKinds: kinds(restricted.zoneKinds, 'zone'),
        dataClasses: kinds(restricted.dataClasses, 'data'),
        services: kinds(restricted.services, 'flow'),
      },
      design: body(design.design, 'design'),
      zones: mapped(design.zones, (one) => body(one, 'zone')),
      components: mapped(design.components, (one) => body(one, 'component')),
      data: mapped(design.data, (one) => body(one, 'data')),
      links: mapped(design.links, (one) => layered(one, 'link')),
      flows: mapped(design.flows, (one) => layered(one, 'flow')),
    };
  });

function wellPlaced({ settings, controls: uses, mechanisms: used }: Body, sort: ElementSort, catalogue: Catalogue): Body {
  return {
    settings: settings.filter(({ attribute }) => {
      const one = catalogue.attributes.get(attribute)!;
      return mayStand(one, sort) || (sort === 'zone' && mayStand(one, 'component'));
    }),
    controls: uses
      .filter(({ control }) => mayStand(catalogue.controls.get(control)!, sort))
      .map((use) => ({ ...use, mechanisms: use.mechanisms.filter((name) => stands(name, sort, catalogue)) })),
    mechanisms: used.filter(({ mechanism }) => stands(mechanism, sort, catalogue)),
  };
}

function stands(mechanism: string, sort: ElementSort, catalogue: Catalogue): boolean {
  return mayStand(catalogue.mechanisms.get(mechanism)!, sort);
}

function mapped<V>(table: ReadonlyMap<string, V>, change: (value: V) => V): ReadonlyMap<string, V> {
  return new Map([...table].map(([name, value]) => [name, change(value)]));
}
