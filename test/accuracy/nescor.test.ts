import assert from 'node:assert/strict';
import type { Architecture, Catalogue } from '../../language/model/index.js';
import { nescorFile, nescorFiles, nescorReviews, nescorScenarios, type Reviews, type Scenario } from './nescor.js';

/** The elements with their kinds, places and paths: what mitigations leave as it is. */
function shapeOf({ zones, components, data, links, flows }: Architecture): string[] {
  const placed = [...zones.values(), ...components.values()].map(({ sort, name, kinds, zone, runBy }) => [sort, name, kinds, zone, runBy]);
  const written = [...data.values()].map(({ sort, name, kinds }) => [sort, name, kinds]);
  const linked = [...links.values()].map(({ sort, name, kinds, sources, targets }) => [sort, name, kinds, sources, targets]);
  const led = [...flows.values()].map(({ sort, name, kinds, stops }) => [sort, name, kinds, stops]);
  return [...placed, ...written, ...linked, ...led].map((one) => JSON.stringify(one));
}

/** The scenarios that the catalogue knows as attacks. */
const attacksOf = ({ attacks }: Catalogue) =>
  [...attacks.keys()].flatMap((name) => (name.startsWith('nescor-ami.') ? [Number(name.slice('nescor-ami.'.length))] : []));

/** The requirements that cite a scenario. */
const citing = ({ requirements }: Catalogue, scenario: string) =>
  [...requirements.values()].filter(({ see }) => see.some(({ standard, clause }) => standard === 'nescor' && clause === scenario));

describe('the AMI failure scenarios of NESCOR', () => {
  let reviews: Reviews;
  let scenarios: readonly Scenario[];

  before(async () => {
    reviews = await nescorReviews();
    scenarios = await nescorScenarios();
  });

  it('have a weak and a mitigated design for each attack of the catalogue, and no other file stands there', () => {
    const numbers = attacksOf(reviews.catalogue);
    assert.ok(numbers.length > 0);
    assert.deepEqual(nescorFiles(), numbers.flatMap((number) => [nescorFile(number, 'weak'), nescorFile(number, 'mitigated')]).sort());
    assert.equal(scenarios.length, numbers.length);
  });

  it('are well written', () => {
    for (const { number, weak, mitigated } of reviews.scenarios) {
      const scenario = `AMI.${number}`;
      for (const { head, errors, architecture } of [weak, mitigated]) {
        assert.deepEqual(errors, [], scenario);
        assert.equal(head.scenario, scenario);
        assert.deepEqual(head.judged, weak.head.judged, scenario);
        assert.equal(architecture.decisions.length, 0, `a decision would hide what the requirements say of ${scenario}`);
      }
      assert.deepEqual(mitigated.head.expected, [], scenario);
      assert.equal(new Set(weak.head.expected).size, weak.head.expected.length, scenario);
    }
  });

  it('judge the requirements that cite them, each of which has something to say', () => {
    for (const { number, weak } of reviews.scenarios) {
      const { judged, expected } = weak.head;
      const cited = citing(reviews.catalogue, `AMI.${number}`).map(({ name }) => name);
      if (cited.length > 0) assert.deepEqual([...judged].sort(), cited.sort(), `AMI.${number}`);
      assert.deepEqual([...new Set(expected.map((one) => one.split(' ')[0]!))].sort(), [...judged].sort(), `AMI.${number}`);
    }
  });

  it('are flagged in the weak design by exactly what was expected', () => {
    for (const { scenario, expected, found, unexpected } of scenarios) {
      assert.ok(expected > 0, scenario);
      assert.deepEqual({ found, unexpected }, { found: expected, unexpected: [] }, scenario);
    }
  });

  it('leave nothing of it in the mitigated design', () => {
    for (const { scenario, left } of scenarios) assert.deepEqual(left, [], scenario);
  });

  it('keep elements, kinds, places and paths where they are mitigated', () => {
    for (const { number, weak, mitigated } of reviews.scenarios) {
      assert.deepEqual(shapeOf(mitigated.architecture), shapeOf(weak.architecture), `AMI.${number}`);
    }
  });
});
