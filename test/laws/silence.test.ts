import assert from 'node:assert/strict';
import { reachOf } from '../../reach/index.js';
import { leavesOf, review, type Assessment } from '../../review/index.js';
import { defaultOf, findValue, knownNames, lookupIn, mayStand } from '../../language/semantics/index.js';
import type { Architecture, Value } from '../../language/model/index.js';
import { reviewDate } from '../accuracy/designs.js';
import { figures } from '../reach/small-designs.js';
import { settingTo } from './changes/facts.js';
import { everyElement } from './changes/swaps.js';
import { calledBy, realDesigns } from './support/designs.js';
import { holds } from './support/held.js';
import type { Mutation } from './support/mutation.js';
import { differences } from './support/verdicts.js';

/** Each attribute with a default, written out on an element that says nothing of it. */
function defaultsWritten(design: Architecture): Mutation[] {
  const { catalogue } = design;
  const lookup = lookupIn(design);
  return everyElement(design)
    .filter((element) => element.sort !== 'design' || !design.design.implicit)
    .flatMap((element) =>
      [...catalogue.attributes.values()].flatMap((one) => {
        const value = mayStand(one, element.sort) ? defaultOf(one.name, element.sort, catalogue) : undefined;
        const isSilent = findValue(element, one.name, lookup)?.origin.kind === 'default';
        return value !== undefined && isSilent ? [settingTo(element, one.name, value, '= its default')] : [];
      }),
    );
}

/** The same design, were silence to mean a value. */
function withDefault(design: Architecture, attribute: string, value: Value): Architecture {
  const { catalogue } = design;
  const attributes = new Map(catalogue.attributes).set(attribute, { ...catalogue.attributes.get(attribute)!, default: value });
  return { ...design, catalogue: { ...catalogue, attributes } };
}

const ofTwo = 'dual-approval';
const asksForTwo = ({ findings }: Assessment) =>
  findings
    .filter(({ gaps }) => leavesOf(gaps).some((leaf) => leaf.kind === 'control' && leaf.control === ofTwo))
    .map(({ requirement, element }) => `${requirement} on ${element}`);

describe('what nobody says', function () {
  this.timeout(0);

  it('is the same written out', () => holds({ mutations: defaultsWritten, broken: differences, cases: 300 }));

  it('never makes one of two persons who have to agree', async () => {
    let compared = 0;
    for (const design of (await realDesigns()).filter((one) => /^examples\/[a-z]+\.meter$/.test(calledBy(one)))) {
      const persons = new Set([...design.components.values()].filter((one) => isPerson(design, one.name)).map(({ name }) => name));
      const before = review(design, reviewDate);
      const after = review(withDefault(design, knownNames.count, { kind: 'integer', number: 1 }), reviewDate);
      assert.deepEqual(
        asksForTwo(before).filter((pair) => !asksForTwo(after).includes(pair)),
        [],
        calledBy(design),
      );
      const reached = figures(reachOf(after).positions.filter(({ foothold }) => persons.has(foothold.element)));
      for (const [name, figure] of figures(reachOf(before).positions)) {
        if (!reached.has(name)) continue;
        compared++;
        assert.deepEqual(reached.get(name), figure, `${calledBy(design)}: ${name}`);
      }
    }
    assert.ok(compared >= 6, `${compared} figures were compared`);
  });
});

function isPerson(design: Architecture, name: string): boolean {
  return lookupIn(design).kinds(design.components.get(name)!).has(knownNames.person);
}
