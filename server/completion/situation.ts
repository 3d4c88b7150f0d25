import { CstUtils, type AstNode, type LangiumDocument } from 'langium';
import * as ast from '../../language/generated/ast.js';
import type { Architecture, Catalogue, Element, ElementSort } from '../../language/model/index.js';
import { written } from '../../language/parsing/written.js';
import type { NameTable } from '../../language/names/visibility.js';
import { subjectSort } from '../../language/names/subject.js';
import { sortOfOwner } from '../../language/wellformed/uses.js';
import { elementNamed, type Assessment } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import { beginsStatement, type GrammarAutomaton, type IsKnown, type Reading, type Step } from './automaton.js';
import type { Cursor, CursorToken } from './cursor.js';
import { listedAround, readings, statementAt, type StatementAtCursor } from './statement.js';

/** Stands for the word that is being written. */
export const placeholder = 'the-word-being-written';

/** Everything that is known of the place where something is completed. */
export interface Situation {
  readonly snapshot: Snapshot;
  readonly grammar: GrammarAutomaton['grammar'];
  readonly document: LangiumDocument;
  readonly cursor: Cursor;
  readonly statement: StatementAtCursor;
  /** The tokens of the statement that were read up to the word, and what may follow them. */
  readonly tokens: readonly CursorToken[];
  readonly steps: readonly Step[];
  /** The node that would hold the word, or the nearest one around it; it belongs to no document. */
  readonly node: AstNode | undefined;
  /** The statement that it stands in. */
  readonly owner: (AstNode & { readonly name?: string }) | undefined;
  readonly sort: ElementSort | undefined;
  readonly catalogue: Catalogue;
  /** The designs that the file is part of. */
  readonly designs: readonly Architecture[];
  /** The other names of the same list. */
  readonly listed: ReadonlySet<string>;
}

export function situationAt(
  snapshot: Snapshot,
  document: LangiumDocument,
  cursor: Cursor,
  automaton: GrammarAutomaton,
): Situation | undefined {
  const { catalogue } = snapshot;
  const { grammar } = automaton;
  const elements = snapshot.elementsFrom(document);
  const isKnown: IsKnown = (type, name) => {
    if (type === 'Subject' || type === 'Declaration') return elements.has(name);
    if (elementTypes.has(type)) return elements.get(name)?.some((description) => description.type === type) === true;
    const types = type === 'Kind' ? ['ZoneKind', 'ComponentKind', 'DataClass', 'Service'] : [type];
    return types.some((one) => snapshot.definitionsOf(one).has(name));
  };
  const statement = statementAt(cursor, grammar);
  for (const tokens of readings(statement)) {
    const reading = automaton.read(tokens, isKnown);
    if (reading.positions.length === 0) continue;
    const steps = fitting(reading, statement, automaton);
    const node = nodeAt(snapshot, tokens);
    const owner = ownerOf(node);
    const sort = owner === undefined ? undefined : sortIn(owner, elements);
    const designs = snapshot.designsOf(document.uri.toString());
    const listed = listedAround(statement);
    return { snapshot, grammar, document, cursor, statement, tokens, steps, node, owner, sort, catalogue, designs, listed };
  }
  return undefined;
}

const elementTypes = new Set(['Zone', 'Component', 'Data', 'Link', 'Flow', 'Phase']);
/** Behind a keyword so many tokens may have to be written before the rest goes on. */
const mostMissing = 5;
const restLooked = 3;

/** Of what may follow, what goes best with the rest of the statement: most often all of it. */
function fitting(reading: Reading, { before, after }: StatementAtCursor, automaton: GrammarAutomaton): readonly Step[] {
  const steps = automaton.steps(reading);
  const rest = after.slice(0, restLooked);
  if (rest.length === 0) return steps;
  const asItStands = automaton.costOf(reading, rest);
  const isInside = before.length > 0 && asItStands < Infinity;
  // What is defined is said already: another word would make a statement of a design of the rest.
  if (isInside && before.at(-1)!.image === 'define') return [];
  // An attribute is followed by its value.
  const isWhole = (step: Step) => step.word === undefined && step.property !== 'attribute';
  // No statement begins in the middle of another, but behind `add` in a variant.
  const isAdding = before.at(-1)?.image === 'add';
  const costs = steps.map((step) =>
    isInside && !isAdding && beginsStatement(step) ? Infinity : automaton.costBehind(reading, step, rest, isWhole(step) ? 0 : mostMissing),
  );
  const least = Math.min(...costs);
  if (asItStands < least) return [];
  // A rest that cannot be read in any case says something only of what it can be read behind without doubt.
  if (asItStands === Infinity && least > 0) return steps;
  return steps.filter((_, index) => costs[index] === least);
}

function nodeAt(snapshot: Snapshot, tokens: readonly CursorToken[]): AstNode | undefined {
  const text = tokens.map(({ image }) => image).join(' ');
  // A name where a name may stand makes the reader see the node that it is written for.
  const { value } = snapshot.parse(`${text} ${placeholder}`);
  return value.$cstNode === undefined ? undefined : CstUtils.findLeafNodeBeforeOffset(value.$cstNode, text.length + 1)?.astNode;
}

function ownerOf(node: AstNode | undefined): AstNode | undefined {
  let owner = node;
  while (owner !== undefined && !ast.isElement(owner) && !ast.isChange(owner) && !ast.isDefinition(owner) && !ast.isDesign(owner))
    owner = owner.$container;
  return owner;
}

/** The node belongs to no document, so that nothing in it leads anywhere: what a change is of is known by its name. */
function sortIn(owner: AstNode, elements: NameTable): ElementSort | undefined {
  if (!ast.isChange(owner)) return sortOfOwner(owner);
  const [description] = elements.get(written(owner.subject)?.$refText ?? '') ?? [];
  return description === undefined ? undefined : sorts[description.type];
}

const sorts: Readonly<Record<string, ElementSort>> = {
  Design: 'design',
  Zone: 'zone',
  Component: 'component',
  Data: 'data',
  Link: 'link',
  Flow: 'flow',
};

/** What a condition under the cursor is about. Until `applies to` is read, what stands behind the cursor says it. */
export function subjectOf({ node, statement }: Situation): ElementSort | 'protocol' | undefined {
  const known = node === undefined ? undefined : subjectSort(node);
  if (known !== undefined || node === undefined) return known;
  const all = [...statement.before, ...statement.after];
  const rule = all.findIndex(({ image }, index) => image === 'applies' && all[index + 1]?.image === 'to');
  return rule < 0 ? undefined : (all[rule + 2]?.image as ElementSort | undefined);
}

/** The reviews of the designs that the file is part of. */
export function assessmentsOf({ snapshot, designs }: Situation): Assessment[] {
  return designs.map((design) => snapshot.assessmentOf(design));
}

/** The element that the cursor stands in, as the first design has it that has it at all. */
export function elementOf({ designs, owner, sort }: Situation): Element | undefined {
  const name = ast.isChange(owner) ? written(owner.subject)?.$refText : owner?.name;
  if (name === undefined || ast.isDefinition(owner)) return undefined;
  for (const design of designs) {
    const element = elementNamed(design, name);
    if (element !== undefined && element.sort === sort) return element;
  }
  return undefined;
}

/** Names of references, those that stand for the word being written left out. */
export function writtenNames(references: readonly { readonly $refText: string }[] | undefined): string[] {
  return (references ?? []).map(({ $refText }) => $refText).filter((name) => name !== placeholder);
}
