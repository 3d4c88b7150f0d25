import { elementSorts, elementsOfSort, isBlank, oncePer } from '../language/semantics/index.js';
import type { Architecture, ControlUse, ElementSort } from '../language/model/index.js';
import { leavesOf, type Gap, type Reason, type GrantSource } from '../review/index.js';

/** A control that a design states, with what somebody names for it. */
export interface StatedControl extends ControlUse {
  readonly element: string;
  readonly sort: ElementSort;
  /** As it stands on the element. */
  readonly statement: ControlUse;
}

/** Every control that the elements of a design state, whether or not a requirement asks for it: sorts first, then in the order of the text. */
export function statedControls(architecture: Architecture): StatedControl[] {
  return elementSorts.flatMap((sort) =>
    elementsOfSort(architecture, sort).flatMap((element) =>
      element.controls.map((use) => ({ ...use, element: element.name, sort, statement: use })),
    ),
  );
}

/** Whether somebody names anything for it. */
export function hasEvidence<U extends Pick<ControlUse, 'evidence'>>(use: U): use is U & { readonly evidence: string } {
  return use.evidence !== undefined && !isBlank(use.evidence);
}

/** What stands behind a result, or what is open of it. */
export interface Backed {
  /** What shows that needs are met. */
  readonly proofs: readonly Reason[];
  readonly gaps: Gap | undefined;
}

/** One text of evidence, and the control that it is named for. */
export interface Evidence {
  readonly control: string;
  readonly element: string;
  readonly text: string;
}

/** The evidence of the controls that a result rests on: those that meet it, and those that are only planned or weak. Each once. */
export function evidenceBehind({ proofs, gaps }: Backed, architecture: Architecture): Evidence[] {
  const known = evidenceIn(architecture);
  if (known.size === 0) return [];
  const sources: readonly GrantSource[] = [
    ...proofs.flatMap((reason) => (reason.kind === 'granted' ? reason.sources : [])),
    ...(gaps === undefined ? [] : leavesOf(gaps).flatMap((leaf) => (leaf.kind === 'control' ? leaf.sources : []))),
  ];
  const seen = new Map<object, Set<string>>();
  const found: Evidence[] = [];
  for (const { statement, element, granted } of sources) {
    const text = known.get(statement);
    const elements = seen.get(statement) ?? new Set();
    if (text === undefined || elements.has(element)) continue;
    seen.set(statement, elements.add(element));
    found.push({ control: granted, element, text });
  }
  return found;
}

/** The evidence of each statement, of elements and of the kinds that they are of. */
const evidenceIn = oncePer((architecture: Architecture): ReadonlyMap<object, string> => {
  const { componentKinds, zoneKinds, dataClasses, services } = architecture.catalogue;
  const kinds = [componentKinds, zoneKinds, dataClasses, services].flatMap((some) => [...some.values()]);
  const uses = [...statedControls(architecture).map(({ statement }) => statement), ...kinds.flatMap(({ controls }) => controls)];
  return new Map(uses.filter(hasEvidence).map((use) => [use, use.evidence]));
});
