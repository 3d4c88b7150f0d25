import { elementsOfSort, elementTable } from '../language/semantics/index.js';
import type { Architecture, Element, ElementSort, Requirement } from '../language/model/index.js';
import type { Evaluator } from './evaluate.js';
import type { Judgement } from './evaluated.js';
import type { Read } from './reads.js';
import { isSameJudgement } from './same-judgement.js';

/** What the requirements of its sort come to on one element, in their order. */
interface Row {
  readonly judged: readonly Judgement[];
  /** What each of them was found from, besides the element itself. */
  readonly reads: readonly (readonly Read[])[];
  /** What any of them was found from, each once. */
  readonly allReads: readonly Read[];
  /** At which of them something is left to close, and the pairs there. */
  readonly gaping: readonly number[];
  readonly open: readonly JudgedPair[];
}

/** A pair with what it comes to. */
export interface JudgedPair {
  readonly requirement: Requirement;
  readonly element: Element;
  readonly judgement: Judgement;
}

/** The pairs of one requirement of which something is left to close. */
export interface OpenPairs {
  readonly requirement: Requirement;
  readonly pairs: readonly JudgedPair[];
}

interface Asked {
  readonly requirements: readonly Requirement[];
  readonly columns: ReadonlyMap<Requirement, number>;
}

const none: readonly never[] = [];

/** What every pair of a design comes to. Pairs on elements of which a requirement says nothing are not in it. */
export class PairTable {
  private constructor(
    private readonly asked: ReadonlyMap<ElementSort, Asked>,
    private readonly rows: ReadonlyMap<Element, Row>,
    private readonly architecture: Architecture,
  ) {}

  /**
   * Evaluates the pairs of a design. With those of a comparable review of an earlier state of it, only such as read something which is otherwise now;
   * the others stay what they were. A pair that comes to the same as before has the same judgement, whatever it was found from.
   */
  static of(
    evaluator: Evaluator,
    requirements: readonly Requirement[],
    before: PairTable | undefined,
    isChanged: (read: Read) => boolean,
  ): PairTable {
    const asked = askedBySort(requirements);
    const rows = new Map<Element, Row>();
    for (const [sort, { requirements: own }] of asked) {
      for (const element of elementsOfSort(evaluator.facts.architecture, sort)) {
        const old = before?.rows.get(element);
        if (old !== undefined && !old.allReads.some(isChanged)) rows.set(element, old);
        else rows.set(element, rowOf(evaluator, own, element, { same: old, was: old ?? before?.rowWas(element), isChanged }));
      }
    }
    return new PairTable(asked, rows, evaluator.facts.architecture);
  }

  /** What stood where an element stands that says something else. */
  private rowWas({ sort, name }: Element): Row | undefined {
    const was = sort === 'design' ? this.architecture.design : elementTable(sort, this.architecture).get(name);
    return was && this.rows.get(was);
  }

  /** Undefined where the requirement is none of the review. */
  of(requirement: Requirement, element: Element): Judgement | undefined {
    const column = this.asked.get(element.sort)?.columns.get(requirement);
    return column === undefined ? undefined : this.rows.get(element)?.judged[column];
  }

  /** The pairs that read something that is otherwise in a trial, and those of the element on which it is made. */
  *touchedBy(trial: Evaluator, changed: Element): Iterable<JudgedPair> {
    const isChanged = trial.changesSince(trial.trial!.on);
    for (const [element, { judged, reads, allReads }] of this.rows) {
      const isAll = element === changed;
      if (!isAll && !allReads.some(isChanged)) continue;
      for (const [at, requirement] of this.asked.get(element.sort)!.requirements.entries()) {
        if (isAll || reads[at]!.some(isChanged)) yield { requirement, element, judgement: judged[at]! };
      }
    }
  }

