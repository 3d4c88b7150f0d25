import { AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import type { Catalogue, Definition, NamedCondition, Place } from '../model/catalogue.js';
import { holdsOfNothing, readCondition, type Known, type NamedReference } from './condition.js';

/** A named condition as its file writes it, with what every definition has. */
export interface WrittenCondition {
  readonly document: LangiumDocument;
  readonly node: ast.NamedCondition;
  readonly definition: Definition;
}

interface Table extends Pick<Catalogue, 'attributes'> {
  readonly conditions: Map<string, NamedCondition>;
}

/**
 * Reads each condition after those that it is made of, in whatever order they stand: each is put together once, and every use of its
 * name is the same object. The table has them in the order of the text.
 */
export function readNamedConditions(all: readonly WrittenCondition[], { attributes, conditions }: Table): void {
  const written = new Map<string, WrittenCondition>();
  for (const one of all) if (!written.has(one.definition.name)) written.set(one.definition.name, one);
  const read = new Map<string, NamedReference>();
  const open = new Set<string>();
  const known: Known = { typeOf: (attribute) => attributes.get(attribute)?.type, named: referenceTo };
  function referenceTo(name: string): NamedReference | undefined {
    const one = written.get(name);
    if (one === undefined || open.has(name)) return undefined;
    let reference = read.get(name);
    if (reference === undefined) {
      open.add(name);
      // What is half written holds of nothing yet.
      const condition = readCondition(one.node.condition, known) ?? holdsOfNothing(name).condition;
      open.delete(name);
      read.set(name, (reference = { kind: 'named', name, title: one.definition.title, condition }));
    }
    return reference;
  }
  for (const [name, { node, definition }] of written) {
    conditions.set(name, { ...definition, places: node.places as Place[], reference: referenceTo(name)!, uses: namesUsed(node) });
  }
}

function namesUsed(node: ast.NamedCondition): string[] {
  const uses = AstUtils.streamAllContents(node).filter(ast.isCountsCondition).toArray();
  return [...new Set(uses.flatMap(({ condition }) => (condition as ast.CountsCondition['condition'] | undefined)?.$refText ?? []))];
}
