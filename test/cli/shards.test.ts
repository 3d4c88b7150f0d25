import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readShard, shardOf } from '../../cli/shard.js';
import { mergeReports } from '../../report/formats/json/merge.js';
import { inFolder, meterlint } from '../support/cli.js';
import { both, catalogue, design } from '../support/metering.js';

describe('a shard', () => {
  it('is written as a part of a number of parts', () => {
    assert.deepEqual(readShard('2/5'), { index: 2, of: 5 });
    for (const wrong of ['0/5', '6/5', '2', '2/0', '-1/5', '2/5/6', 'a/b', '1.5/2', '1/1001', ''])
      assert.equal(readShard(wrong), undefined, wrong);
  });

  it('gets a path whatever else there is, and each path is in exactly one', () => {
    const paths = Array.from({ length: 500 }, (_, index) => `designs/電 ${index}.meter`);
    for (const of of [1, 2, 7]) {
      const sizes = Array.from({ length: of }, (_, index) => paths.filter((file) => shardOf(file, of) === index + 1).length);
      assert.equal(
        sizes.reduce((sum, size) => sum + size, 0),
        500,
      );
      assert.ok(Math.min(...sizes) > 250 / of, `${sizes.join()} of ${of}`);
    }
    // The same on every machine and in every version: a known value.
    assert.equal(shardOf('designs/one.meter', 5), 3);
  });
});

const files = {
  'catalogue.meter': catalogue,
  'shared.meter':
    'component common is thing { control watched }\naccept seal on common until 2027-06-30 because "x"\naccept watch on common because "idle in all"\n',
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `designs/${index} é.meter`,
      `import "../shared.meter"\n${design(index % 3 === 0 ? 'same' : `d${index}`, { a: index % 2 === 0 ? both : 'loud = yes' }, 'exclude watch on a because "y"')}`,
    ]),
  ),
  'alone.meter': 'component lone is thing\ncomponent lone is thing\n',
};

describe('meterlint check --shard, and merge', () => {
  it('gives together what the whole gives, to the byte, for paths and parts in any order', async () => {
    await inFolder(files, async (folder) => {
      const whole = await meterlint(['check', '.', '--format', 'json', '--redundant'], folder);
      assert.equal(whole.code, 1);
      const names = ['2', '3', '1'].map((index) => `part${index}.json`);
      for (const name of names) {
        const paths = name.includes('2')
          ? ['designs', 'alone.meter', 'shared.meter', 'catalogue.meter']
          : ['catalogue.meter', 'alone.meter', 'shared.meter', 'designs'];
        const { code, err } = await meterlint(
          ['check', ...paths, '--format', 'json', '--redundant', '--shard', `${name[4]}/3`, '--output', name, '--fail-on', 'none'],
          folder,
        );
        assert.deepEqual([code, err], [0, '']);
      }
      const merged = await meterlint(['merge', ...names, '--format', 'json'], folder);
      assert.equal(merged.code, 1);
      assert.ok(merged.out === whole.out, 'the same bytes');

      const text = await meterlint(['merge', ...names], folder);
      assert.equal(text.code, 1);
      assert.match(text.out, /^designs\/1 é\.meter:3:11 ▲ high seal .*: sealed missing on thing 'a'$/m);
      assert.match(text.out, /^design d1: 1 finding \(1 high\)$/m);
      assert.equal((await meterlint(['merge', ...names, '--fail-on', 'none'], folder)).code, 0);

      await meterlint(['baseline', '.', '--date', '2026-11-24'], folder);
      const known = await meterlint(
        ['merge', ...names, '--baseline', 'meterlint-baseline.json', '--format', 'json', '--fail-on', 'none'],
        folder,
      );
      const compared = await meterlint(['check', '.', '--format', 'json', '--redundant', '--baseline', 'meterlint-baseline.json'], folder);
      assert.ok(known.out === compared.out, 'the same bytes against a baseline');

      writeFileSync(path.join(folder, 'half.json'), readFileSync(path.join(folder, 'part1.json'), 'utf8').slice(0, 500));
      writeFileSync(path.join(folder, 'whole.json'), whole.out);
      for (const [args, message] of [
        [['part1.json', 'part3.json'], /of 3 shards, number 2 is missing/],
        [['part1.json', 'part1.json', 'part2.json'], /part1\.json and part1\.json are both shard 1 of 3/],
        [['half.json'], /half\.json is not JSON/],
        [['whole.json'], /whole\.json is the report of everything, not of a shard/],
        [['absent.json'], /cannot read absent\.json: there is no such file/],
      ] as const) {
        const { code, out, err } = await meterlint(['merge', ...args], folder);
        assert.deepEqual([code, out], [2, ''], args.join(' '));
        assert.match(err, message);
      }
    });
  });
});

describe('merging parts', () => {
  const shard = { version: '1', index: 1, of: 2, date: '2026-11-24', profile: null, designs: [] as unknown[] };
  const report = { schema: 'meterlint-findings/1', date: null, designs: [], findings: [], decided: [], problems: [], shard };
  const parts = (one: object, other: object) =>
    [one, other].map((changed, index) => ({
      name: `${index + 1}.json`,
      text: JSON.stringify({ ...report, ...changed, shard: { ...shard, index: index + 1, ...(changed as { shard?: object }).shard } }),
    }));
  const wrong: readonly (readonly [other: object, message: RegExp])[] = [
    [{ shard: { version: '2' } }, /1\.json was written by Meterlint 1, 2\.json 2$/],
    [{ shard: { date: '2026-11-25' } }, /1\.json compares dates with 2026-11-24, 2\.json 2026-11-25/],
    [{ shard: { profile: 'germany' } }, /1\.json reviews against the profile of the designs' own, 2\.json germany/],
    [{ shard: { of: 3 } }, /1\.json is of a number of shards of 2, 2\.json 3/],
    [{ schema: 'meterlint-findings/2' }, /has the form meterlint-findings\/2/],
    [{ schema: 'other' }, /is no JSON report/],
    [{ shard: { index: 5 } }, /2\.json is broken/],
    [{ findings: [{}] }, /2\.json is broken/],
    [{ problems: [null] }, /2\.json is broken/],
    [{ shard: { designs: [{ position: 1, findings: 0, decided: 0 }] }, designs: [{ name: 'x' }] }, /not made from the same files/],
  ];
  for (const [other, message] of wrong) {
    it(`refuses ${JSON.stringify(other)}`, () => {
      const merged = mergeReports(parts({}, other));
      assert.ok('problem' in merged);
      assert.match(merged.problem, message);
    });
  }

  it('puts empty parts together', () => {
    assert.deepEqual(mergeReports(parts({}, {})), {
      schema: 'meterlint-findings/1',
      date: null,
      designs: [],
      findings: [],
      decided: [],
      problems: [],
    });
    assert.deepEqual(mergeReports([]), { problem: 'there is no report to merge' });
  });
});
