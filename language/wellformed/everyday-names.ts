import { GrammarUtils } from 'langium';
import type * as ast from '../generated/ast.js';
import { alike, tablesOf } from '../semantics/everyday.js';
import { isBuiltIn } from '../names/imports.js';
import { rangeBetween } from '../read/range.js';
import { leaveOut } from './leave-out.js';
import type { Context, Mistake } from './mistake.js';
import { written } from '../parsing/written.js';

/** Everyday names that lead nowhere: what is written means the definition that has the name itself, and a blank one is found by nothing. */
export function* everydayNames({ model, document, catalogue }: Context): Iterable<Mistake> {
  for (const node of model.definitions) {
    if (written(node.name) === undefined || node.also.length === 0) continue;
    const names = new Map<string, string>();
    for (const table of tablesOf(node.$type, catalogue)) {
      // What a workspace defines is no mistake of the built-in catalogue, whose everyday names it may take.
      for (const { name, builtIn } of table.values()) if (builtIn || !isBuiltIn(document.uri)) names.set(alike(name), name);
    }
    const said = new Set<string>();
    for (const [index, place] of GrammarUtils.findNodesForProperty(node.$cstNode, 'also').entries()) {
      const word = node.also[index] ?? '';
      const message = whatIsWrong(word, node, names.get(alike(word)), said);
      said.add(alike(word));
      if (message === undefined) continue;
      const range = rangeBetween(document, place.offset, place.end);
      yield {
        code: 'everyday-name',
        severity: 'warning',
        message,
        range,
        repairs: leaveOut(document, node, 'also', index, `Leave "${word}" out`),
      };
    }
  }
}

function whatIsWrong(word: string, { name }: ast.Definition, other: string | undefined, said: ReadonlySet<string>): string | undefined {
  const key = alike(word);
  if (key === '') return 'An everyday name without a letter is found by nobody. Leave it out.';
  if (other === name) return `'${name}' is found by its own name: no everyday name has to say it again. Leave "${word}" out.`;
  if (other !== undefined)
    return `'${other}' is the name of another definition, which is what whoever writes it means. Leave "${word}" out.`;
  return said.has(key) ? `"${word}" stands here twice. Leave one out.` : undefined;
}
