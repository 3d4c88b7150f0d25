import type { Element, Kind, Mechanism, Setting } from '../model/index.js';
import { elementsOf } from '../semantics/index.js';
import { kindTable, lineage } from '../semantics/kinds.js';
import type { SourceRange } from '../source/index.js';
import { nameRange } from '../read/range.js';
import { asWritten } from '../writing/index.js';
import { addItem } from './leave-out.js';
import type { Context, Mistake, Repair } from './mistake.js';
import { quoted } from './nearest.js';

/** Kinds at the same distance that say different things: nobody knows which one counts. */
export function* contradictions(context: Context): Iterable<Mistake> {
  const { uri, catalogue, designs } = context;
  for (const table of [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses, catalogue.services]) {
    for (const kind of table.values()) if (kind.file === uri) yield* between(kind, kind.parents, table, context);
  }
  for (const mechanism of catalogue.mechanisms.values()) if (mechanism.file === uri) yield* inMechanism(mechanism, context);
  for (const design of designs) {
    for (const place of ['zone', 'component', 'data', 'flow'] as const) {
      for (const element of elementsOf(design, place)) {
        if (element.file === uri) yield* between(element, element.kinds, kindTable(place, catalogue), context);
      }
    }
  }
}

function* between(one: Kind | Element, parents: readonly string[], table: ReadonlyMap<string, Kind>, context: Context): Iterable<Mistake> {
  for (const [attribute, kinds] of ties(one, parents, table)) {
    // A kind that is torn itself is told of where it is defined.
    const inherited = [...lineage(parents, table).keys()].map((name) => table.get(name));
    if (inherited.some((kind) => kind !== undefined && ties(kind, kind.parents, table).has(attribute))) continue;
    const mistake = contradiction(one.name, context.sources.rangeOf(one), attribute, kinds, `Set '${attribute}' on '${one.name}' itself.`);
    const values = kinds.flatMap((name) => table.get(name)?.settings.filter((setting) => setting.attribute === attribute) ?? []);
    yield { ...mistake, repairs: settled(one, values, context) };
  }
}

/** Each of the values as what it says itself. */
function settled(one: Kind | Element, values: readonly Setting[], { model, document, sources }: Context): Repair[] {
  const { name } = one;
  const range = sources.rangeOf(one);
  const nodes = [...model.definitions, ...model.elements];
  const node = nodes.find((other) => 'name' in other && nameRange(document, other).startOffset === range.startOffset);
  if (node === undefined) return [];
  const statements = [...new Set(values.map(({ attribute, value }) => `${attribute} = ${asWritten(value)}`))];
  return statements.map((statement) => addItem(document, node, statement, `Set ${statement} on '${name}'`));
}

/** Attributes for which equally near kinds give different values, with two of those kinds. */
export function ties(
  one: Pick<Kind, 'settings'>,
  parents: readonly string[],
  table: ReadonlyMap<string, Kind>,
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (parents.length === 0) return found;
  const own = new Set(one.settings.map((setting) => setting.attribute));
  const nearest = new Map<string, { distance: number; value: string; kind: string }>();
  for (const [name, distance] of lineage(parents, table)) {
    for (const { attribute, value } of table.get(name)?.settings ?? []) {
      if (own.has(attribute)) continue;
      const words = JSON.stringify(value);
      const before = nearest.get(attribute);
      if (before === undefined) nearest.set(attribute, { distance, value: words, kind: name });
      else if (before.distance === distance && before.value !== words && !found.has(attribute)) found.set(attribute, [before.kind, name]);
    }
  }
  return found;
}

function* inMechanism(mechanism: Mechanism, { catalogue: { mechanisms }, sources }: Context): Iterable<Mistake> {
  for (const { control, kinds } of tornControls(mechanism, mechanisms)) {
    const advice = `Say of '${mechanism.name}' itself which it is.`;
    yield contradiction(
      mechanism.name,
      sources.rangeOf(mechanism),
      control,
      kinds.map((kind) => kind ?? mechanism.name),
      advice,
    );
  }
}

/** Controls that a mechanism inherits as provided from one and as weak from another that is equally near. Undefined is the mechanism itself. */
export function tornControls(
  one: Pick<Mechanism, 'parents' | 'provides' | 'weaknesses'>,
  table: ReadonlyMap<string, Mechanism>,
): { readonly control: string; readonly kinds: readonly (string | undefined)[] }[] {
  const torn: { control: string; kinds: (string | undefined)[] }[] = [];
  const said = new Map<string, { distance: number; weak: boolean; kind: string | undefined }>();
  for (const [name, distance] of [[undefined, 0] as const, ...lineage(one.parents, table)]) {
    const says = name === undefined ? one : table.get(name);
    const weak = new Set(says?.weaknesses.flatMap((weakness) => weakness.controls));
    for (const control of new Set([...(says?.provides ?? []), ...weak])) {
      const before = said.get(control);
      const isWeak = weak.has(control);
      if (before === undefined) said.set(control, { distance, weak: isWeak, kind: name });
      else if (before.distance === distance && before.weak !== isWeak) torn.push({ control, kinds: [before.kind, name] });
    }
  }
  return torn;
}

function contradiction(name: string, range: SourceRange, about: string, kinds: readonly string[], advice: string): Mistake {
  return {
    code: 'contradicting-kinds',
    severity: 'error',
    message: `'${name}' inherits different things about '${about}': ${quoted(kinds)} are equally near and disagree. ${advice}`,
    range,
  };
}
