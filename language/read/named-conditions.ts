import { AstUtils } from 'langium';
import * as ast from '../generated/ast.js';
import type { Attribute, Definition, NamedCondition, ElementSort } from '../model/catalogue.js';
import { holdsOfNothing, readCondition, type Known, type NamedReference } from './condition.js';
import type { DefinitionFile } from './definitions.js';
import { haveSameData } from './kept.js';

/** A named condition as its file writes it, with what every definition has. */
export interface WrittenCondition {
  readonly file: DefinitionFile;
  readonly node: ast.NamedCondition;
  readonly definition: Definition;
}

interface Tables {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Of a layer beneath, which goes before. */
  readonly beneath: ReadonlyMap<string, NamedCondition> | undefined;
  /** As they were; what says the same stays the same object. */
  readonly before: ReadonlyMap<string, NamedCondition> | undefined;
  /** Where they are put. */
  readonly conditions: Map<string, NamedCondition>;
}

/**
 * Reads each condition after those that it is made of, in whatever order they stand: each is put together once, and every use of its
 * name is the same object. The table has them in the order of the text.
 */
export function readNamedConditions(all: readonly WrittenCondition[], { attributes, beneath, before, conditions }: Tables): void {
  const written = new Map<string, WrittenCondition>();
  for (const one of all) {
    const { name } = one.definition;
    if (!written.has(name) && beneath?.has(name) !== true) written.set(name, one);
  }
  const read = new Map<string, NamedReference>();
  const open = new Set<string>();
  const known: Known = { typeOf: (attribute) => attributes.get(attribute)?.type, named: referenceTo };
  function referenceTo(name: string): NamedReference | undefined {
    const one = written.get(name);
    if (one === undefined) return beneath?.get(name)?.reference;
    if (open.has(name)) return undefined;
    let reference = read.get(name);
    if (reference === undefined) {
      open.add(name);
      // What is half written holds of nothing yet.
      const condition = readCondition(one.node.condition, known) ?? holdsOfNothing(name).condition;
      open.delete(name);
      reference = { kind: 'named', name, title: one.definition.title, condition };
      const old = before?.get(name)?.reference;
      if (old !== undefined && haveSameData(old, reference)) reference = old;
      read.set(name, reference);
    }
    return reference;
  }
  for (const [name, { file, node, definition }] of written) {
    const now: NamedCondition = {
      ...definition,
      sorts: node.sorts as ElementSort[],
      reference: referenceTo(name)!,
      uses: namesUsed(node),
    };
    const old = before?.get(name);
    const kept = old !== undefined && haveSameData(old, now) ? old : now;
    conditions.set(name, file.origins.at(kept, node));
  }
}

function namesUsed(node: ast.NamedCondition): string[] {
  const uses = AstUtils.streamAllContents(node).filter(ast.isCountsCondition).toArray();
  return [...new Set(uses.flatMap(({ condition }) => (condition as ast.CountsCondition['condition'] | undefined)?.$refText ?? []))];
}
