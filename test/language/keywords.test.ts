import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace, root, syntaxErrors } from '../support/workspace.js';

/** Every word in quotes that the grammar's rules mention. */
function keywords(): string[] {
  const grammar = readFileSync(path.join(root, 'language/meter.langium'), 'utf8');
  const rules = grammar.slice(grammar.indexOf('entry Model')).replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...new Set([...rules.matchAll(/'([a-z]+)'/g)].map((match) => match[1]!))].sort();
}

describe('keywords', () => {
  it('may all be names of elements, wherever an element is named', async () => {
    const names = keywords();
    assert.ok(names.length > 100);
    for (const name of names) {
      const text = [
        `design ${name}`,
        'component other is relay',
        `flow way: other -> other`,
        `data some-data is billing-data`,
        `link line: other -> other carries some-data`,
      ].join('\n');
      assert.deepEqual(
        syntaxErrors(await createWorkspace({ 'a.meter': text, 'kinds.meter': 'define component relay' }, { catalogue: false })).filter(
          (e) => !/billing-data/.test(e),
        ),
        [],
        name,
      );
      const used = `component ${name} is relay\ncomponent other is relay\nlink l: ${name} <-> other opened by ${name}\nflow f: ${name} -> other via l`;
      assert.deepEqual(
        syntaxErrors(await createWorkspace({ 'a.meter': used, 'kinds.meter': 'define component relay' }, { catalogue: false })),
        [],
        name,
      );
    }
  });

  it('are just the words that the TextMate grammar colours', () => {
    assert.deepEqual([...new Set(patterns().flatMap((pattern) => pattern.match(/[a-z]+/g) ?? []))].sort(), keywords());
  });
});

/** The patterns of the TextMate grammar, without what stands for classes of characters. */
function patterns(): string[] {
  const found: string[] = [];
  JSON.parse(readFileSync(path.join(root, 'syntaxes/meter.tmLanguage.json'), 'utf8'), (key, value: unknown) => {
    if ((key === 'match' || key === 'begin' || key === 'end') && typeof value === 'string') found.push(value);
    return value;
  });
  return found.map((pattern) => pattern.replaceAll(/\\p\{L\}|\\[a-z]/g, ' '));
}
