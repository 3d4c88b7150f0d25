import fc from 'fast-check';
import {
  protectable,
  type Attribute,
  type Catalogue,
  type Control,
  type ControlUse,
  type Definition,
  type Kind,
  type KindSort,
  type Mechanism,
  type MechanismUse,
  type ElementSort,
  type Setting,
} from '../../../language/model/index.js';
import {
  attributes,
  attributeTypes,
  componentKinds,
  controls,
  dataClasses,
  maybe,
  mechanisms,
  nowhere,
  services,
  some,
  today,
  valueFor,
  zoneKinds,
} from './names.js';
import { condition } from './conditions.js';
import { requirementTable } from './requirements.js';

export interface Body {
  readonly settings: readonly Setting[];
  readonly controls: readonly ControlUse[];
  readonly mechanisms: readonly MechanismUse[];
}

export const sorts: readonly ElementSort[] = ['zone', 'component', 'data', 'link', 'flow', 'design'];

export function definition(name: string): Definition {
  return { name, title: undefined, also: [], documentation: undefined, notes: [], file: nowhere, builtIn: false };
}

const setting: fc.Arbitrary<Setting> = fc
  .constantFrom(...attributes)
  .chain((attribute) => valueFor(attribute).map((value) => ({ attribute, value })));

const plan = fc.constantFrom(undefined, '2027-03-14', today, '2027-03-16').map((due) => ({ planned: true, due }));

/** One of the blank ones in eight. */
const evidence = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constantFrom('SOP-14', '0', ' a\n') },
  { weight: 1, arbitrary: fc.constantFrom('', ' \t', '\n\u00A0', '\u2060') },
);

const use: fc.Arbitrary<ControlUse> = fc
  .record({ control: fc.constantFrom(...controls), by: some(mechanisms, 2), planned: maybe(plan, 1, 3), evidence })
  .map(({ control, by, planned, evidence }) => ({
    control,
    mechanisms: by,
    from: undefined,
    to: undefined,
    ...(planned ?? { planned: false, due: undefined }),
    evidence,
  }));

export const body: fc.Arbitrary<Body> = fc.record({
  settings: fc.uniqueArray(setting, { maxLength: 2, selector: ({ attribute }) => attribute }),
  controls: fc.array(use, { maxLength: 2 }),
  mechanisms: maybe(fc.constantFrom(...mechanisms), 1, 4).map((one) => (one === undefined ? [] : [{ mechanism: one }])),
});

const bare: Body = { settings: [], controls: [], mechanisms: [] };

/** Kinds inherit from those before them, so that there is no cycle. */
function kindTable(sort: KindSort, pool: readonly string[]): fc.Arbitrary<ReadonlyMap<string, Kind>> {
  const kinds = pool.map((name, index) =>
    fc
      .record({ parents: index === 0 ? fc.constant([]) : some(pool.slice(0, index), 2), has: maybe(body, 1, 2) })
      .map(({ parents, has }): Kind => ({ ...definition(name), sort, parents, ...(has ?? bare) })),
  );
  return table(kinds);
}

function table<D extends Definition>(definitions: readonly fc.Arbitrary<D>[]): fc.Arbitrary<ReadonlyMap<string, D>> {
  return fc.tuple(...definitions).map((all) => new Map(all.map((one) => [one.name, one])));
}

const controlTable = table(
  controls.map((name, index) =>
    fc
      .record({
        implies: index === 0 ? fc.constant([]) : some(controls.slice(0, index), 2),
        protects: fc.constantFrom(...protectable),
        limit: maybe(condition, 1, 4),
      })
      .map(({ implies, protects, limit }): Control => ({
        ...definition(name),
        sorts: [],
        implies,
        protects,
        asks: undefined,
        limits: limit === undefined ? [] : [{ condition: limit, because: 'not here' }],
      })),
  ),
);

const mechanismTable = table(
  mechanisms.map((name, index) =>
    fc
      .record({
        parents: index === 0 ? fc.constant([]) : some(mechanisms.slice(0, index), 2),
        provides: some(controls, 2),
        weak: maybe(fc.constantFrom(...controls), 1, 2),
      })
      .map(({ parents, provides, weak }): Mechanism => ({
        ...definition(name),
        parents,
        sorts: [],
        provides,
        weaknesses: weak === undefined ? [] : [{ controls: [weak], because: 'too short a key' }],
        exclusive: false,
        suits: undefined,
        carriers: [],
        fits: undefined,
        homes: [],
        strangers: [],
        family: false,
        see: [],
      })),
  ),
);

const attributeTable = table(
  attributes.map((name) =>
    fc
      .record({ on: fc.uniqueArray(fc.constantFrom(...sorts), { maxLength: 3 }), fallback: maybe(valueFor(name), 1, 3) })
      .map(({ on, fallback }): Attribute => ({
        ...definition(name),
        sorts: name === 'party' ? ['component', 'zone'] : on,
        type: attributeTypes[name]!,
        default: name === 'party' ? undefined : fallback,
        asks: undefined,
        counts: undefined,
      })),
  ),
);

export const catalogue: fc.Arbitrary<Catalogue> = fc
  .record({
    componentKinds: kindTable('component', componentKinds),
    zoneKinds: kindTable('zone', zoneKinds),
    dataClasses: kindTable('data', dataClasses),
    services: kindTable('service', services),
    controls: controlTable,
    mechanisms: mechanismTable,
    attributes: attributeTable,
    rules: requirementTable,
  })
  .map(({ rules, ...rest }) => ({
    ...rest,
    ...rules,
    standards: new Map(),
    harms: new Map(),
    threats: new Map(),
    attacks: new Map(),
    steps: new Map(),
    conditions: new Map(),
  }));
