import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';
import { both, catalogue, design } from '../support/metering.js';

const name = 'meterlint-baseline.json';
const before = design('one', { a: 'uses wax loud = yes control watched', b: 'loud = yes control watched', old: 'control watched' });

describe('meterlint baseline, and check --baseline', () => {
  it('writes what is known, and fails on what is new or worse only', async () => {
    await inFolder({ 'catalogue.meter': catalogue, 'one.meter': before }, async (folder) => {
      const written = await meterlint(['baseline', '--date', '2026-11-24'], folder);
      assert.deepEqual([written.code, written.out, written.err], [0, '', `Wrote ${name}: 3 known findings.\n`]);
      const text = readFileSync(path.join(folder, name), 'utf8');
      assert.match(text, /^ {4}\{ "id": "one\/seal\/a", "file": "one\.meter", "state": "weak", "severity": "high" \},$/m);
      assert.equal((await meterlint(['baseline', '--output', '-', '--date', '2026-11-24'], folder)).out, text);

      assert.equal((await meterlint(['check'], folder)).code, 1, 'without it');
      const known = await meterlint(['check', '--baseline', name], folder);
      assert.equal(known.code, 0);
      assert.match(known.out, /^against the baseline: 0 new, 0 worse, 3 known, 0 gone \(what is known is not shown\)$/m);
      assert.doesNotMatch(known.out, /^one\.meter:\S+ [■▲◆●]/m);

      writeFileSync(
        path.join(folder, 'one.meter'),
        design('one', { fresh: 'loud = yes', a: 'loud = yes control watched', b: 'loud = yes control watched' }),
      );
      const after = await meterlint(['check', '--baseline', name], folder);
      assert.equal(after.code, 1);
      assert.match(after.out, /^one\.meter:2:11 ▲ high \[new\] seal /m);
      assert.match(after.out, /^one\.meter:2:11 ● low \[new\] watch /m);
      assert.match(after.out, /^one\.meter:3:11 ▲ high \[worse: was weak, high\] seal /m);
      assert.doesNotMatch(after.out, /^one\.meter:4\S+ [■▲◆●]/m);
      assert.match(after.out, /^against the baseline: 2 new, 1 worse, 1 known, 1 gone /m);
      assert.equal((await meterlint(['check', '--baseline', name, '--fail-on', 'critical'], folder)).code, 0);

      const told = JSON.parse((await meterlint(['check', '--baseline', name, '--format', 'json'], folder)).out) as {
        findings: { id: string; baseline: unknown }[];
        baseline: unknown;
      };
      assert.deepEqual(
        told.findings.map(({ id, baseline }) => [id, baseline]),
        [
          ['one/seal/fresh', { against: 'new', newRequirement: false }],
          ['one/seal/a', { against: 'worse', newRequirement: false }],
          ['one/seal/b', { against: 'known', newRequirement: false }],
          ['one/watch/fresh', { against: 'new', newRequirement: false }],
        ],
      );
      assert.deepEqual(told.baseline, {
        version: '0.1.0',
        gone: [{ id: 'one/seal/old', state: 'missing', severity: 'medium' }],
        elsewhere: 0,
      });
    });
  });

  it('labels findings of requirements that the catalogue did not have, and counts them', async () => {
    const less = catalogue.replace(/^define requirement watch.*\n/m, '').replace('seal, watch', 'seal');
    await inFolder({ 'catalogue.meter': less, 'one.meter': design('one', { a: 'loud = yes' }) }, async (folder) => {
      await meterlint(['baseline', '--date', '2026-11-24'], folder);
      writeFileSync(path.join(folder, 'catalogue.meter'), catalogue);
      const { code, out } = await meterlint(['check', '--baseline', name, '--fail-on', 'low'], folder);
      assert.equal(code, 1);
      assert.match(out, /^one\.meter:2:11 ● low \[new requirement\] watch /m);
      assert.match(out, /1 new \(1 of requirements that the catalogue of \d+\.\d+\.\d+ did not have\), 0 worse, 1 known/);
    });
  });

  it("takes the project's baseline, which lies beside meterlint.json", async () => {
    const files = { 'catalogue.meter': catalogue, 'designs/one.meter': before, 'meterlint.json': '{ "baseline": "known.json" }' };
    await inFolder(files, async (folder) => {
      await meterlint(['baseline', '--output', 'known.json', '--date', '2026-11-24'], folder);
      assert.equal((await meterlint(['check', '.'], folder)).code, 0);
      writeFileSync(path.join(folder, 'known.json'), '{}');
      const { err } = await meterlint(['baseline', '..', '--date', '2026-11-24'], path.join(folder, 'designs'));
      assert.match(err, /^Wrote \.\.[\\/]known\.json: /);
      assert.deepEqual(readdirSync(path.join(folder, 'designs')), ['one.meter'], 'what check reads is what baseline writes');
    });
  });

  it('says what is wrong with a file that is no baseline, prints nothing else and exits with 2', async () => {
    const files = {
      'catalogue.meter': catalogue,
      'one.meter': before,
      'half.json': '{ "schema": "meterlint-base',
      'newer.json': '{ "schema": "meterlint-baseline/2" }',
    };
    await inFolder(files, async (folder) => {
      for (const [file, message] of [
        ['absent.json', /cannot read the baseline absent\.json: there is no such file or folder/],
        ['half.json', /half\.json is not JSON/],
        ['newer.json', /newer\.json has the form meterlint-baseline\/2.*Update Meterlint/],
      ] as const) {
        const { code, out, err } = await meterlint(['check', '--baseline', file], folder);
        assert.deepEqual([code, out], [2, ''], file);
        assert.match(err, message);
      }
    });
  });

  it('writes nothing where a part of the designs is hidden', async () => {
    await inFolder(
      { 'catalogue.meter': catalogue, 'one.meter': `${before}component ( is broken\n`, 'two.meter': design('two', { a: both }) },
      async (folder) => {
        const { code, err } = await meterlint(['baseline'], folder);
        assert.equal(code, 2);
        assert.match(err, /one\.meter:5:11: an error hides a part/);
        assert.deepEqual(readdirSync(folder).sort(), ['catalogue.meter', 'one.meter', 'two.meter']);
      },
    );
  });
});
