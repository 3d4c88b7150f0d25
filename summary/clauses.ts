import type { Catalogue, Citation, Requirement } from '../language/model/index.js';
import { worstStatesFirst } from '../language/semantics/index.js';
import { standardName, type Assessment, type Result, type State } from '../review/index.js';
import { isAbout } from './citations.js';
import { inNaturalOrder, clausePlaces, wholeDocument } from './coverage-rows.js';

/**
 * What the requirements that name a clause come to over a design, from the worst down; `met in part`: met, and they answer the clause in
 * part only; `not asked`: none of them is in its profiles.
 */
export type ClauseState = State | 'met in part' | 'not asked';
export const clauseStates: readonly ClauseState[] = [
  ...worstStatesFirst.flatMap((state): ClauseState[] => (state === 'met' ? ['met in part', state] : [state])),
  'not asked',
];

/** A requirement that names a clause. */
export interface ClauseRequirement {
  readonly requirement: string;
  readonly title: string;
  readonly state: ClauseState;
  /** The reference was not checked against the text of the standard. */
  readonly unverified: boolean;
  /** It answers the clause in part only. */
  readonly part: boolean;
  /** On the elements for which it answers the clause. */
  readonly results: readonly Result[];
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

/** Every place of every standard that a requirement of the catalogue names, by the standard's name, then by clause; none of what is a source only. */
export function clauseRows(assessment: Assessment): ClauseRow[] {
  const { architecture, requirements: asked } = assessment;
  const { catalogue, design } = architecture;
  const results = resultsByRequirement(assessment);
  const standards = namesInOrder(catalogue).filter((name) => !catalogue.standards.get(name)!.source);
  const rows = new Map<string, Map<string, ClauseRequirement[]>>(standards.map((name) => [name, new Map()]));
  const order = [...new Set([...asked, ...[...catalogue.requirements.keys()].sort()])];
  for (const requirement of order.map((name) => catalogue.requirements.get(name)).filter((one) => one !== undefined)) {
    const told = asked.includes(requirement.name) ? (results.get(requirement.name) ?? []) : undefined;
    for (const [standard, places] of citationsByPlace(requirement)) {
      const clauses = rows.get(standard);
      if (clauses === undefined) continue;
      for (const [clause, citations] of places) {
        const entry = rollUp(
          requirement,
          citations,
          told?.filter(({ element }) => citations.some((citation) => isAbout(citation, element, assessment))),
        );
        clauses.set(clause, [...(clauses.get(clause) ?? []), entry]);
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
        state: together(requirements.map(({ state }) => state)),
        unverified: requirements.every(({ unverified }) => unverified),
        requirements,
      })),
  );
}

export { wholeDocument };

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

/** What a requirement cites, by standard and place. */
function citationsByPlace({ see }: Requirement): Map<string, Map<string, Citation[]>> {
  const byStandard = new Map<string, Map<string, Citation[]>>();
  for (const citation of see) {
    const places = byStandard.get(citation.standard) ?? new Map<string, Citation[]>();
    byStandard.set(citation.standard, places);
    for (const place of clausePlaces(citation.clause)) places.set(place, [...(places.get(place) ?? []), citation]);
  }
  return byStandard;
}

/** Without results: the requirement is not asked of this design. Several references of one requirement to one place are one. */
function rollUp(requirement: Requirement, citations: readonly Citation[], results: readonly Result[] | undefined): ClauseRequirement {
  const counts = new Map<State, number>();
  for (const { state } of results ?? []) counts.set(state, (counts.get(state) ?? 0) + 1);
  const own = results === undefined ? 'not asked' : worst([...counts.keys(), 'not applicable']);
  const part = citations.every((citation) => citation.part);
  return {
    requirement: requirement.name,
    title: requirement.title ?? requirement.name,
    state: part && own === 'met' ? 'met in part' : own,
    unverified: citations.every(({ unverified }) => unverified),
    part,
    results: results ?? [],
    counts,
    elements: (results ?? []).filter((result) => result.state === own).map(({ element }) => element),
  };
}

/** The worst of what the requirements come to; one that answers all of the clause makes up for those that answer a part of it. */
function together(states: readonly ClauseState[]): ClauseState {
  const state = worst(states);
  return state === 'met in part' && states.includes('met') ? 'met' : state;
}

/** The worst of some states; `not asked` is told only where there is nothing else. */
function worst<S extends ClauseState>(states: readonly S[]): S | 'not asked' {
  return (clauseStates.find((state) => (states as readonly ClauseState[]).includes(state)) ?? 'not asked') as S | 'not asked';
}
