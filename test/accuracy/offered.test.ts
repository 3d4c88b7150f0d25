import assert from 'node:assert/strict';
import { carriersOf, excludedBy, isUsedUnder, lineage } from '../../language/semantics/index.js';
import type { Architecture, Element, Mechanism } from '../../language/model/index.js';
import { elementNamed, Evaluator, review, type Finding, type Gap } from '../../review/index.js';
import { candidatesFor } from '../../review/fixes/candidates.js';
import { createWorkspace } from '../support/workspace.js';
import { goodDesigns, reviewDate, weakDesigns, type Judged } from './designs.js';

// Whatever is offered, first or last, can be where it is offered: by the carriers, the conditions and the countries that the catalogue states.

function controlsOf(gap: Gap): { readonly element: string; readonly control: string }[] {
  if (gap.kind === 'condition') return [];
  if (gap.kind === 'control') return gap.unplaced ? [] : [gap];
  return gap.gaps.flatMap(controlsOf);
}

const stackOf = (element: Element): readonly string[] => {
  const used = element.mechanisms.map(({ mechanism }) => mechanism);
  return 'layers' in element ? [...used, ...element.layers.flatMap(({ stack }) => stack)] : used;
};

/** The carriers of each link that a layer on the element lies on; hops of people at the ends, and within the office, are none of its matter. */
function stacksBeneath(element: Element, architecture: Architecture, evaluator: Evaluator): (readonly string[])[] {
  if (element.place === 'link') return [stackOf(element)];
  if (element.place !== 'flow') return [];
  const { facts } = evaluator;
  const counted = element.hops.filter((hop) => !facts.isPersonHop(hop) && !facts.isTrustedHop(hop));
  return counted.flatMap(({ link }) => (link === undefined ? [] : [stackOf(architecture.links.get(link)!)]));
}

/** Why a mechanism cannot be where it is offered. */
function* objections(mechanism: Mechanism, element: Element, architecture: Architecture, evaluator: Evaluator): Iterable<string> {
  const { catalogue, design } = architecture;
  const { isCarrier, canRunOver } = carriersOf(catalogue);
  const kinds = [...lineage([mechanism.name], catalogue.mechanisms, 0).keys()].map((name) => catalogue.mechanisms.get(name)!);
  for (const { name, fits } of kinds) if (fits !== undefined && evaluator.conditions.of(fits, element) === 0) yield `${name} does not fit`;
  const used = new Set(
    [...architecture.links.values(), ...architecture.flows.values(), ...architecture.components.values()].flatMap(stackOf),
  );
  const isUsed = (name: string) => [...used].some((one) => lineage([one], catalogue.mechanisms, 0).has(name));
  for (const one of kinds)
    if (!isUsedUnder(one, design.profiles, catalogue) && !isUsed(one.name)) yield `${one.name} is of another country`;
  const runs = kinds.some(({ carriers }) => carriers.length > 0);
  for (const stack of stacksBeneath(element, architecture, evaluator)) {
    const stays = stack.filter((name) => excludedBy(mechanism.name, name, catalogue) === undefined);
    if (runs && !canRunOver(mechanism.name, stays)) yield `runs over none of ${stack.join(', ')}`;
    const carriers = stack.filter(isCarrier);
    const isKept = (name: string) => excludedBy(mechanism.name, name, catalogue) === undefined && !kinds.some((one) => one.name === name);
    if (element.place === 'link' && !runs && isCarrier(mechanism.name) && carriers.length > 0 && carriers.every(isKept)) {
      yield `is another medium than ${carriers.join(', ')}`;
    }
  }
}

describe('what is offered for a gap', () => {
  const wrong: string[] = [];
  let [told, layers] = [0, 0];

  function judge(finding: Finding, findings: readonly Finding[], architecture: Architecture, evaluator: Evaluator, name: string): void {
    for (const gap of controlsOf(finding.gaps)) {
      const element = elementNamed(architecture, gap.element);
      if (element === undefined) continue;
      for (const mechanism of candidatesFor(gap, element, evaluator, findings)) {
        told++;
        if (element.place === 'link' || element.place === 'flow') layers++;
        for (const why of objections(mechanism, element, architecture, evaluator)) {
          wrong.push(`${name}: ${gap.control} on ${gap.element} by ${mechanism.name}: ${why}`);
        }
      }
    }
  }

  async function judgeDesign({ name, files }: Judged): Promise<void> {
    const workspace = await createWorkspace(files);
    const architecture = workspace.shared.meter.Designs.all().find((one) => one.files[0] === workspace.uri(name).toString())!;
    const { findings } = review(architecture, reviewDate);
    const evaluator = new Evaluator(architecture, reviewDate);
    for (const finding of findings) judge(finding, findings, architecture, evaluator, name);
  }

  it('can be there, whatever the design', async function () {
    for (const design of [...goodDesigns(), ...weakDesigns()]) await judgeDesign(design);
    assert.deepEqual([...new Set(wrong)], []);
    assert.ok(told > 5000 && layers > 1000, `${told} offers, ${layers} of them on links and flows`);
  });
});
