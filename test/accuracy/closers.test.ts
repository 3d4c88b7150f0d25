import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mayStand } from '../../language/semantics/index.js';
import type { Architecture, ControlUse, Element } from '../../language/model/index.js';
import {
  canStandOn,
  closable,
  elementNamed,
  Evaluator,
  review,
  withElement,
  type ControlGap,
  type Finding,
  type Gap,
} from '../../review/index.js';
import { createWorkspace, root } from '../support/workspace.js';
import { goodDesigns, reviewDate, weakDesigns, type Judged } from './designs.js';

// What a message names as what closes a finding: each way that it offers can be written where it is offered, belongs there, and closes the finding.

type Way = readonly ControlGap[];

/** Every alternative of a gap in some way; of what needs several, the others by their first. Undefined where a fact has to change, or there is no place. */
function waysOf(gap: Gap): (Way | undefined)[] {
  if (gap.kind === 'condition') return [undefined];
  if (gap.kind === 'control') return [gap.unplaced || gap.asked !== undefined || gap.state === 'planned' ? undefined : [gap]];
  const parts = gap.gaps.map(waysOf);
  if (gap.kind === 'or') return parts.flat();
  return parts.flatMap((ways, at) => ways.map((way) => joined(parts.map((others, place) => (place === at ? way : others.find(Boolean))))));
}

const joined = (ways: readonly (Way | undefined)[]): Way | undefined =>
  ways.some((way) => way === undefined) ? undefined : ways.flatMap((way) => way!);

function written(architecture: Architecture, way: Way): Architecture {
  return way.reduce((design, { control, element }) => {
    const own = elementNamed(design, element)!;
    return withElement(design, { ...own, controls: [...own.controls.filter((one) => one.control !== control), stated(control)] });
  }, architecture);
}

const stated = (control: string): ControlUse => ({
  control,
  mechanisms: [],
  from: undefined,
  to: undefined,
  planned: false,
  due: undefined,
  evidence: 'report',
});

/** What the design says that keeps a control weak is told with it, and closed by another statement. */
const isHeldBack = (evaluator: Evaluator, { control, element }: ControlGap) =>
  evaluator.grants.limitOf(control, elementNamed(evaluator.facts.architecture, element)!) !== undefined;

/** A weak word that stays where it is outweighs no better one, but on an own layer of the path it may: it is told as too weak, to be replaced. */
const isReplaced = ({ sources }: ControlGap) => sources.some(({ weakness }) => weakness !== undefined);

const isTold = ({ requirement, element }: Finding, design: Architecture) =>
  review(design, reviewDate).findings.some((one) => one.requirement === requirement && one.element === element);

function drawn(): Judged[] {
  const folder = 'test/accuracy/drawn';
  return readdirSync(path.join(root, folder)).map((file) => ({
    name: `${folder}/${file}`,
    files: { [`${folder}/${file}`]: readFileSync(path.join(root, folder, file), 'utf8') },
  }));
}

describe('what a message names as what closes a finding', () => {
  const wrong = new Set<string>();
  let ways = 0;
  const tried = new Set<string>();

  function judge(finding: Finding, architecture: Architecture, evaluator: Evaluator, name: string): void {
    const requirement = architecture.catalogue.requirements.get(finding.requirement)!;
    const kindOf = ({ element }: ControlGap): Element => elementNamed(architecture, element)!;
    const isAskedAnyway = ({ control, element }: ControlGap) =>
      waysOf(finding.gaps).every((way) => way === undefined || way.some((one) => one.control === control && one.element === element));
    for (const way of waysOf(closable(finding.gaps, evaluator))) {
      if (way === undefined || way.some((leaf) => isHeldBack(evaluator, leaf) || isReplaced(leaf))) continue;
      const words = way.map((leaf) => `${leaf.control} on ${kindOf(leaf).sort} ${kindOf(leaf).kinds.join(' ')}`).join(' and ');
      for (const leaf of way) {
        if (!mayStand(architecture.catalogue.controls.get(leaf.control)!, kindOf(leaf).sort))
          wrong.add(`${words}: cannot be written (${name})`);
        // What cannot be changed has no identity of its own, and nothing else is one: that is what the finding says.
        if (!canStandOn(leaf.control, kindOf(leaf), evaluator) && !isAskedAnyway(leaf))
          wrong.add(`${finding.requirement}: ${words}: does not belong there`);
      }
      const key = `${finding.requirement} ${finding.state} ${words}`;
      if (tried.has(key)) continue;
      tried.add(key);
      ways++;
      const after = written(architecture, way);
      const { state } = Evaluator.of(after, reviewDate).evaluate(requirement, elementNamed(after, finding.element) ?? after.design);
      // What another finding tells is left out of a message: then nothing is told any more, whatever is open.
      if (state === 'met' || state === 'not applicable' || !isTold(finding, after)) continue;
      wrong.add(`${name}: ${finding.requirement} on ${finding.element} is ${state} with ${words}`);
    }
  }

  it('closes it, can be written there, and belongs there', async function () {
    for (const { name, files } of [...goodDesigns(), ...weakDesigns(), ...drawn()]) {
      const workspace = await createWorkspace(files);
      const architecture = workspace.shared.meter.Designs.all().find((one) => one.files[0] === workspace.uri(name).toString())!;
      const { findings } = review(architecture, reviewDate);
      const evaluator = Evaluator.of(architecture, reviewDate);
      for (const finding of findings) judge(finding, architecture, evaluator, name);
    }
    assert.deepEqual([...wrong], []);
    assert.ok(ways > 1000, `${ways} ways`);
  });
});
