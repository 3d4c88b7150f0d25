import assert from 'node:assert/strict';
import { inFolder, meterlint } from '../support/cli.js';
import { catalogue } from '../support/metering.js';

// Worked out by hand: what is missing with each variant, what it costs, and which of them no other beats.

const plan = [
  'design plan { profile p }',
  'component a is thing { loud = yes control watched }',
  'component b is thing { control sealed control watched }',
  '',
].join('\n');
const options = [
  'import "plan.meter"',
  'variant same of plan { note "Nothing" }',
  'variant seals "Seal it" of plan {',
  '    change a { control sealed }',
  '    cost 40050 EUR for a',
  '}',
  'variant quiet of plan {',
  '    change a { loud = no }',
  '    cost 20000 EUR',
  '}',
  'variant waxed of plan {',
  '    change a { uses wax }',
  '    add component c is thing { control sealed }',
  '    cost 100 EUR for a',
  '}',
  'variant gone of plan {',
  '    without a',
  '}',
  '',
].join('\n');
const files = { 'catalogue.meter': catalogue, 'plan.meter': plan, 'options.meter': options };
const day = ['--date', '2026-12-02'];

interface Told {
  readonly designs: readonly {
    readonly design: string;
    readonly alternatives: readonly {
      readonly variant: string | null;
      readonly findings: Record<string, number>;
      readonly new: readonly { readonly requirement: string; readonly element: string }[];
      readonly gone: readonly { readonly requirement: string; readonly element: string }[];
      readonly eased: readonly { readonly requirement: string; readonly severity: string }[];
      readonly cost: {
        readonly low: number;
        readonly high: number | null;
        readonly currency: string | null;
        readonly unknown: readonly string[];
      };
      readonly beatenBy: readonly (string | null)[];
      readonly front: boolean;
    }[];
  }[];
}

