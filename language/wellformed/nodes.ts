import type { LangiumDocument } from 'langium';
import type { Definition, Element, Model } from '../generated/ast.js';
import { nameRange } from '../read/range.js';
import { oncePer } from '../semantics/index.js';

type Named = Extract<Element, { readonly name: string }> | Definition;

/** The statements of a file that declare a name, by that name in the order of the text: reading a file anew makes another tree. */
export const elementNodesOf = oncePer(({ elements }: Model) => byName(elements));

const definitionNodesOf = oncePer(({ definitions }: Model) => byName(definitions));

/** What declares or defines a name that starts at an offset. */
export function nodeNamedAt(document: LangiumDocument, model: Model, name: string, offset: number): Named | undefined {
  const nodes = [...(definitionNodesOf(model).get(name) ?? []), ...(elementNodesOf(model).get(name) ?? [])];
  return nodes.find((node) => nameRange(document, node).startOffset === offset);
}

/** What cannot be read in full may lack its name. */
function byName(nodes: readonly (Element | Definition)[]): ReadonlyMap<string, readonly Named[]> {
  const table = new Map<string, Named[]>();
  for (const node of nodes) {
    if (!('name' in node)) continue;
    const same = table.get(node.name);
    if (same === undefined) table.set(node.name, [node]);
    else same.push(node);
  }
  return table;
}
