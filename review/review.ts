import { coveredBy, elementsOfSort, isOpen, requirementsOf } from '../language/semantics/index.js';
import type { Architecture, Decision, Element, ElementSort, Requirement } from '../language/model/index.js';
import type { Assessment, Evaluation, Finding, Result } from './assessment.js';
import { devicesOf } from './devices.js';
import { drawnOf } from './drawn.js';
import { Evaluator } from './evaluate.js';
import { decided, Settled } from './evaluated.js';
import { remember } from './evaluator-of.js';
import type { Facts } from './facts.js';
import { findingId } from './finding-id.js';
import { relate } from './findings.js';
import { inOrder } from './order.js';
import { nothingTold, tell, type Judged, type ToldGaps } from './refine.js';

/** Reviews one design against its profiles (or the given ones instead) as of a date, `YYYY-MM-DD`. */
export function review(architecture: Architecture, date: string, profiles: readonly string[] = architecture.design.profiles): Assessment {
  return reviewWith(new Evaluator(architecture, date, profiles));
}

/** The same with an evaluator that others use as well: what it has found out already is not computed again. */
export function reviewWith(evaluator: Evaluator): Assessment {
  const { architecture, profiles } = evaluator.facts;
  const requirements = requirementsOf(profiles, architecture.catalogue);
  const evaluations = requirements.flatMap((requirement) =>
    elementsFor(requirement, architecture).map((element) => evaluator.evaluate(requirement, element)),
  );
  return remember(assess(evaluator.facts, requirements, evaluations), evaluator);
}

/** Every element that a requirement says something about. */
export function elementsFor(requirement: Requirement, architecture: Architecture): readonly Element[] {
  return [...new Set(requirement.rules.map((rule) => rule.place))].flatMap((place) => elementsOfSort(architecture, place));
}

/** Puts evaluated pairs together: decisions, refinement, findings. */
export function assess(facts: Facts, requirements: readonly Requirement[], evaluations: readonly Evaluation[]): Assessment {
  const { architecture, date, profiles } = facts;
  const table = decisionTable(facts);
  const decisionOn = ({ state, requirement, element }: Evaluation): Decision | undefined =>
    table.size > 0 && isOpen(state) ? table.get(`${requirement} ${element}`) : undefined;
  const told = toldBy(requirements, evaluations, decisionOn);
  const results = evaluations.map((evaluation) => new Settled(evaluation, decisionOn(evaluation), told.get(evaluation) ?? nothingTold));
  return {
    architecture,
    date,
    profiles,
    requirements: requirements.map((requirement) => requirement.name),
    results,
    findings: inOrder(findingsOf(facts, results), architecture),
  };
}

/** What each evaluation tells of its gaps; most have none. */
function toldBy(
  requirements: readonly Requirement[],
  evaluations: readonly Evaluation[],
  decisionOn: (evaluation: Evaluation) => Decision | undefined,
): ReadonlyMap<Evaluation, ToldGaps> {
  const open = evaluations.filter(({ gaps }) => gaps !== undefined);
  const pairs = open.map((evaluation): Judged => {
    const { requirement, element, state, severity, gaps } = evaluation;
    const decision = decisionOn(evaluation);
    return { requirement, element, state, severity, gaps: gaps!, decided: decision && decided(decision) };
  });
  const told = tell(requirements, pairs);
  return new Map(open.map((evaluation, index) => [evaluation, told[index]!]));
}

/** The decision in force for each pair; an exclusion goes before an acceptance, else the first counts. */
function decisionTable(facts: Facts): Map<string, Decision> {
  const table = new Map<string, Decision>();
  const decisions = facts.decisionsInForce();
  const ordered = [...decisions.filter(({ verb }) => verb === 'exclude'), ...decisions.filter(({ verb }) => verb === 'accept')];
  for (const decision of ordered) {
    const covered = coveredBy(decision, facts.architecture);
    for (const requirement of decision.requirements) {
      for (const element of covered) {
        const key = `${requirement} ${element}`;
        if (!table.has(key)) table.set(key, decision);
      }
    }
  }
  return table;
}

/** One for each result of which something is open and told. */
function findingsOf(facts: Facts, results: readonly Result[]): Finding[] {
  const devices = devicesOf(facts);
  const { architecture } = facts;
  const design = architecture.design.name;
  const found = results.flatMap((result) => {
    const { requirement, element, state, open } = result;
    return isOpen(state) && open !== undefined
      ? [{ id: findingId({ design, requirement, element }), result, element, state, gaps: open }]
      : [];
  });
  const others = relate(found);
  return found.map(({ id, result, state, gaps }, index): Finding => {
    const { requirement, place, severity, situations } = result;
    const element = elementNamed(architecture, result.element, place)!;
    return {
      id,
      design,
      requirement,
      element: result.element,
      place,
      state,
      severity,
      gaps,
      situations,
      proofs: result.proofs,
      get reasons() {
        return result.reasons;
      },
      drawn: situations.length > 0 ? 'wrong' : drawnOf(gaps, facts),
      devices: devices(element),
      file: element.file,
      ...others[index]!,
    };
  });
}

/** `place` tells the design from an element that was given its name by mistake. */
export function elementNamed(architecture: Architecture, name: string, place?: ElementSort): Element | undefined {
  const { zones, components, data, links, flows, design } = architecture;
  if (place === 'design' && !design.implicit) return design;
  const found = zones.get(name) ?? components.get(name) ?? data.get(name) ?? links.get(name) ?? flows.get(name);
  return found ?? (design.name === name && !design.implicit ? design : undefined);
}
