import type { Element, Kind, Mechanism, Setting } from '../model/index.js';
import { elementTable, kindTable, lineage, partsIn, sortsWithKinds, ties, tornControls } from '../semantics/index.js';
import type { SourceRange } from '../source/index.js';
import { asWritten } from '../writing/index.js';
import { addItem } from './leave-out.js';
import type { Context, Mistake, MistakeOf, Repair } from './mistake.js';
import { nodeNamedAt } from './nodes.js';

/** Kinds at the same distance that say different things: nobody knows which one counts. */
export function* contradictions(context: Context): Iterable<Mistake> {
  const { uri, catalogue, designs } = context;
  for (const table of [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses, catalogue.services]) {
    for (const kind of partsIn(table, uri)) yield* between(kind, kind.parents, table, context);
  }
  for (const mechanism of partsIn(catalogue.mechanisms, uri)) yield* inMechanism(mechanism, context);
  for (const design of designs) {
    for (const sort of sortsWithKinds) {
      for (const element of partsIn(elementTable(sort, design), uri)) {
        yield* between(element, element.kinds, kindTable(sort, catalogue), context);
      }
    }
  }
}

function* between(one: Kind | Element, parents: readonly string[], table: ReadonlyMap<string, Kind>, context: Context): Iterable<Mistake> {
  // With one kind above it, whatever is torn is torn there already; so a chain of kinds is walked once and not once for each of them.
  if (parents.length < 2) return;
  for (const [attribute, kinds] of ties(one, parents, table)) {
    // A kind that is torn itself is told of where it is defined.
    const inherited = [...lineage(parents, table).keys()].map((name) => table.get(name));
    if (inherited.some((kind) => kind !== undefined && ties(kind, kind.parents, table).has(attribute))) continue;
    const mistake = contradiction(['attribute', one.name, attribute, kinds], context.sources.rangeOf(one));
    const values = kinds.flatMap((name) => table.get(name)?.settings.filter((setting) => setting.attribute === attribute) ?? []);
    yield { ...mistake, repairs: settled(one, values, context) };
  }
}

/** Each of the values as what it says itself. */
function settled(one: Kind | Element, values: readonly Setting[], { model, document, sources }: Context): Repair[] {
  const { name } = one;
  const range = sources.rangeOf(one);
  const node = nodeNamedAt(document, model, name, range.startOffset);
  if (node === undefined) return [];
  const statements = [...new Set(values.map(({ attribute, value }) => `${attribute} = ${asWritten(value)}`))];
  return statements.map((statement) => addItem(document, node, statement, ['set', statement, name]));
}

function* inMechanism(mechanism: Mechanism, { catalogue: { mechanisms }, sources }: Context): Iterable<Mistake> {
  for (const { control, kinds } of tornControls(mechanism, mechanisms)) {
    const named = kinds.map((kind) => kind ?? mechanism.name);
    yield contradiction(['control', mechanism.name, control, named], sources.rangeOf(mechanism));
  }
}

function contradiction(what: MistakeOf<'contradicting-kinds'>['what'], range: SourceRange): Mistake {
  return { code: 'contradicting-kinds', severity: 'error', what, range };
}