  /** By requirement in the order of the review, then by element. */
  *pairs(requirements: readonly Requirement[]): Iterable<JudgedPair> {
    for (const requirement of requirements) {
      for (const sort of sortsOf(requirement)) {
        const column = this.asked.get(sort)!.columns.get(requirement)!;
        for (const element of elementsOfSort(this.architecture, sort)) {
          yield { requirement, element, judgement: this.rows.get(element)!.judged[column]! };
        }
      }
    }
  }

  /** Those of which something is left to close, in the same order; one that is what it was is the same object. */
  open(requirements: readonly Requirement[]): readonly OpenPairs[] {
    const bySort = new Map<ElementSort, JudgedPair[][]>();
    for (const [sort, { requirements: own }] of this.asked) {
      const lists = own.map((): JudgedPair[] => []);
      for (const element of elementsOfSort(this.architecture, sort)) {
        const { gaping, open } = this.rows.get(element)!;
        for (let index = 0; index < open.length; index++) lists[gaping[index]!]!.push(open[index]!);
      }
      bySort.set(sort, lists);
    }
    return requirements.map((requirement) => {
      const lists = sortsOf(requirement).map((sort) => bySort.get(sort)![this.asked.get(sort)!.columns.get(requirement)!]!);
      return { requirement, pairs: lists.length === 1 ? lists[0]! : lists.flat() };
    });
  }
}

/** The sorts of elements that a requirement says something about. */
export function sortsOf({ rules }: Requirement): readonly ElementSort[] {
  return [...new Set(rules.map(({ sort }) => sort))];
}

function askedBySort(requirements: readonly Requirement[]): ReadonlyMap<ElementSort, Asked> {
  const bySort = new Map<ElementSort, Requirement[]>();
  for (const requirement of requirements) {
    for (const sort of sortsOf(requirement)) {
      const list = bySort.get(sort);
      if (list === undefined) bySort.set(sort, [requirement]);
      else list.push(requirement);
    }
  }
  const columnsOf = (list: readonly Requirement[]) => new Map(list.map((requirement, at) => [requirement, at]));
  return new Map([...bySort].map(([sort, list]) => [sort, { requirements: list, columns: columnsOf(list) }]));
}

/** Nothing but the design is otherwise, and what was read of it was noted. */
export function areComparable({ facts: one }: Evaluator, { facts: other }: Evaluator): boolean {
  return (
    one.recorder.records &&
    one.catalogue === other.catalogue &&
    one.date === other.date &&
    one.profiles.join(' ') === other.profiles.join(' ')
  );
}

/** What is known from before of the row of an element. */
interface Before {
  /** That of the same element. */
  readonly same: Row | undefined;
  /** That of the element of its name, which may have said something else. */
  readonly was: Row | undefined;
  readonly isChanged: (read: Read) => boolean;
}

function rowOf(evaluator: Evaluator, requirements: readonly Requirement[], element: Element, { same, was, isChanged }: Before): Row {
  const { recorder } = evaluator.facts;
  const judged: Judgement[] = [];
  const reads: (readonly Read[])[] = [];
  for (const [at, requirement] of requirements.entries()) {
    if (same !== undefined && !same.reads[at]!.some(isChanged)) {
      judged.push(same.judged[at]!);
      reads.push(same.reads[at]!);
      continue;
    }
    const recorded = recorder.record(() => evaluator.judge(requirement, element));
    const old = was?.judged[at];
    judged.push(old !== undefined && isSameJudgement(old, recorded.found) ? old : recorded.found);
    reads.push(recorded.reads);
  }
  const gaping = judged.flatMap(({ gaps }, at) => (gaps === undefined ? [] : [at]));
  const known = new Map(same?.open.map((pair) => [pair.judgement, pair]));
  const open = gaping.map((at) => known.get(judged[at]!) ?? { requirement: requirements[at]!, element, judgement: judged[at]! });
  if (!recorder.records) return { judged, reads: none, allReads: none, gaping, open };
  return { judged, reads, allReads: [...new Set(reads.flat())], gaping, open };
}
