import assert from 'node:assert/strict';
import { definitionSorts } from '../../report/definitions.js';
import { listingNames } from '../../report/listing.js';
import { inFolder, meterlint } from '../support/cli.js';
import { root } from '../support/workspace.js';

interface Json {
  readonly schema: string;
  readonly what: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const own = [
  'define requirement own-rule "Ours\u001B[31m" { severity low applies to link needs encryption because "b" }',
  'define profile ours { extends x1332-core includes own-rule }',
  'define control own-control on component',
].join('\n');

describe('meterlint list', () => {
  for (const what of listingNames) {
    it(`lists ${what}, a line each, sorted, and the same as JSON`, async () => {
      const { code, out, err } = await meterlint(['list', what], root);
      assert.deepEqual([code, err], [0, '']);
      const [head, ...rows] = out.trimEnd().split('\n');
      assert.match(head!, /^name .*title$/);
      const json = JSON.parse((await meterlint(['list', what, '--format', 'json'], root)).out) as Json;
      assert.deepEqual([json.schema, json.what], ['meterlint-list/1', what]);
      const names = json.items.map(({ name }) => name);
      assert.ok(names.length > 2);
      assert.deepEqual(names, [...names].sort());
      assert.deepEqual(
        rows.map((row) => row.split(' ')[0]),
        names,
      );
    });
  }

  it('lists the requirements of a profile only, where one is named', async () => {
    const names = async (args: readonly string[]) => (await meterlint(['list', 'requirements', ...args], root)).out.split('\n').length;
    const [all, core] = [await names([]), await names(['--profile', 'x1332-core'])];
    assert.ok(core > 10 && core < all);
    const unknown = await meterlint(['list', 'requirements', '--profile', 'x1323'], root);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /there is no profile 'x1323'; did you mean 'x1332'\?/);
    assert.match(
      (await meterlint(['list', 'controls', '--profile', 'x1332'], root)).err,
      /--profile goes with meterlint list requirements/,
    );
  });

  it('lists what the workspace defines, marked, where paths are given, and nothing in it acts on a terminal', async () => {
    await inFolder({ 'own.meter': own }, async (folder) => {
      const { code, out } = await meterlint(['list', 'requirements', '.', '--profile', 'ours'], folder);
      assert.equal(code, 0);
      assert.match(out, /^own-rule \(own\) +low +link +Ours\[31m$/m);
      assert.doesNotMatch((await meterlint(['list', 'requirements'], folder)).out, /own-rule/);
      const json = JSON.parse((await meterlint(['list', 'controls', '.', '--format', 'json'], folder)).out) as Json;
      assert.deepEqual(
        json.items.find(({ name }) => name === 'own-control'),
        { name: 'own-control', elementKinds: ['component'], implies: [], asks: '', also: [], title: '', builtIn: false },
      );
    });
  });

  it('takes every word of `define` for the list of what it defines', async () => {
    for (const { word, plural } of definitionSorts) {
      const [one, all] = [await meterlint(['list', word], root), await meterlint(['list', plural], root)];
      assert.deepEqual(one, all);
      assert.equal(one.code, 0, word);
    }
  });

  it('finds by name, title and everyday name', async () => {
    const found = async (what: string, find: string) => {
      const { out } = await meterlint(['list', what, '--find', find, '--format', 'json'], root);
      return (JSON.parse(out) as Json).items.map(({ name }) => name);
    };
    assert.deepEqual(await found('mechanisms', 'https'), ['mutual-tls', 'tls', 'tls-1.2', 'tls-1.3']);
    assert.deepEqual(await found('kinds', 'Charge Point'), ['charging-station']);
    assert.deepEqual(await found('controls', 'several factors'), ['multi-factor-authentication']);
    assert.deepEqual(await found('services', 'no-such-word'), []);
  });

  it('says what it lists, where it is asked for something else', async () => {
    const { code, out, err } = await meterlint(['list', 'mechanizms'], root);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /list takes requirements, controls, .*, not 'mechanizms'; did you mean 'mechanisms'\?/);
    assert.match((await meterlint(['list'], root)).err, /list takes one what/);
    const missing = await meterlint(['list', 'controls', 'nowhere'], root);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /cannot read nowhere/);
  });
});
