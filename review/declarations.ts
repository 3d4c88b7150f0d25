import { allElements } from '../language/semantics/index.js';
import type { Architecture, ControlUse, Element, Kind, Layer, MechanismUse, Setting } from '../language/model/index.js';

/** What an author says of an element, or of a kind of their own, that a review may count. */
export interface Declaration {
  readonly sort: 'control' | 'by' | 'uses' | 'over' | 'attribute';
  /** The control, the mechanism or the attribute. */
  readonly name: string;
  /** Of `by`, the control that it stands behind. */
  readonly control: string | undefined;
  /** The element, or the kind, that it stands on. */
  readonly owner: string;
  /** The statement or clause that it is or stands in. */
  readonly part: ControlUse | MechanismUse | Setting | Layer;
  /** Of `over`, which mechanism of the layer's stack it is. */
  readonly index: number | undefined;
  /** The design as if it did not stand there. */
  readonly without: () => Architecture;
}

const tables = ['componentKinds', 'zoneKinds', 'dataClasses', 'services'] as const;

/** What a declaration is called in a list: `hes: by nts (authenticated-time)`. */
export function told({ sort, name, control, owner }: Declaration): string {
  return `${owner}: ${sort} ${name}${control === undefined ? '' : ` (${control})`}`;
}

/** Every declaration of a design's files, on its elements first and then on the kinds that it defines. */
export function declarationsOf(architecture: Architecture): Declaration[] {
  const elements = allElements(architecture);
  const ofElements = elements.flatMap((element) => [
    ...inBody(element, (changed) => withElement(architecture, changed)),
    ...(element.sort === 'link' || element.sort === 'flow'
      ? inLayers(element.name, element.layers, (layers) => withElement(architecture, { ...element, layers }))
      : []),
  ]);
  const ofKinds = tables.flatMap((table) =>
    [...architecture.catalogue[table].values()]
      .filter((kind) => !kind.builtIn && architecture.files.includes(kind.file))
      .flatMap((kind) => inBody(kind, (changed) => withKind(architecture, table, changed))),
  );
  return [...ofElements, ...ofKinds];
}

interface Body {
  readonly name: string;
  readonly controls: readonly ControlUse[];
  readonly mechanisms: readonly MechanismUse[];
  readonly settings: readonly Setting[];
}

function inBody<B extends Body>(body: B, put: (changed: B) => Architecture): Declaration[] {
  const { name: owner, controls, mechanisms, settings } = body;
  return [
    ...controls.flatMap((use): Declaration[] => [
      {
        sort: 'control',
        name: use.control,
        control: undefined,
        owner,
        part: use,
        index: undefined,
        without: () => put({ ...body, controls: leftOut(controls, use) }),
      },
      ...use.mechanisms.map((name): Declaration => {
        const less = { ...use, mechanisms: leftOut(use.mechanisms, name) };
        const without = () => put({ ...body, controls: controls.map((one) => (one === use ? less : one)) });
        return { sort: 'by', name, control: use.control, owner, part: use, index: undefined, without };
      }),
    ]),
    ...mechanisms.map((use): Declaration => {
      const without = () => put({ ...body, mechanisms: leftOut(mechanisms, use) });
      return { sort: 'uses', name: use.mechanism, control: undefined, owner, part: use, index: undefined, without };
    }),
    ...settings.map((setting): Declaration => {
      const without = () => put({ ...body, settings: leftOut(settings, setting) });
      return { sort: 'attribute', name: setting.attribute, control: undefined, owner, part: setting, index: undefined, without };
    }),
  ];
}

/** A layer goes with its last mechanism. */
function inLayers(owner: string, layers: readonly Layer[], put: (changed: Layer[]) => Architecture): Declaration[] {
  return layers.flatMap((layer) =>
    layer.stack.map((name, index): Declaration => {
      const stack = layer.stack.filter((_, at) => at !== index);
      const less: Layer = { ...layer, stack };
      const without = () => put(layers.map((one) => (one === layer ? less : one)).filter((one) => one.stack.length > 0));
      return { sort: 'over', name, control: undefined, owner, part: layer, index, without };
    }),
  );
}

function leftOut<T>(list: readonly T[], one: T): T[] {
  const at = list.indexOf(one);
  return list.filter((_, index) => index !== at);
}

/** How a table comes to have another element. */
type Put = <E extends Element>(table: ReadonlyMap<string, E>, element: E) => ReadonlyMap<string, E>;

const inACopy: Put = (table, element) => new Map(table).set(element.name, element);

/** The design with an element in the place of the one that has its name. */
export function withElement(architecture: Architecture, element: Element, putInto: Put = inACopy): Architecture {
  const put = <E extends Element>(table: ReadonlyMap<string, E>) => putInto(table, element as E);
  switch (element.sort) {
    case 'design':
      return { ...architecture, design: element };
    case 'zone':
      return { ...architecture, zones: put(architecture.zones) };
    case 'component':
      return { ...architecture, components: put(architecture.components) };
    case 'data':
      return { ...architecture, data: put(architecture.data) };
    case 'link':
      return { ...architecture, links: put(architecture.links) };
    case 'flow':
      return { ...architecture, flows: put(architecture.flows) };
  }
}

function withKind(architecture: Architecture, table: (typeof tables)[number], kind: Kind): Architecture {
  const { catalogue } = architecture;
  return { ...architecture, catalogue: { ...catalogue, [table]: new Map(catalogue[table]).set(kind.name, kind) } };
}
