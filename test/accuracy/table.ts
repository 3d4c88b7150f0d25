// `npm run accuracy`: how right the reviewer is, in one table. What the lines promise is asserted by the tests beside this file.
import { addOne } from './add-one.js';
import { dropOne } from './drop-one.js';
import { nescorScenarios } from './nescor.js';
import { noise } from './noise.js';
import { referenceCases } from './reference.js';

type Row = readonly [proof: string, measured: string, wanted: string];

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;

async function rows(): Promise<Row[]> {
  const cases = await referenceCases();
  const scenarios = await nescorScenarios();
  const dropped = await dropOne();
  const added = await addOne();
  const told = await noise();
  const good = told.filter(({ design }) => /good\.meter$/.test(design));
  const weak = told.filter(({ design }) => !design.startsWith('examples/reference/') && !/hardened\.meter$/.test(design));
  return [
    [
      `reference architectures (${cases.length} designs): expected findings`,
      share(sum(cases.map(({ found }) => found)), sum(cases.map(({ expected }) => expected))),
      '100 %',
    ],
    ['reference architectures: forbidden findings', String(sum(cases.map(({ forbidden }) => forbidden.length))), '0'],
    ['reference architectures: findings that nobody expects', String(sum(cases.map(({ unexpected }) => unexpected.length))), '0'],
    [
      `NESCOR scenarios (${scenarios.length}): weak designs flagged`,
      share(sum(scenarios.map(({ found }) => found)), sum(scenarios.map(({ expected }) => expected))),
      '100 %',
    ],
    ['NESCOR scenarios: left open in the mitigated twin', String(sum(scenarios.map(({ left }) => left.length))), '0'],
    [
      `drop one (${dropped.length} good designs): removals that a finding names`,
      share(sum(dropped.map(({ noticed }) => noticed)), sum(dropped.map(({ removals }) => removals))),
      'all but those without effect',
    ],
    ['drop one: removals without effect', String(sum(dropped.map(({ withoutEffect }) => withoutEffect))), 'reported as such'],
    ['drop one: removals that leave what is open as it was', String(sum(dropped.map(({ nothingWorse }) => nothingWorse))), 'few'],
    ['drop one: lost in silence', String(sum(dropped.map(({ silent }) => silent.length))), '0'],
    [
      `add one (${added.length} weak designs): findings before, and steps until none is left that a fix closes`,
      `${sum(added.map(({ findings }) => findings))}, ${sum(added.map(({ steps }) => steps))}`,
      'ends',
    ],
    [
      'add one: findings that no text can close',
      String(sum(added.map(({ unsaid }) => unsaid.length))),
      'the listed nine requirements only',
    ],
    [
      `noise (${weak.length} first drafts): findings for each element`,
      (sum(weak.map(({ ratio }) => ratio)) / weak.length).toFixed(2),
      'at most 2',
    ],
    ['noise: findings on the good reference designs', String(sum(good.map(({ findings }) => findings))), '0'],
    ['noise: gaps that two findings report', String(sum(told.map(({ doubles }) => doubles.length))), '0'],
  ];
}

function print(lines: readonly (readonly string[])[]): void {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    );
}

void rows().then((all) => {
  print([['proof', 'measured', 'wanted'], ...all]);
});
