import type { Catalogue, Requirement } from '../language/model/index.js';
import { standardName, type Assessment, type Result, type State } from '../review/index.js';
import { inNaturalOrder, placesIn, whole } from './coverage-rows.js';

/** What the requirements that name a clause come to over a design, from the worst down; `not asked`: none of them is in its profiles. */
export type ClauseState = (typeof clauseStates)[number];
export const clauseStates = [
  'missing',
  'weak',
  'unknown',
  'planned',
  'accepted',
  'excluded',
  'met',
  'not applicable',
  'not asked',
] as const satisfies readonly (State | 'not asked')[];

/** A requirement that names a clause. */
export interface ClauseRequirement {
  readonly requirement: string;
  readonly title: string;
  readonly state: ClauseState;
  /** The reference was not checked against the text of the standard. */
  readonly unverified: boolean;
  /** How many elements have each state. */
  readonly counts: ReadonlyMap<State, number>;
  /** The elements with the requirement's state, in the order of the text. */
  readonly elements: readonly string[];
}

/** One place of a standard that the catalogue names. It tells what the requirements come to, never that the standard is met. */
export interface ClauseRow {
  readonly design: string;
  readonly standard: string;
  /** `IEC 62056-5-3` */
  readonly standardName: string;
  readonly standardTitle: string | undefined;
  readonly edition: string | undefined;
  /** `SR 3.1`; `whole document` where the catalogue names none. */
  readonly clause: string;
  readonly state: ClauseState;
  /** No reference to it was checked against the text of the standard. */
  readonly unverified: boolean;
  /** Those of the profiles first, in their order, then those that the design is not reviewed against. */
  readonly requirements: readonly ClauseRequirement[];
}

/** Every place of every standard that a requirement of the catalogue names, by the standard's name, then by clause. */
export function clauseRows(assessment: Assessment): ClauseRow[] {
  const { architecture, requirements: asked } = assessment;
  const { catalogue, design } = architecture;
  const results = resultsByRequirement(assessment);
  const rows = new Map<string, Map<string, ClauseRequirement[]>>(namesInOrder(catalogue).map((name) => [name, new Map()]));
  const order = [...new Set([...asked, ...[...catalogue.requirements.keys()].sort()])];
  for (const requirement of order.map((name) => catalogue.requirements.get(name)).filter((one) => one !== undefined)) {
    const told = rollUp(requirement, asked.includes(requirement.name) ? (results.get(requirement.name) ?? []) : undefined);
    for (const citation of requirement.see) {
      const clauses = rows.get(citation.standard);
      if (clauses === undefined) continue;
      for (const clause of placesIn(citation.clause)) {
        const entries = clauses.get(clause) ?? [];
        // Two references of one requirement to one place are one; it is checked if either is.
        const twin = entries.findIndex((entry) => entry.requirement === requirement.name);
        if (twin === -1) entries.push({ ...told, unverified: citation.unverified });
        else entries[twin] = { ...told, unverified: entries[twin]!.unverified && citation.unverified };
        clauses.set(clause, entries);
      }
    }
  }
  return [...rows].flatMap(([standard, clauses]) =>
    [...clauses]
      .sort(([one], [other]) => inNaturalOrder(one, other))
      .map(([clause, requirements]): ClauseRow => ({
        design: design.name,
        standard,
        standardName: standardName(standard, catalogue),
        standardTitle: catalogue.standards.get(standard)?.title,
        edition: catalogue.standards.get(standard)?.edition,
        clause,
        state: worst(requirements.map(({ state }) => state)),
        unverified: requirements.every(({ unverified }) => unverified),
        requirements,
      })),
  );
}

export { whole as wholeDocument };

/** Publishers together, numbers by their value: as one looks them up in a printed list. */
function namesInOrder(catalogue: Catalogue): string[] {
  return [...catalogue.standards.keys()].sort(
    (one, other) => inNaturalOrder(standardName(one, catalogue), standardName(other, catalogue)) || (one < other ? -1 : 1),
  );
}

export function resultsByRequirement({ results }: Assessment): Map<string, Result[]> {
  const byRequirement = new Map<string, Result[]>();
  for (const result of results) {
    const list = byRequirement.get(result.requirement);
    if (list === undefined) byRequirement.set(result.requirement, [result]);
    else list.push(result);
  }
  return byRequirement;
}

/** Without results: the requirement is not asked of this design. */
function rollUp(requirement: Requirement, results: readonly Result[] | undefined): Omit<ClauseRequirement, 'unverified'> {
  const counts = new Map<State, number>();
  for (const { state } of results ?? []) counts.set(state, (counts.get(state) ?? 0) + 1);
  const state = results === undefined ? 'not asked' : worst([...counts.keys(), 'not applicable']);
  return {
    requirement: requirement.name,
    title: requirement.title ?? requirement.name,
    state,
    counts,
    elements: (results ?? []).filter((result) => result.state === state).map(({ element }) => element),
  };
}

/** The worst of some states; `not asked` is told only where there is nothing else. */
function worst(states: readonly ClauseState[]): ClauseState {
  return clauseStates.find((state) => states.includes(state)) ?? 'not asked';
}
