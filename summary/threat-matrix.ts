import { worstStatesFirst } from '../language/semantics/index.js';
import { elementNamed, type Assessment, type State } from '../review/index.js';

/** What the requirements against a threat come to on an element. */
export interface ThreatCell {
  /** The worst of what applies there. */
  readonly state: State;
  /** The requirements that have it. */
  readonly requirements: readonly string[];
  /** How many apply there. */
  readonly of: number;
}

export interface ThreatRow {
  readonly element: string;
  readonly title: string | undefined;
  /** By threat; nothing where no requirement against it applies to the element. */
  readonly cells: ReadonlyMap<string, ThreatCell>;
}

/** Threat by element: each element to which something applies, in the order in which it is first asked of. */
export function threatRows({ results, architecture }: Assessment): ThreatRow[] {
  const { requirements } = architecture.catalogue;
  const found = new Map<string, Map<string, { readonly requirement: string; readonly state: State }[]>>();
  for (const { requirement, element, state } of results) {
    if (state === 'not applicable') continue;
    const own = found.get(element) ?? new Map<string, { requirement: string; state: State }[]>();
    found.set(element, own);
    for (const threat of requirements.get(requirement)?.mitigates ?? [])
      own.set(threat, [...(own.get(threat) ?? []), { requirement, state }]);
  }
  return [...found].map(([element, threats]): ThreatRow => {
    const cells = [...threats].map(([threat, all]): [string, ThreatCell] => {
      const state = worstStatesFirst.find((one) => all.some((each) => each.state === one)) ?? all[0]!.state;
      const worst = all.filter((each) => each.state === state).map(({ requirement }) => requirement);
      return [threat, { state, requirements: worst, of: all.length }];
    });
    return { element, title: elementNamed(architecture, element)?.title, cells: new Map(cells) };
  });
}
