import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';

describe('meterlint init', () => {
  it('writes a design that check reviews without mistakes, named for its file', async () => {
    await inFolder({}, async (folder) => {
      const made = await meterlint(['init', 'my-town.meter'], folder);
      assert.deepEqual(made, { code: 0, out: '', err: '' });
      assert.deepEqual(readdirSync(folder), ['my-town.meter']);
      assert.match(readFileSync(path.join(folder, 'my-town.meter'), 'utf8'), /^design my-town "New design" \{$/m);
      const checked = await meterlint(['check', '--format', 'json', 'my-town.meter'], folder);
      assert.equal(checked.code, 1, checked.err);
      const { findings, problems } = JSON.parse(checked.out) as { findings: unknown[]; problems: { severity: string }[] };
      assert.ok(findings.length > 20);
      assert.deepEqual(
        problems.filter(({ severity }) => severity === 'error' || severity === 'warning'),
        [],
      );
    });
  });

  it('prints it where no file is named, the same text each time', async () => {
    await inFolder({}, async (folder) => {
      const args = [
        'init',
        '--topology',
        'cellular',
        '--protocols',
        'lwm2m-certificate',
        '--services',
        'scheduled-reading',
        '--title',
        'A "b"',
      ];
      const first = await meterlint(args, folder);
      assert.equal(first.code, 0, first.err);
      assert.match(first.out, /^design new-design "A \\"b\\"" \{$/m);
      assert.match(first.out, /^ {4}over lwm2m-certificate from meter to hes$/m);
      assert.equal((await meterlint(args, folder)).out, first.out);
      assert.deepEqual(readdirSync(folder), []);
    });
  });

  it('takes no services, and another profile', async () => {
    await inFolder({}, async (folder) => {
      const { out } = await meterlint(['init', '--services', 'none', '--profile', 'x1332-core'], folder);
      assert.match(out, /^ {4}profile x1332-core$/m);
      assert.match(out, /^flow traffic /m);
    });
  });

  it('takes a commodity, a country and a number of meters', async () => {
    await inFolder({}, async (folder) => {
      const args = ['init', '--topology', 'lorawan', '--commodity', 'heat', '--profile', 'germany', '--meters', '2000'];
      const { code, out } = await meterlint(args, folder);
      assert.equal(code, 0);
      assert.match(out, /^ {4}profile germany$/m);
      assert.match(out, /^component meter +"Heat meter" is heat-meter in home \{$/m);
      assert.match(out, /^ {4}count = 2000$/m);
    });
  });

  it('never writes over a file, and writes nothing where a name is wrong', async () => {
    await inFolder({ 'a.meter': 'zone z is back-office\n' }, async (folder) => {
      const refused: [string[], RegExp][] = [
        [['a.meter'], /a\.meter exists already; name a new file/],
        [['b.txt'], /init writes a \.meter file, not 'b\.txt'/],
        [['no/such/b.meter'], /cannot write no\/such\/b\.meter: /],
        [['b.meter', '--topology', 'hubb'], /--topology takes concentrator, .*did you mean 'hub'\?/],
        [['b.meter', '--services', 'telepathy'], /there is no service 'telepathy'/],
        [['b.meter', '--protocols', 'morse'], /no question takes 'morse'/],
        [['b.meter', '--commodity', 'heat'], /with topology 'concentrator' there is no commodity 'heat': choose electricity/],
        [['b.meter', '--profile', 'united-states'], /with topology 'concentrator' there is no country 'united-states': choose x1332, /],
        [['b.meter', '--meters', 'many'], /'many' is no number of meters/],
        [['b.meter', '--profile', 'house'], /there is no profile 'house': choose .*x1332/],
      ];
      for (const [args, message] of refused) {
        const { code, out, err } = await meterlint(['init', ...args], folder);
        assert.equal(code, 2, args.join(' '));
        assert.equal(out, '');
        assert.match(err, message);
      }
      assert.ok(!existsSync(path.join(folder, 'b.meter')));
      assert.equal(readFileSync(path.join(folder, 'a.meter'), 'utf8'), 'zone z is back-office\n');
    });
  });
});
