import { elementsOfSort } from '../../language/semantics/index.js';
import { leafKey, leavesOf, review, type Assessment, type Gap, type Leaf } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';
import { filesOf, goodDesigns, reviewDate, weakDesigns, type Judged } from './designs.js';

/** How much a review says of a design. */
export interface Noise {
  readonly design: string;
  readonly elements: number;
  /** Reported from critical to low, whatever their state. */
  readonly findings: number;
  /** Findings for each element. */
  readonly ratio: number;
  /** What two findings ask for in the same place. */
  readonly doubles: string[];
}

const places = ['design', 'zone', 'component', 'data', 'link', 'flow'] as const;

/** The good designs first. */
export async function noise(): Promise<Noise[]> {
  const designs = [...goodDesigns(), ...weakDesigns()];
  const workspace = await createWorkspace(filesOf(designs));
  const architectures = new Map(workspace.shared.meter.Designs.all().map((one) => [one.files[0]!, one]));
  return designs.map((design: Judged): Noise => {
    const assessment = review(architectures.get(workspace.uri(design.name).toString())!, reviewDate);
    const elements = places.flatMap((sort) => elementsOfSort(assessment.architecture, sort)).length;
    const findings = assessment.findings.filter(({ severity }) => severity !== 'info').length;
    return { design: design.name, elements, findings, ratio: findings / elements, doubles: doublesIn(assessment) };
  });
}

/** Gaps that have to be closed for more than one finding. */
export function doublesIn({ findings }: Assessment): string[] {
  const holders = new Map<string, string[]>();
  for (const { requirement, element, gaps } of findings) {
    for (const leaf of mandatory(gaps)) {
      if (leaf.kind !== 'control') continue;
      const key = leafKey(leaf);
      holders.set(key, [...(holders.get(key) ?? []), `${requirement} on ${element}`]);
    }
  }
  return [...holders].filter(([, found]) => found.length > 1).map(([leaf, found]) => `${leaf}: ${found.join(', ')}`);
}

/** The leaves that nothing else can stand for. */
function mandatory(gap: Gap): Leaf[] {
  switch (gap.kind) {
    case 'or':
      return [];
    case 'and':
      return gap.gaps.flatMap(mandatory);
    default:
      return leavesOf(gap);
  }
}
