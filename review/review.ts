import { coveredBy, elementsOfSort, isOpen, requirementsOf } from '../language/semantics/index.js';
import type { Architecture, Decision, Element, ElementSort, Requirement } from '../language/model/index.js';
import type { Assessment, Evaluation, Finding, Result } from './assessment.js';
import { devicesOf } from './devices.js';
import { drawnOf } from './drawn.js';
import { Evaluator } from './evaluate.js';
import { remember } from './evaluator-of.js';
import type { Facts } from './facts.js';
import { findingId } from './finding-id.js';
import { relate } from './findings.js';
import { inOrder } from './order.js';
import { tell } from './refine.js';

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
  const decisions = evaluations.map(({ state, requirement, element }) =>
    table.size > 0 && isOpen(state) ? table.get(`${requirement} ${element}`) : undefined,
  );
  const decided = decisions.map((decision) => decision && (decision.verb === 'accept' ? ('accepted' as const) : ('excluded' as const)));
  const told = tell(
    requirements,
    evaluations.map((evaluation, index) => ({ ...evaluation, decided: decided[index] })),
  );
  const results = evaluations.map((evaluation, index): Result => {
    const { requirement, element, place, severity, reasons, gaps, situations } = evaluation;
    const { open, reportedBy } = told[index]!;
    const state = decided[index] ?? evaluation.state;
    return {
      requirement,
      element,
      place,
      severity,
      reasons,
      gaps,
      situations,
      state,
      computed: evaluation.state,
      decision: decisions[index],
      reportedBy,
      open,
    };
  });
  const devices = devicesOf(facts);
  const findings = results.flatMap((result) => findingOf(facts, result, devices));
  return {
    architecture,
    date,
    profiles,
    requirements: requirements.map((requirement) => requirement.name),
    results,
    findings: inOrder(relate(findings), architecture),
  };
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

function findingOf(facts: Facts, result: Result, devices: (element: Element) => number): Finding[] {
  if (!isOpen(result.state) || result.open === undefined) return [];
  const { architecture } = facts;
  const element = elementNamed(architecture, result.element, result.place)!;
  const design = architecture.design.name;
  return [
    {
      id: findingId({ design, ...result }),
      design,
      requirement: result.requirement,
      element: result.element,
      place: result.place,
      state: result.state,
      severity: result.severity,
      gaps: result.open,
      situations: result.situations,
      reasons: result.reasons,
      drawn: result.situations.length > 0 ? 'wrong' : drawnOf(result.open, facts),
      devices: devices(element),
      file: element.file,
      related: [],
    },
  ];
}

/** `place` tells the design from an element that was given its name by mistake. */
export function elementNamed(architecture: Architecture, name: string, place?: ElementSort): Element | undefined {
  const { zones, components, data, links, flows, design } = architecture;
  if (place === 'design' && !design.implicit) return design;
  const found = zones.get(name) ?? components.get(name) ?? data.get(name) ?? links.get(name) ?? flows.get(name);
  return found ?? (design.name === name && !design.implicit ? design : undefined);
}
