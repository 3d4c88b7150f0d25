import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { MeterGrammar } from '../language/generated/grammar.js';
import { bodies, conditions, needs, relations, statements, values } from './language/tables.js';

const file = path.resolve(import.meta.dirname, '..', 'docs', 'language.md');

/** What docs/language.md should hold: its sentences as they stand there, its lists made from the grammar and the tables of the semantics. */
export async function languagePage(): Promise<string> {
  const grammar = MeterGrammar();
  const lists: Readonly<Record<string, string>> = {
    statements: statements(grammar, false),
    bodies: bodies(grammar),
    values: values(grammar),
    definitions: statements(grammar, true),
    conditions: conditions(grammar),
    relations: relations(grammar),
    needs: needs(grammar),
  };
  let text = readFileSync(file, 'utf8');
  for (const [name, list] of Object.entries(lists)) {
    const [from, to] = [`<!-- ${name}: npm run man -->`, `<!-- end of ${name} -->`];
    const [start, end] = [text.indexOf(from), text.indexOf(to)];
    if (start === -1 || end < start) throw new Error(`docs/language.md lacks '${from}' and '${to}', which a list stands between`);
    text = `${text.slice(0, start + from.length)}\n\n${list}\n\n${text.slice(end)}`;
  }
  return prettier.format(text, { ...(await prettier.resolveConfig(file)), parser: 'markdown' });
}
