import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { verbs } from '../../cli/verbs/index.js';
import { manualPages } from '../../tools/manual-pages.js';
import { root } from '../support/workspace.js';

describe('the manual', () => {
  it('is what the list of verbs says (npm run man)', async () => {
    for (const [file, text] of await manualPages()) assert.equal(readFileSync(path.join(root, 'docs', file), 'utf8'), text, file);
  });

  it('names every option and tells every exit code', () => {
    const text = readFileSync(path.join(root, 'docs/cli.md'), 'utf8');
    for (const verb of verbs) {
      assert.ok(text.includes(`### meterlint ${verb.name}`), verb.name);
      for (const option of Object.keys(verb.options)) assert.ok(text.includes(`--${option}`), option);
    }
  });
});

describe('the list of verbs', () => {
  it('says of every verb what it is, how it is used and what its exit codes mean', () => {
    assert.equal(new Set(verbs.map(({ name }) => name)).size, verbs.length);
    for (const { name, summary, examples, exits, options } of verbs) {
      assert.match(summary, /^[a-z].*[^.]$/, name);
      assert.ok(examples.length > 0, name);
      assert.ok(exits.some(({ code }) => code === 0) && exits.some(({ code }) => code === 2), name);
      assert.ok(
        examples.every(({ line }) => line.includes('meterlint ')),
        name,
      );
      for (const [option, { described, fallback, allowed }] of Object.entries(options)) {
        assert.match(option, /^[a-z]+(-[a-z]+)*$/, name);
        assert.ok(described.length > 5, option);
        if (allowed.length > 0 && fallback !== undefined) assert.ok(allowed.includes(fallback), option);
      }
    }
  });
});
