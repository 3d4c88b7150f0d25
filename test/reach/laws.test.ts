import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reachOf, waysToHarms, type Figure } from '../../reach/index.js';
import { runs, lines, type Part, choice, statements, reviewText, assessed, figures } from './small-designs.js';

describe('what holds of every reach', () => {
  it('a control more never raises a figure', async () => {
    const pair = choice.chain((one) => {
      const missing = (Object.keys(lines) as Part[]).flatMap((part) =>
        lines[part].filter((line) => line.startsWith('control') && !one.said[part].includes(line)).map((line) => [part, line] as const),
      );
      return fc.tuple(fc.constant(one), missing.length === 0 ? fc.constant(undefined) : fc.constantFrom(...missing));
    });
    await fc.assert(
      fc.asyncProperty(pair, async ([one, more]) => {
        if (more === undefined) return;
        const [part, line] = more;
        const before = figures(reachOf(await assessed(one)).positions);
        const after = figures(reachOf(await assessed({ ...one, said: { ...one.said, [part]: [...one.said[part], line] } })).positions);
        for (const [name, { low, high }] of after) {
          assert.ok(low <= before.get(name)!.low && high <= before.get(name)!.high, `${name}: '${line}' on ${part} raises it`);
        }
      }),
      runs,
    );
  });

  it('every instance reaches as far as one, and a bound never lies above the other', async () => {
    await fc.assert(
      fc.asyncProperty(choice, async (one) => {
        const all = figures(reachOf(await assessed(one)).positions);
        for (const [name, { low, high }] of all) {
          assert.ok(low <= high, name);
          const every = all.get(name.replace(/^one /, 'every '))!;
          assert.ok(low <= every.low && high <= every.high, name);
        }
      }),
      runs,
    );
  });

  it('what is not said lies between all that could be said', async () => {
    await fc.assert(
      fc.asyncProperty(choice, async (drawn) => {
        // A limit of a control that is not known limits nothing, in a review as here: these two have one that asks for the scope of keys.
        const free = (all: readonly string[]) => all.filter((line) => !/origin-authentication|digital-signature/.test(line));
        const { said } = drawn;
        const one = {
          ...drawn,
          said: { ...said, reading: free(said.reading), disconnect: free(said.disconnect), update: free(said.update) },
        };
        const open = figures(reachOf(await assessed({ ...one, keyScope: undefined, remoteSwitch: undefined })).positions);
        for (const keyScope of ['fleet', 'per-device', 'per-group'] as const) {
          for (const remoteSwitch of ['breaker', 'none'] as const) {
            for (const [name, { low, high }] of figures(reachOf(await assessed({ ...one, keyScope, remoteSwitch })).positions)) {
              const between = open.get(name)!;
              assert.ok(between.low <= low && high <= between.high, `${name} with ${keyScope} and ${remoteSwitch}`);
            }
          }
        }
      }),
      { ...runs, numRuns: 3 },
    );
  });

  it('the order of statements changes nothing', async () => {
    const shuffled = choice.chain((one) => {
      const all = statements(one);
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([plain, mixed]) => {
        const [one, other] = [reachOf(await reviewText(plain.join('\n'))), reachOf(await reviewText(mixed.join('\n')))];
        assert.deepEqual(new Map([...figures(other.positions)].sort()), new Map([...figures(one.positions)].sort()));
        const told = ({ steps }: typeof one) =>
          waysToHarms(steps).map(({ ways, cut }) => [
            ways.map((way) => way.steps.map(({ step, subject }) => `${step.name} ${subject}`)),
            cut.map(({ key }) => key),
          ]);
        assert.deepEqual(told(other), told(one));
      }),
      { ...runs, numRuns: 4 },
    );
  });

  it('a harm is counted as the position is with which it begins, and no way counts more', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(choice, async (one) => {
        const { steps, positions } = reachOf(await assessed(one));
        for (const { harm, hold, ways, worst } of waysToHarms(steps)) {
          assert.equal(worst === undefined, ways.length === 0, harm.name);
          if (worst === undefined) continue;
          const high = (figure: Figure) => figure.high ?? Number.POSITIVE_INFINITY;
          for (const { figure } of ways) {
            assert.ok(high(figure) <= high(worst.figure), `${harm.name}: ${figure.high} of ${worst.figure.high}`);
          }
          const { to, extent, subject } = worst.entry;
          const rows = positions.filter(({ foothold }) => foothold.element === to.element);
          const row = (extent === 'all' ? undefined : rows.find(({ foothold }) => foothold.extent === 'one')) ?? rows.at(-1);
          assert.deepEqual(worst.figure.high, row?.reached[hold].figure.high, `${harm.name} from ${subject}`);
          if (worst.entry.sure) assert.deepEqual(worst.figure, row?.reached[hold].figure, `${harm.name} from ${subject}`);
          compared++;
        }
      }),
      runs,
    );
    assert.ok(compared > 5, `${compared} harms were compared`);
  });

  it('two halves of a class are as many as the class', async () => {
    await fc.assert(
      fc.asyncProperty(choice, async (drawn) => {
        const one = { ...drawn, meters: 1000, concentrators: 10 };
        const whole = figures(reachOf(await assessed(one)).positions);
        const [first, second] = ['meter1', 'meter2'];
        const text = statements({ ...one, meters: 500 })
          .flatMap((line) =>
            line.startsWith('component meter ') ? [line.replace(' meter ', ` ${first} `), line.replace(' meter ', ` ${second} `)] : [line],
          )
          .map((line) =>
            line
              .replace('link lastmile: meter', `link lastmile: ${first}, ${second}`)
              .replace(': meter -> dcu', `: ${first}, ${second} -> dcu`)
              .replace('-> meter carries', `-> ${first}, ${second} carries`),
          )
          .join('\n');
        const halves = figures(reachOf(await reviewText(text)).positions);
        for (const [name, figure] of whole) if (!name.includes('meter')) assert.deepEqual(halves.get(name), figure, name);
      }),
      runs,
    );
  });
});
