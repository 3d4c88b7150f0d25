import { GrammarUtils } from 'langium';
import type * as ast from '../generated/ast.js';
import { alike, tablesOf } from '../semantics/everyday.js';
import { isBuiltIn } from '../names/imports.js';
import { rangeBetween } from '../read/range.js';
import { leaveOut } from './leave-out.js';
import type { Context, Mistake, MistakeOf } from './mistake.js';
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
      const what = whatIsWrong(word, node, names.get(alike(word)), said);
      said.add(alike(word));
      if (what === undefined) continue;
      const range = rangeBetween(document, place.offset, place.end);
      yield {
        code: 'everyday-name',
        severity: 'warning',
        what,
        range,
        repairs: leaveOut(document, node, 'also', index, ['leaveEverydayNameOut', word]),
      };
    }
  }
}

function whatIsWrong(
  word: string,
  { name }: ast.Definition,
  other: string | undefined,
  said: ReadonlySet<string>,
): MistakeOf<'everyday-name'>['what'] | undefined {
  const key = alike(word);
  if (key === '') return ['blank'];
  if (other === name) return ['own', word, name];
  if (other !== undefined) return ['ofAnother', word, other];
  return said.has(key) ? ['twice', word] : undefined;
}
