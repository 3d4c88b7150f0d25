import type { Flow, Link, Mechanism } from '../../language/model/index.js';
import { mayStand } from '../../language/semantics/index.js';
import {
  evaluatorOf,
  leafKey,
  leavesOf,
  withElement,
  type Assessment,
  type Evaluator,
  type Finding,
  type Leaf,
} from '../../review/index.js';
import { candidatesFor } from '../../review/fixes/candidates.js';
import { choosesMedium } from '../../review/fixes/fitting.js';
import { isLayer } from '../../review/fixes/stacks.js';
import { layerEdit } from '../../review/fixes/layers.js';
import { flowAt } from './hops.js';
import type { RefactoringOffer, Refactoring, Selection } from './refactoring.js';
import { findingsOn, inDesigns, reviewIfNoWorse } from './trial.js';

/** What a flow's finding asks of every hop comes onto all links of the path that lack it, with the best mechanism, in one step. */
export const everyHop: Refactoring = { kind: 'refactor.rewrite.meterlint.every-hop', offers };

function* offers(selection: Selection): Iterable<RefactoringOffer> {
  const flow = flowAt(selection);
  const found = flow === undefined ? [] : inDesigns(selection, flow.name, flow.file);
  // In several designs the path may run over the links in different states: each fix of its own is still there.
  const [only, ...others] = found;
  if (flow === undefined || only === undefined || others.length > 0) return;
  const { assessment } = only;
  const evaluator = evaluatorOf(assessment);
  const seen = new Set<string>();
  for (const finding of findingsOn(assessment, flow.name)) {
    for (const [control, links] of openOnPath(finding, flow, evaluator)) {
      const mechanism = bestFor(control, links, evaluator, assessment);
      if (mechanism === undefined || seen.has(`${mechanism.name} ${links.map(({ name }) => name).join()}`)) continue;
      seen.add(`${mechanism.name} ${links.map(({ name }) => name).join()}`);
      if (!closes(mechanism, links, finding, control, assessment)) continue;
      yield {
        does: ['addToEveryHop', control, flow.name, mechanism.title ?? mechanism.name, links.map(({ name }) => name)],
        changes: links.map((link) => layerEdit(link, mechanism, evaluator, selection.snapshot.sources)),
      };
    }
  }
}

/** The links of the path on which a control is open, where there are several. */
function openOnPath(finding: Finding, flow: Flow, { facts }: Evaluator): Map<string, Link[]> {
  const path = new Set(flow.hops.map(({ link }) => link));
  const byControl = new Map<string, Set<string>>();
  for (const leaf of leavesOf(finding.gaps)) {
    if (leaf.kind !== 'control' || !path.has(leaf.element)) continue;
    byControl.set(leaf.control, (byControl.get(leaf.control) ?? new Set()).add(leaf.element));
  }
  const links = [...byControl].map(
    ([control, names]) => [control, names, [...names].flatMap((name) => facts.architecture.links.get(name) ?? [])] as const,
  );
  return new Map(
    links.filter(([, names, some]) => some.length > 1 && some.length === names.size).map(([control, , some]) => [control, some]),
  );
}

/** The best for the first of the links that may stand on all of them, over what each of them runs over. */
function bestFor(control: string, links: readonly Link[], evaluator: Evaluator, { findings }: Assessment): Mechanism | undefined {
  const [first] = links;
  if (first === undefined) return undefined;
  return candidatesFor({ element: first.name, control }, first, evaluator, findings).find((one) =>
    links.every(
      (link) =>
        isLayer(one, link) &&
        mayStand(one, link.sort) &&
        !choosesMedium(evaluator, one, link) &&
        !link.layers.some(({ stack }) => stack.includes(one.name)),
    ),
  );
}

function closes({ name }: Mechanism, links: readonly Link[], finding: Finding, control: string, assessment: Assessment): boolean {
  const changed = links.reduce(
    (design, link) => withElement(design, { ...link, layers: [...link.layers, { stack: [name], from: undefined, to: undefined }] }),
    assessment.architecture,
  );
  const after = reviewIfNoWorse(assessment, changed)?.findings;
  if (after === undefined) return false;
  const still = new Set(leavesOf(after.find(({ id }) => id === finding.id)?.gaps).map((leaf: Leaf) => leafKey(leaf)));
  return links.every((link) => !still.has(`${control}@${link.name}`));
}
