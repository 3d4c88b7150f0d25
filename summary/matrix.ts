import type { Element, ElementSort } from '../language/model/index.js';
import { elementSorts } from '../language/semantics/index.js';
import { elementNamed, type Assessment, type Result, type State } from '../review/index.js';

/** One requirement asked of one element: a row of the traceability matrix. */
export interface MatrixRow {
  readonly design: string;
  readonly requirement: string;
  /** The requirement's title, else its id. */
  readonly title: string;
  readonly category: string | undefined;
  readonly element: string;
  readonly elementTitle: string | undefined;
  readonly sort: ElementSort;
  readonly state: State;
  readonly result: Result;
  /** Undefined only where the design says less than its review: a row is still told. */
  readonly declared: Element | undefined;
}

/** Every pair that was looked at, by requirement in the order of the profiles, then by element in the order of the text. */
export function matrixRows(assessment: Assessment): MatrixRow[] {
  return [...eachMatrixRow(assessment)];
}

/** The same one by one, for whoever keeps none. */
export function* eachMatrixRow(assessment: Assessment): Iterable<MatrixRow> {
  const { architecture } = assessment;
  const { catalogue, design } = architecture;
  for (const result of assessment.results) {
    const requirement = catalogue.requirements.get(result.requirement);
    const declared = elementNamed(architecture, result.element);
    yield {
      design: design.name,
      requirement: result.requirement,
      title: requirement?.title ?? result.requirement,
      category: requirement?.category,
      element: result.element,
      elementTitle: declared?.title,
      sort: result.sort,
      state: result.state,
      result,
      declared,
    };
  }
}

/** The matrix as a grid: a line for each requirement, a column for each element. */
export interface MatrixGrid {
  readonly requirements: readonly { readonly name: string; readonly title: string; readonly category: string | undefined }[];
  readonly elements: readonly { readonly name: string; readonly title: string | undefined; readonly sort: ElementSort }[];
  /** Undefined where the requirement is not asked of elements of that sort. */
  readonly stateOf: (requirement: string, element: string) => State | undefined;
  readonly resultOf: (requirement: string, element: string) => Result | undefined;
}

/** Requirements that apply nowhere keep their line; elements of which nothing is asked keep their column. */
export function matrixGrid(assessment: Assessment): MatrixGrid {
  const { architecture } = assessment;
  const { catalogue } = architecture;
  const found = new Map<string, Map<string, Result>>();
  const named = new Map<string, { name: string; title: string | undefined; sort: ElementSort }>();
  for (const result of assessment.results) {
    const { requirement, element, sort } = result;
    const line = found.get(requirement);
    if (line === undefined) found.set(requirement, new Map([[element, result]]));
    else line.set(element, result);
    if (!named.has(element)) named.set(element, { name: element, title: elementNamed(architecture, element)?.title, sort });
  }
  const resultOf = (requirement: string, element: string) => found.get(requirement)?.get(element);
  return {
    requirements: assessment.requirements.map((name) => {
      const requirement = catalogue.requirements.get(name);
      return { name, title: requirement?.title ?? name, category: requirement?.category };
    }),
    elements: [...named.values()].sort((one, other) => elementSorts.indexOf(one.sort) - elementSorts.indexOf(other.sort)),
    stateOf: (requirement, element) => resultOf(requirement, element)?.state,
    resultOf,
  };
}
