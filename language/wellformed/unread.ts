import { GrammarUtils, type AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import type { Catalogue, ElementSort } from '../model/index.js';
import { elementSorts, kindsOf, kindTable, knownNames, mayStand, requirementsOf, ties } from '../semantics/index.js';
import { Readers, type StatementBearer } from '../semantics/proofs/readers.js';
import { requirementReads, type AskableClause } from '../semantics/proofs/reads.js';
import type { SourceRange } from '../source/index.js';
import { rangeOfNode, rangeOfCst } from '../read/range.js';
import { withWords } from './leave-out.js';
import { removal, replacement, type Context, type Mistake, type MistakeOf, type Repair } from './mistake.js';
import type { UnreadStatement } from './words/index.js';
import { sortOfOwner, withoutMechanism } from './uses.js';
import { written } from '../parsing/written.js';

/** Read where no requirement is: how many there are, whose they are, and what shares a machine is told in reports and messages. */
const readElsewhere: ReadonlySet<string> = new Set([knownNames.count, knownNames.party, knownNames.host]);

/** Statements that no requirement of the review reads, whatever else the design says: they have no effect, which nobody sees. */
export function* unread(context: Context): Iterable<Mistake> {
  const { model, catalogue, designs } = context;
  const ofDesigns = readersFor([...new Set(designs.flatMap(({ design }) => design.profiles))], context);
  for (const owner of [...model.designs, ...model.elements]) {
    const sort = sortOfOwner(owner);
    if (sort === undefined) continue;
    const find = () => unreadOf(owner, { sort, kinds: kindsWritten(owner, sort, catalogue) }, ofDesigns, context);
    yield* context.unlessClean(owner, 'unread', [catalogue, ofDesigns], find);
  }
  const kinds = model.definitions.filter((one) => sortOfOwner(one) !== undefined);
  if (kinds.length === 0) return;
  // A definition is made for any design, and what is of a kind may be of others besides.
  const ofAll = readersFor([...catalogue.profiles.keys()], context);
  for (const kind of kinds) yield* unreadOf(kind, { sort: sortOfOwner(kind)!, kinds: undefined }, ofAll, context);
}

/** Of the requirements in force under any of some profiles. */
function readersFor(profiles: readonly string[], { catalogue, derived }: Context): Readers {
  const find = () => new Readers(requirementReads(requirementsOf(profiles, catalogue), catalogue), catalogue);
  return derived(catalogue, `readers under ${profiles.join(' ')}`, find);
}

function kindsWritten(owner: AstNode, sort: ElementSort, catalogue: Catalogue): ReadonlySet<string> | undefined {
  const named = 'kinds' in owner ? (owner as ast.Component).kinds.map(({ $refText }) => $refText) : [];
  // What nobody says the kind of is told as such; it may be of any.
  if (named.length === 0 && (sort === 'zone' || sort === 'component' || sort === 'data')) return undefined;
  return new Set(kindsOf({ sort, kinds: named }, catalogue).keys());
}

function* unreadOf(owner: AstNode, bearer: StatementBearer, readers: Readers, context: Context): Iterable<Mistake> {
  const { document, catalogue } = context;
  const tell = (what: Unread) => mistake(what, bearer);
  for (const item of 'body' in owner ? (owner as ast.Component).body : []) {
    if (ast.isSetting(item)) {
      const attribute = catalogue.attributes.get(written(item.attribute)?.$refText ?? '');
      if (attribute === undefined || !mayStand(attribute, bearer.sort) || isReadElsewhere(attribute.name, catalogue)) continue;
      const range = rangeOfCst(document, written(item.attribute)?.$refNode);
      const isNeeded = settlesTie(owner, attribute.name, bearer.sort, catalogue);
      const repairs = isNeeded ? [] : [removal(document, rangeOfNode(document, item), ['removeNamed', attribute.name], false)];
      const at = (one: StatementBearer) => readers.ofSetting(attribute.name, one);
      yield* tell({ is: 'named', name: attribute.name, range, repairs, at, sorts: attribute.sorts });
    } else if (ast.isControlUse(item)) {
      const control = catalogue.controls.get(item.control?.$refText ?? '');
      if (control === undefined || !mayStand(control, bearer.sort)) continue;
      const range = rangeOfCst(document, item.control?.$refNode);
      const repairs = [removal(document, rangeOfNode(document, item), ['removeNamed', `control ${control.name}`], false)];
      const at = (one: StatementBearer) => readers.ofControl(control.name, one);
      yield* tell({ is: 'named', name: control.name, range, repairs, at, sorts: control.sorts });
    } else if (ast.isMechanismUse(item)) {
      for (const used of item.mechanisms) {
        const mechanism = catalogue.mechanisms.get(used.$refText);
        if (mechanism === undefined || !mayStand(mechanism, bearer.sort)) continue;
        const range = rangeOfCst(document, used.$refNode);
        const repairs = withoutMechanism(item, mechanism.name, document);
        const at = (one: StatementBearer) => readers.ofMechanism(mechanism.name, one);
        yield* tell({ is: 'brought', name: mechanism.name, range, repairs, at, sorts: mechanism.sorts });
      }
    }
  }
  if (ast.isLink(owner) || ast.isFlow(owner)) yield* layersOf(owner, bearer, readers, context);
  for (const { clause, property } of clauses) {
    const nodes = GrammarUtils.findNodesForProperty(owner.$cstNode, property).filter(({ container }) => container?.astNode === owner);
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (first === undefined || last === undefined || !(owner.$type in clauseOwners[clause])) continue;
    const range = withWords(document, first.offset, last.end);
    const repairs = [replacement(range, '', ['removeNamed', clause], false)];
    yield* tell({
      is: 'named',
      name: clause,
      range: rangeOfCst(document, first),
      repairs,
      at: () => readers.ofClause(clause),
      sorts: [bearer.sort],
    });
  }
}

function* layersOf(
  owner: ast.Link | ast.Flow,
  bearer: StatementBearer,
  readers: Readers,
  { document, catalogue }: Context,
): Iterable<Mistake> {
  for (const layer of owner.layers) {
    for (const used of layer.stack) {
      const mechanism = catalogue.mechanisms.get(used.$refText);
      if (mechanism === undefined || !mayStand(mechanism, bearer.sort)) continue;
      const range = rangeOfCst(document, used.$refNode);
      const repairs = withoutMechanism(layer, mechanism.name, document);
      const at = (one: StatementBearer) => readers.ofLayer(mechanism.name, one);
      yield* mistake({ is: 'brought', name: mechanism.name, range, repairs, at, sorts: mechanism.sorts }, bearer);
    }
  }
}

const clauses: readonly { readonly clause: AskableClause; readonly property: string }[] = [
  { clause: 'opened by', property: 'openers' },
  { clause: 'run by', property: 'parties' },
  { clause: 'returns', property: 'returns' },
];
const clauseOwners: Readonly<Record<AskableClause, Readonly<Record<string, true>>>> = {
  'opened by': { Link: true },
  'run by': { Design: true, Zone: true, Component: true },
  returns: { Flow: true },
};

/** A service that makes no sense with a value asks for it. */
function isReadElsewhere(attribute: string, { services }: Catalogue): boolean {
  if (readElsewhere.has(attribute)) return true;
  return [...services.values()].some(({ excludes = [] }) => excludes.some((one) => one.attribute === attribute));
}

/** Whether kinds that are equally near would contradict each other without it. */
function settlesTie(owner: AstNode, attribute: string, sort: ElementSort, catalogue: Catalogue): boolean {
  const { kinds = [], parents = [] } = owner as Partial<Pick<ast.Component, 'kinds'> & Pick<ast.ComponentKind, 'parents'>>;
  const names = [...kinds, ...parents].map(({ $refText }) => $refText);
  return ties({ settings: [] }, names, kindTable(sort, catalogue)).has(attribute);
}

interface Unread extends UnreadStatement {
  readonly range: SourceRange;
  readonly repairs: readonly Repair[];
  /** A requirement that reads it on such an element. */
  readonly at: (bearer: StatementBearer) => string | undefined;
  /** Where it may stand; empty: anywhere. */
  readonly sorts: readonly ElementSort[];
}

function* mistake({ is, name, range, repairs, at, sorts }: Unread, bearer: StatementBearer): Iterable<Mistake> {
  if (at(bearer) !== undefined) return;
  const statement = { is, name };
  const onOthers = at({ sort: bearer.sort, kinds: undefined });
  const read = elementSorts.filter((sort) => mayStand({ sorts }, sort) && at({ sort, kinds: undefined }) !== undefined);
  const what: MistakeOf<'unread-statement'>['what'] =
    onOthers !== undefined
      ? ['ofThisKind', statement, bearer.sort, onOthers]
      : read.length > 0
        ? ['here', statement, bearer.sort, read]
        : ['anywhere', statement];
  yield { code: 'unread-statement', severity: 'hint', what, range, repairs };
}