describe('meterlint compare', () => {
  it('puts a design beside its variants', async () => {
    await inFolder(files, async (folder) => {
      const { code, out, err } = await meterlint(['compare', ...day, '.'], folder);
      assert.deepEqual([code, err], [0, '']);
      const lines = out.split('\n').map((line) => line.trimEnd());
      const rowOf = (head: string) =>
        lines
          .find((line) => line.startsWith(head))!
          .slice(head.length)
          .trim()
          .split(/ {2,}/);
      assert.equal(lines[0], 'plan: as it is and with each variant, as of 2026-12-02');
      assert.equal(lines[2], '  seals: Seal it');
      assert.deepEqual(rowOf('Findings, high'), ['1', '1', '0', '0', '1', '0']);
      assert.deepEqual(rowOf('Findings, medium'), ['0', '0', '0', '1', '0', '0']);
      // What is added is not watched.
      assert.deepEqual(rowOf('Findings, low'), ['0', '0', '0', '0', '1', '0']);
      assert.deepEqual(rowOf('  new'), ['0', '0', '0', '1', '0']);
      assert.deepEqual(rowOf('  gone'), ['0', '1', '0', '0', '1']);
      // Of `gone` nobody says what it costs; of `waxed`, only what is added.
      assert.deepEqual(rowOf('Cost'), ['0', '0', '400.50 EUR', '200.00 EUR', 'at least 1.00 EUR', 'unknown']);
      // What is free and has the same findings beats the one that costs at least 1 euro and has more.
      assert.deepEqual(rowOf('Beaten by'), ['none', 'none', 'none', 'none', 'as it is, same', 'none']);
      assert.ok(lines.includes('Beaten by none: as it is, same, seals, quiet and gone.'));
      assert.ok(lines.includes('  cost not given: c'));
    });
  });

  it('tells programs what is new, gone and eased', async () => {
    await inFolder(files, async (folder) => {
      const { out } = await meterlint(['compare', ...day, '--format', 'json', '--variants', 'quiet,waxed,gone', '.'], folder);
      const told = (JSON.parse(out) as Told).designs[0]!;
      assert.equal(told.design, 'plan');
      const [base, quiet, waxed, gone] = told.alternatives;
      assert.equal(base!.variant, null);
      assert.deepEqual(
        quiet!.eased.map(({ requirement, severity }) => [requirement, severity]),
        [['seal', 'medium']],
      );
      assert.deepEqual(
        waxed!.new.map(({ requirement, element }) => [requirement, element]),
        [['watch', 'c']],
      );
      assert.deepEqual(waxed!.cost, { low: 100, high: null, currency: 'EUR', unknown: ['c'] });
      assert.deepEqual(
        gone!.gone.map(({ requirement, element }) => [requirement, element]),
        [['seal', 'a']],
      );
      assert.deepEqual(gone!.cost, { low: 0, high: null, currency: null, unknown: ['a'] });
      assert.deepEqual([waxed!.beatenBy, waxed!.front, gone!.front], [[null], false, true]);
    });
  });

  it('tells spreadsheets a row for each figure', async () => {
    await inFolder(files, async (folder) => {
      const { out } = await meterlint(['compare', ...day, '--format', 'csv', '--variants', 'waxed', '.'], folder);
      const rows = out.split('\r\n');
      assert.equal(rows[0], 'design,alternative,counts,what,low,high');
      assert.ok(rows.includes('plan,waxed,cost,EUR,100,'));
      assert.ok(rows.includes('plan,as it is,cost,,0,0'));
      assert.ok(rows.includes('plan,waxed,beaten by,as it is,,'));
    });
  });

  it('leaves what others tell as it was without variants', async () => {
    const alone = { 'catalogue.meter': catalogue, 'plan.meter': plan };
    // To a component without a link a warning belongs, in a variant as elsewhere.
    const linked = { ...files, 'options.meter': options.replace('    add component c is thing { control sealed }\n', '') };
    const without = await inFolder(alone, (folder) => meterlint(['check', ...day, '.'], folder));
    const withThem = await inFolder(linked, (folder) => meterlint(['check', ...day, '.'], folder));
    assert.deepEqual(withThem, without);
  });

  it('reviews a variant in place of its design where that is asked for', async () => {
    await inFolder(files, async (folder) => {
      const sealed = await meterlint(['check', ...day, '--variant', 'seals', '.'], folder);
      assert.equal(sealed.code, 0);
      const json = await meterlint(['check', ...day, '--variant', 'waxed', '--format', 'json', '.'], folder);
      assert.match(json.out, /"title": "plan, with waxed"/);
    });
  });

  it('says what there is to compare', async () => {
    await inFolder(files, async (folder) => {
      for (const verb of [
        ['compare', '--variants', 'seal'],
        ['check', '--variant', 'seal'],
      ]) {
        const { code, err } = await meterlint([...verb, '.'], folder);
        assert.equal(code, 2);
        assert.match(err, /there is no variant 'seal'; did you mean 'seals'\?/);
      }
      const { code, err } = await meterlint(['compare', 'plan.meter', '--design', 'plam'], folder);
      assert.deepEqual([code, err.includes("there is no design 'plam'; did you mean 'plan'?")], [2, true]);
    });
    await inFolder({ 'plan.meter': plan, 'catalogue.meter': catalogue }, async (folder) => {
      const { code, err } = await meterlint(['compare', '.'], folder);
      assert.equal(code, 2);
      assert.match(err, /no design has variants: write `variant NAME of DESIGN/);
    });
  });

  it('reports what is wrong with a variant as an error of its file', async () => {
    const wrong = `${options}variant off of plan { without b change b { control sealed } }\n`;
    await inFolder({ ...files, 'options.meter': wrong }, async (folder) => {
      const { code, out } = await meterlint(['check', ...day, '--fail-on', 'critical', '.'], folder);
      assert.equal(code, 1);
      assert.match(out, /options\.meter:19:40 error variant-clash 'b' is taken away/);
    });
  });
});
