import { coveredBy, elementsOfSort, isOpen, requirementsOf } from '../language/semantics/index.js';
import type { Architecture, Decision, Element, ElementSort, Requirement } from '../language/model/index.js';
import type { Assessment, Finding, Result } from './assessment.js';
import { devicesOf } from './devices.js';
import { drawnOf } from './drawn.js';
import { Evaluator } from './evaluate.js';
import { decided, Settled, type Judgement } from './evaluated.js';
import { remember } from './evaluator-of.js';
import type { Facts } from './facts.js';
import { findingId } from './finding-id.js';
import { relate } from './findings.js';
import { inOrder } from './order.js';
import { PairTable, sortsOf, type JudgedPair } from './pairs.js';
import { nothingTold, tell, type Judged, type ToldGaps } from './refine.js';

/** Reviews one design against its profiles (or the given ones instead) as of a date, `YYYY-MM-DD`. */
export function review(architecture: Architecture, date: string, profiles: readonly string[] = architecture.design.profiles): Assessment {
  return reviewWith(Evaluator.of(architecture, date, profiles));
}

/**
 * The same with an evaluator that others use as well: what it has found out already is not computed again. Of a design of which an `earlier` state
 * was reviewed, with an evaluator that records, only pairs are evaluated that the difference can concern.
 */
export function reviewWith(evaluator: Evaluator, earlier?: Evaluator): Assessment {
  const { architecture, profiles } = evaluator.facts;
  const requirements = requirementsOf(profiles, architecture.catalogue);
  const table = (evaluator.table ??= PairTable.of(evaluator, requirements, earlier));
  return remember(assess(evaluator, requirements, table), evaluator);
}

/** Every element that a requirement says something about. */
export function elementsFor(requirement: Requirement, architecture: Architecture): readonly Element[] {
  return sortsOf(requirement).flatMap((sort) => elementsOfSort(architecture, sort));
}

/** Puts evaluated pairs together: decisions, refinement, findings. */
function assess(evaluator: Evaluator, requirements: readonly Requirement[], table: PairTable): Assessment {
  const { facts } = evaluator;
  const { architecture, date, profiles } = facts;
  const decisions = decisionTable(facts);
  const decisionOn = ({ requirement, element, judgement }: JudgedPair): Decision | undefined =>
    decisions.size > 0 && isOpen(judgement.state) ? decisions.get(`${requirement.name} ${element.name}`) : undefined;
  const open = [...table.pairs(evaluator, requirements, true)];
  const told = toldBy(requirements, open, decisionOn);
  const settled = (pair: JudgedPair): Result => {
    const { requirement, element, judgement } = pair;
    return new Settled(evaluator, requirement, element, judgement, decisionOn(pair), told.get(judgement) ?? nothingTold);
  };
  let results: readonly Result[] | undefined;
  return {
    architecture,
    date,
    profiles,
    requirements: requirements.map((requirement) => requirement.name),
    // Whoever writes asks for what is open, and not for each pair.
    get results() {
      return (results ??= Array.from(table.pairs(evaluator, requirements, false), settled));
    },
    findings: inOrder(
      findingsOf(
        facts,
        open.map((pair) => ({ element: pair.element, result: settled(pair) })),
      ),
      architecture,
    ),
  };
}

/** What each pair tells of its gaps. */
function toldBy(
  requirements: readonly Requirement[],
  open: readonly JudgedPair[],
  decisionOn: (pair: JudgedPair) => Decision | undefined,
): ReadonlyMap<Judgement, ToldGaps> {
  const pairs = open.map((pair): Judged => {
    const { requirement, element, judgement } = pair;
    const { state, severity, gaps } = judgement;
    const decision = decisionOn(pair);
    return { requirement: requirement.name, element: element.name, state, severity, gaps: gaps!, decided: decision && decided(decision) };
  });
  const told = tell(requirements, pairs);
  return new Map(open.map(({ judgement }, index) => [judgement, told[index]!]));
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
function findingsOf(facts: Facts, results: readonly { readonly element: Element; readonly result: Result }[]): Finding[] {
  const devices = devicesOf(facts);
  const design = facts.architecture.design.name;
  const found = results.flatMap(({ element, result }) => {
    const { requirement, state, open } = result;
    return isOpen(state) && open !== undefined
      ? [{ id: findingId({ design, requirement, element: element.name }), result, of: element, element: element.name, state, gaps: open }]
      : [];
  });
  const others = relate(found);
  return found.map(({ id, result, of, state, gaps }, index): Finding => {
    const { requirement, sort, severity, situations, proofs } = result;
    return {
      id,
      design,
      requirement,
      element: of.name,
      sort,
      state,
      severity,
      gaps,
      situations,
      proofs,
      get reasons() {
        return result.reasons;
      },
      drawn: situations.length > 0 ? 'wrong' : drawnOf(gaps, facts),
      devices: devices(of),
      file: of.file,
      ...others[index]!,
    };
  });
}

/** `sort` tells the design from an element that was given its name by mistake. */
export function elementNamed(architecture: Architecture, name: string, sort?: ElementSort): Element | undefined {
  const { zones, components, data, links, flows, design } = architecture;
  if (sort === 'design' && !design.implicit) return design;
  const found = zones.get(name) ?? components.get(name) ?? data.get(name) ?? links.get(name) ?? flows.get(name);
  return found ?? (design.name === name && !design.implicit ? design : undefined);
}
