import assert from 'node:assert/strict';
import type { Architecture, Component, Element } from '../../language/model/index.js';
import { inquiriesOf } from '../../reach/index.js';
import { review } from '../../review/index.js';
import { reviewDate } from '../accuracy/designs.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';
import { calledBy, isWhole, realDesigns } from './support/designs.js';
import { isThorough } from './support/held.js';
import { oneOf, randomFrom, shuffled, type Random } from './support/random.js';
import { asDesign } from './support/text.js';
import { verdictsOn } from './support/verdicts.js';

// A variant of a design is the design that somebody would write by hand, in whatever order its lines stand; one that says nothing is its design.

const seed = 20_261_201;
const sampled = isThorough ? Infinity : 8;

/** A design that differs from another, and the lines of a variant that make that one of it. */
interface Detour {
  readonly base: Architecture;
  readonly lines: readonly string[];
}

function detourTo(design: Architecture, random: Random): Detour {
  const statements = asDesign(design).split('\n');
  const statementOf = (sort: string, name: string) =>
    statements.find((line) => line.startsWith(`${sort} ${name} `) || line.startsWith(`${sort} ${name}:`))!.replace(/ \/\/ links: .*$/, '');
  const lines: string[] = [];
  const flows = new Map(design.flows);
  const added = oneOf([...flows.keys()], random);
  if (added !== undefined) {
    flows.delete(added);
    lines.push(`add ${statementOf('flow', added)}`);
  }
  const links = new Map(design.links);
  const moved = oneOf([...links.values()], random);
  if (moved !== undefined) {
    // What the design does not have, and a link that leads elsewhere: taken away, and the second added anew.
    links.set('a-detour', { ...moved, name: 'a-detour' });
    links.set(moved.name, { ...moved, layers: [], twoWay: true, settings: [], controls: [], mechanisms: [] });
    lines.push(`without ${moved.name}`, `add ${statementOf('link', moved.name)}`, 'without a-detour');
  }
  const components = new Map(design.components);
  for (const one of shuffled([...components.values()], random).slice(0, 3)) {
    const other = otherwise(one);
    components.set(one.name, other);
    const written = /\{ (.*) \}$/.exec(statementOf('component', one.name))?.[1] ?? '';
    const isStated = (name: string) => one.controls.some(({ control }) => control === name);
    const without = other.controls.filter(({ control }) => !isStated(control)).map(({ control }) => `without control ${control}`);
    lines.push(`change ${one.name} { ${[written, ...without].join(' ')} }`);
  }
  return { base: { ...design, flows, links, components }, lines };
}

/** The same component with other values, without its first control and mechanism, and with a control that it does not state. */
function otherwise(one: Component): Component {
  const isStated = one.controls.some(({ control }) => control === 'hardening');
  const more = isStated
    ? []
    : [{ control: 'hardening', mechanisms: [], from: undefined, to: undefined, planned: true, due: undefined, evidence: undefined }];
  return {
    ...one,
    settings: one.settings.map((setting) =>
      setting.value.kind === 'integer' ? { ...setting, value: { kind: 'integer', number: setting.value.number + 1 } } : setting,
    ),
    controls: [...one.controls.slice(1), ...more],
    mechanisms: one.mechanisms.slice(1),
  };
}

const elementsOf = ({ zones, components, data, links, flows }: Architecture): Element[] =>
  [zones, components, data, links, flows].flatMap((table): Element[] => [...table.values()]);

/** How far an attacker gets, harm by harm, in words. */
function reachOn(design: Architecture): string[] {
  return inquiriesOf(review(design, reviewDate))
    .ways.now()
    .map(
      ({ harm, worst, ways, cut }) =>
        `${harm.name}: ${worst?.figure.low ?? 0} to ${worst?.figure.high ?? 0}, ${ways.length} ways, ${cut.length} measures`,
    );
}

describe('a variant of a design', function () {
  this.timeout(0);

  it('is the design that somebody would write by hand, in whatever order its lines stand', async () => {
    const random = randomFrom(seed);
    const designs = shuffled((await realDesigns()).filter(isWhole), random)
      .filter(({ phases }) => phases.length === 0)
      .slice(0, sampled);
    const workspace = await createWorkspace({});
    const own = workspace.uri('own.meter').toString();
    const read = async (text: string): Promise<Architecture> => {
      await workspace.update('own.meter', text);
      assert.deepEqual(syntaxErrors(workspace), [], text);
      return workspace.shared.meter.Designs.all().find(({ files }) => files[0] === own)!;
    };
    let differing = 0;
    for (const design of designs) {
      const { base, lines } = detourTo(design, random);
      const { name } = design.design;
      const statements = [lines, shuffled(lines, random), []].map((body, index) => `variant v${index} of ${name} {\n${body.join('\n')}\n}`);
      const whole = await read([asDesign(base), ...statements].join('\n'));
      const variants = workspace.shared.meter.Designs.variantsOf(whole);
      const [first, second, same] = variants.map(({ architecture }) => architecture);
      assert.equal(same, whole, `${calledBy(design)}: a variant that says nothing`);
      const [before, told, toldAgain, far] = [verdictsOn(whole), verdictsOn(first!), verdictsOn(second!), reachOn(first!)];
      const byHand = await read(asDesign(design));
      assert.deepEqual(told, verdictsOn(byHand), calledBy(design));
      assert.deepEqual(toldAgain, told, `${calledBy(design)}: in another order`);
      assert.deepEqual(far, reachOn(byHand), `${calledBy(design)}: how far an attacker gets`);
      assert.deepEqual(
        elementsOf(first!)
          .map(({ name }) => name)
          .sort(),
        elementsOf(byHand)
          .map(({ name }) => name)
          .sort(),
      );
      if (before.join() !== told.join()) differing++;
    }
    assert.ok(differing > designs.length / 2, 'variants that change nothing show nothing');
  });
});
