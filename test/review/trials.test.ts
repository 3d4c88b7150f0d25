import assert from 'node:assert/strict';
import type { Architecture, Element, Mechanism } from '../../language/model/index.js';
import { allElements, requirementsOf } from '../../language/semantics/index.js';
import { Evaluator, reviewWith } from '../../review/index.js';
import { withMechanism } from '../../review/fixes/added.js';
import { usedIn } from '../../review/fixes/used.js';
import { elementsFor } from '../../review/review.js';
import { calledBy, realDesigns } from '../laws/support/designs.js';
import { oneOf, randomFrom, shuffled, type Random } from '../laws/support/random.js';

// What is tried on a design is judged as if the design were written so, and what is not looked at again would not be judged otherwise.

const date = '2026-11-24';
const thorough = process.env['METERLINT_LAWS'] === 'all';
const [mostDesigns, mostTrials] = thorough ? [Infinity, 20] : [12, 4];

interface Tried {
  readonly what: string;
  readonly before: Evaluator;
  readonly element: Element;
  readonly after: Evaluator;
}

function* trials(design: Architecture, random: Random): Iterable<Tried> {
  const before = Evaluator.of(design, date, design.design.profiles, { records: true });
  reviewWith(before);
  const mechanisms = [...design.catalogue.mechanisms.values()].filter(({ provides }) => provides.length > 0);
  for (let count = 0; count < mostTrials; count++) {
    const element = oneOf(allElements(design), random)!;
    const mechanism: Mechanism = oneOf(mechanisms, random)!;
    const control = oneOf([...before.grants.ofMechanism(mechanism.name).keys()], random)!;
    const what = `${calledBy(design)}: ${mechanism.name} for ${control} on ${element.name}`;
    yield { what, before, element, after: withMechanism(before, element, mechanism, control) };
  }
}

describe('a trial of a mechanism on a design', () => {
  it('judges each pair as the design does that is written so, and touches each that it judges otherwise', async () => {
    const random = randomFrom(20261130);
    let untouched = 0;
    for (const design of shuffled(await realDesigns(), random).slice(0, mostDesigns)) {
      for (const { what, before, element, after } of trials(design, random)) {
        const { architecture, profiles } = after.facts;
        const written = Evaluator.of({ ...architecture, flows: new Map(architecture.flows), links: new Map(architecture.links) }, date);
        assert.deepEqual(usedIn(after), usedIn(written), what);
        const touched = new Set(
          Array.from(before.table!.touchedBy(after, element), (one) => `${one.requirement.name} ${one.element.name}`),
        );
        for (const requirement of requirementsOf(profiles, architecture.catalogue)) {
          for (const one of elementsFor(requirement, architecture)) {
            const judged = after.judge(requirement, one);
            assert.deepEqual(judged, written.judge(requirement, one), `${what}: ${requirement.name} ${one.name}`);
            if (touched.has(`${requirement.name} ${one.name}`)) continue;
            const old = one === after.trial!.now ? element : one;
            assert.deepEqual(judged, before.table!.of(requirement, old), `${what}: ${requirement.name} ${one.name} is not touched`);
            untouched++;
          }
        }
      }
    }
    assert.ok(untouched > 0);
  });
});
