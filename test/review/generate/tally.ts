import type { Architecture, Condition, Element, Need, NeedPlace, Relation } from '../../../language/model/index.js';
import { holds } from '../reference/conditions.js';
import { allElements, type Scene, type Subject } from '../reference/elements.js';
import { leavesIn } from '../reference/gaps.js';
import { needed } from '../reference/needs.js';
import { membersOf } from '../reference/relations.js';
import { text } from '../reference/tell.js';
import { sceneOf } from '../reference/scene.js';
import { referenceReview } from '../reference/review.js';
import { relationNames } from './conditions.js';
import { hereNames } from './requirements.js';

/** How often something was met, by what it is. */
export type Tally = Map<string, number>;

export function emptyTally(): Tally {
  return new Map();
}

/** Counts what a design with its catalogue leads to: outcomes, not what is written in it. */
export function tally(seen: Tally, architecture: Architecture, date: string): void {
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (const pair of referenceReview(architecture, date)) {
    count(`state ${pair.state}`);
    const [reach, ...others] = new Set(pair.decision?.targets.map((target) => target.reach));
    if (reach !== undefined && others.length === 0) count(`decided ${reach} ${pair.sort}`);
    if (pair.reporters.length > 0) count('hidden by a refinement');
    if (pair.left !== undefined && text(pair.left) !== text(pair.gap!)) count('partly hidden by a refinement');
    for (const leaf of leavesIn(pair.gap)) count(leaf.stated ? 'leaf stated' : 'leaf silent');
  }
  for (const flow of architecture.flows.values()) {
    if (flow.hops.length > 1) count('flow of several hops');
    if ([...flow.controls, ...flow.layers].some(({ from, to }) => from !== undefined || to !== undefined)) count('flow with a span');
  }
  for (const { omissions, demands } of architecture.catalogue.profiles.values()) {
    if (omissions.some(({ because }) => because?.trim())) count('profile without something');
    if (omissions.some(({ because }) => !because?.trim())) count('profile without something for no reason');
    for (const demand of demands) count(`profile that demands ${demand}`);
  }
  if ([...architecture.zones.values()].some(({ zone }) => zone !== undefined)) count('zone within a zone');
  const scene = sceneOf(architecture, date);
  for (const requirement of architecture.catalogue.requirements.values()) {
    for (const rule of requirement.rules) {
      for (const element of allElements(scene, rule.sort) as Element[]) {
        if (rule.condition) tallyCondition(scene, element, rule.condition, count);
        for (const line of rule.needs) {
          if (line.condition) tallyCondition(scene, element, line.condition, count);
          tallyNeed(scene, element, line.need, count);
        }
      }
    }
  }
}

type Count = (what: string) => void;
const truths = ['false', 'unknown', 'true'];

function tallyCondition(scene: Scene, subject: Subject, condition: Condition, count: Count): void {
  const kind = condition.kind === 'quantified' ? condition.quantifier : condition.kind;
  count(`condition ${kind} ${truths[holds(scene, subject, condition)]}`);
  if (condition.kind === 'and' || condition.kind === 'or') {
    for (const operand of condition.operands) tallyCondition(scene, subject, operand, count);
  } else if (condition.kind === 'not') tallyCondition(scene, subject, condition.operand, count);
  else if (condition.kind === 'quantified' || condition.kind === 'extreme') tallyRelation(scene, subject, condition.relation, count);
}

function tallyRelation(scene: Scene, subject: Subject, relation: Relation, count: Count): void {
  if (membersOf(scene, subject, relation).length === 0) return;
  count(relation.within === undefined ? `relation ${relation.name}` : `relation in ${relation.within.kind}`);
}

function tallyNeed(scene: Scene, element: Element, need: Need, count: Count): void {
  switch (need.kind) {
    case 'and':
    case 'or':
      for (const operand of need.operands) tallyNeed(scene, element, operand, count);
      return;
    case 'condition':
      count(`need of a condition ${met(scene, element, need)}`);
      tallyCondition(scene, element, need.condition, count);
      return;
    case 'control':
      if (need.across !== undefined) count(`need across ${need.across.kind} ${met(scene, element, need)}`);
      else if (need.places.length === 0) count(`need here ${met(scene, element, need)}`);
      for (const place of need.places) tallyPlace(scene, element, place, met(scene, element, { ...need, places: [place] }), count);
  }
}

function met(scene: Scene, element: Element, need: Need): string {
  const { low, high } = needed(scene, element, need);
  return low === high ? (low === 0 ? 'missing' : 'granted') : 'unknown';
}

function tallyPlace(scene: Scene, element: Element, place: NeedPlace, outcome: string, count: Count): void {
  if (place.kind === 'here') {
    count(`need on ${place.name} ${outcome}`);
    return;
  }
  count(`need on ${place.quantifier} ${outcome}`);
  tallyRelation(scene, element, place.relation, count);
  for (const member of place.that ? membersOf(scene, element, place.relation) : []) tallyCondition(scene, member, place.that!, count);
}

const each = (what: string, outcomes: readonly string[]) => outcomes.map((outcome) => `${what} ${outcome}`);

/** Conditions that are never unknown, by the text or because only design and element decide them. */
const certain = ['is', 'carries', 'stores', 'sees', 'touches', 'from', 'to', 'via', 'over', 'has', 'accepted', 'set'];
const open = ['and', 'or', 'not', 'in', 'crosses', 'opened by', 'compare', 'source', 'target', 'design', 'some', 'every', 'no', 'at least'];

/** Everything in which the two could differ: what has to be met, and met often. */
const expected: readonly string[] = [
  ...each('state', ['missing', 'weak', 'planned', 'unknown', 'met', 'not applicable', 'accepted', 'excluded']),
  'hidden by a refinement',
  'partly hidden by a refinement',
  'leaf stated',
  'leaf silent',
  'flow of several hops',
  'flow with a span',
  'zone within a zone',
  'profile without something',
  'profile without something for no reason',
  ...each('profile that demands', ['until', 'by']),
  ...each('decided within', ['zone', 'component', 'link', 'flow']),
  ...each('decided every', ['zone', 'component', 'data', 'flow']),
  ...certain.flatMap((kind) => each(`condition ${kind}`, ['false', 'true'])),
  ...[...open, 'extreme'].flatMap((kind) => each(`condition ${kind}`, truths)),
  ...relationNames.map((name) => `relation ${name}`),
  ...each('relation in', ['design', 'same zone', 'same attribute']),
  ...each('need here', ['missing', 'granted']),
  ...each('need across kind', ['missing', 'granted']),
  ...each('need across relay', ['missing', 'granted', 'unknown']),
  ...each('need of a condition', ['missing', 'granted', 'unknown']),
  ...['every', 'some'].flatMap((quantifier) => each(`need on ${quantifier}`, ['missing', 'granted', 'unknown'])),
  ...hereNames.flatMap((name) => each(`need on ${name}`, ['missing', 'granted'])),
];

export const often = 25;

/** What was met less than `often` times, each with its count. */
export function leastSeen(seen: Tally): string[] {
  return expected.filter((what) => (seen.get(what) ?? 0) < often).map((what) => `${what}: ${seen.get(what) ?? 0} times`);
}
