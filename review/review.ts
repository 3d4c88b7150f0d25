import { coveredBy, elementsOfSort, isOpen, requirementsOf } from '../language/semantics/index.js';
import type { Architecture, Decision, Element, ElementSort, Requirement } from '../language/model/index.js';
import type { Assessment, Finding, Gap, OpenState, Result } from './assessment.js';
import { devicesOf } from './devices.js';
import { drawnOf } from './drawn.js';
import { Evaluator } from './evaluate.js';
import { Settled } from './evaluated.js';
import { remember } from './evaluator-of.js';
import type { Facts } from './facts.js';
import type { Computes } from './figures.js';
import { findingId } from './finding-id.js';
import { alone, relate } from './findings.js';
import { Found } from './found.js';
import { inOrder } from './order.js';
import { areComparable, PairTable, sortsOf, type JudgedPair, type OpenPairs } from './pairs.js';
import type { ToldGaps } from './told.js';
import { ToldPairs } from './told-pairs.js';

/** Reviews one design against its profiles (or the given ones instead) as of a date, `YYYY-MM-DD`. */
export function review(
  architecture: Architecture,
  date: string,
  profiles: readonly string[] = architecture.design.profiles,
  computes?: Computes,
): Assessment {
  return reviewWith(Evaluator.of(architecture, date, profiles, { computes }));
}

/**
 * The same with an evaluator that others use as well: what it has found out already is not computed again. Of a design of which an `earlier` state
 * was reviewed, with an evaluator that records, only pairs are evaluated that the difference can concern.
 */
export function reviewWith(evaluator: Evaluator, earlier?: Evaluator): Assessment {
  const { architecture, profiles } = evaluator.facts;
  const requirements = requirementsOf(profiles, architecture.catalogue);
  const before = earlier !== undefined && areComparable(earlier, evaluator) ? earlier : undefined;
  if (evaluator.table === undefined) {
    const isChanged = before === undefined ? () => true : evaluator.changesSince(before);
    if (before !== undefined) evaluator.follow(before, isChanged);
    evaluator.table = PairTable.of(evaluator, requirements, before?.table, isChanged);
  }
  return remember(assess(evaluator, requirements, evaluator.table, before?.telling), evaluator);
}

/** Every element that a requirement says something about. */
export function elementsFor(requirement: Requirement, architecture: Architecture): readonly Element[] {
  return sortsOf(requirement).flatMap((sort) => elementsOfSort(architecture, sort));
}

/** Puts evaluated pairs together: decisions, refinement, findings. */
function assess(evaluator: Evaluator, requirements: readonly Requirement[], table: PairTable, earlier: ToldPairs | undefined): Assessment {
  const { facts } = evaluator;
  const { architecture, date, profiles } = facts;
  const decisions = decisionTable(facts);
  const decisionOn = ({ requirement, element, judgement }: JudgedPair): Decision | undefined =>
    decisions.size > 0 && isOpen(judgement.state) ? decisions.get(`${requirement.name} ${element.name}`) : undefined;
  const open = table.open(requirements);
  const telling = (evaluator.telling ??= ToldPairs.of(requirements, open, decisionOn, earlier));
  const settled = (pair: JudgedPair): Result =>
    new Settled(evaluator, pair.requirement, pair.element, pair.judgement, decisionOn(pair), telling.of(pair));
  let results: readonly Result[] | undefined;
  return {
    architecture,
    date,
    profiles,
    requirements: requirements.map((requirement) => requirement.name),
    // Whoever writes asks for what is open, and not for each pair.
    get results() {
      return (results ??= Array.from(table.pairs(requirements), settled));
    },
    findings: inOrder(findingsOf(evaluator, open, decisionOn, telling), architecture),
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

/** One for each pair of which something is open and told. */
function findingsOf(
  evaluator: Evaluator,
  open: readonly OpenPairs[],
  decisionOn: (pair: JudgedPair) => Decision | undefined,
  telling: ToldPairs,
): Finding[] {
  const { facts } = evaluator;
  const devices = devicesOf(facts);
  const design = facts.architecture.design.name;
  const found: Telling[] = [];
  for (const { requirement, pairs } of open) {
    const toldOf = telling.ofRequirement(requirement);
    for (const pair of pairs) {
      const told = toldOf(pair.judgement);
      if (told.open === undefined || decisionOn(pair) !== undefined || !isOpen(pair.judgement.state)) continue;
      const element = pair.element.name;
      found.push({ id: findingId({ design, requirement: requirement.name, element }), element, gaps: told.open, pair, told });
    }
  }
  // Most fail for what is not there at all, and name nobody.
  const weak = found.filter(({ told }) => told.weak.length > 0);
  const others = relate(weak, ({ told }) => told.weak);
  const related = new Map(weak.map((one, index) => [one, others[index]!]));
  return found.map((one): Finding => {
    const { id, gaps, pair, told } = one;
    const { requirement, element, judgement } = pair;
    const drawn = judgement.situations.length > 0 ? 'wrong' : drawnOf(told.leaves, facts);
    const state = judgement.state as OpenState;
    return new Found(
      evaluator,
      requirement,
      element,
      judgement,
      id,
      design,
      state,
      gaps,
      drawn,
      devices(element),
      related.get(one) ?? alone,
    );
  });
}

/** A pair with what is told of it. */
interface Telling {
  readonly id: string;
  readonly element: string;
  readonly gaps: Gap;
  readonly pair: JudgedPair;
  readonly told: ToldGaps;
}

/** `sort` tells the design from an element that was given its name by mistake. */
export function elementNamed(architecture: Architecture, name: string, sort?: ElementSort): Element | undefined {
  const { zones, components, data, links, flows, design } = architecture;
  if (sort === 'design' && !design.implicit) return design;
  const found = zones.get(name) ?? components.get(name) ?? data.get(name) ?? links.get(name) ?? flows.get(name);
  return found ?? (design.name === name && !design.implicit ? design : undefined);
}
