import type { ReportingDescriptor, ReportingDescriptorReference, ToolComponent } from 'sarif';
import type { Catalogue, Requirement } from '../../../language/model/index.js';
import { standardName } from '../../../review/index.js';
import { atMost, wellFormed } from '../../clean.js';
import { inNaturalOrder, clausePlaces } from '../../../summary/coverage-rows.js';
import { harmsOf } from '../../../summary/harms.js';
import { uuidOf } from '../../uuid.js';
import type { ReportContext } from '../format.js';

/** A requirement with the catalogue that it stands in. */
export interface RuleSource {
  readonly requirement: Requirement;
  readonly catalogue: Catalogue;
}

export interface Taxonomies {
  readonly components: readonly ToolComponent[];
  /** The places and harms that a requirement is about, as references into the components. */
  readonly taxaOf: (source: RuleSource) => readonly ReportingDescriptorReference[];
}

// Naming a place is a pointer and no more: neither a result nor the lack of one says anything about conformity.
const pointer =
  'A reference says that a requirement of Meterlint points to this place, no more: a result does not show that the document is ' +
  'violated, and the lack of results does not show that it is met.';
const organised = 'Requirements of Meterlint are organised along these harms; it is not said here what the document itself requires.';

/** One taxonomy for each document that a rule names, or that names a harm which a rule works against. */
export function taxonomiesOf(sources: readonly RuleSource[], context: ReportContext): Taxonomies {
  const named = new Map<string, { catalogue: Catalogue; taxa: Map<string, ReportingDescriptor> }>();
  const add = (standard: string, catalogue: Catalogue, taxon: ReportingDescriptor) => {
    if (!catalogue.standards.has(standard)) return;
    const entry = named.get(standard) ?? { catalogue, taxa: new Map<string, ReportingDescriptor>() };
    if (!entry.taxa.has(taxon.id)) entry.taxa.set(taxon.id, taxon);
    named.set(standard, entry);
  };
  for (const source of sources) {
    for (const { standard, taxon } of pointersOf(source)) add(standard, source.catalogue, taxon);
  }
  const order = [...named].sort(([one], [other]) => (one < other ? -1 : 1));
  const guidOf = (standard: string) => uuidOf(`taxonomy ${standard}`, context.digest);
  return {
    components: order.map(([standard, { catalogue, taxa }]) => componentOf(standard, catalogue, [...taxa.values()], guidOf(standard))),
    taxaOf: (source) => {
      const seen = new Set<string>();
      return pointersOf(source).flatMap(({ standard, taxon }): ReportingDescriptorReference[] => {
        const key = `${standard} ${taxon.id}`;
        if (!named.has(standard) || seen.has(key)) return [];
        seen.add(key);
        return [{ id: taxon.id, toolComponent: { name: nameOf(standard, source.catalogue), guid: guidOf(standard) } }];
      });
    },
  };
}

function pointersOf({ requirement, catalogue }: RuleSource): { standard: string; taxon: ReportingDescriptor }[] {
  const clauses = requirement.see.flatMap(({ standard, clause, unverified }) =>
    clausePlaces(clause).map((place) => ({
      standard,
      taxon: { id: wellFormed(place) || 'whole document', ...(unverified ? { properties: { unverified: true } } : {}) },
    })),
  );
  const harms = harmsOf(requirement, catalogue).flatMap((name) => {
    const harm = catalogue.harms.get(name)!;
    const title = wellFormed(harm.title ?? name) || name;
    return harm.see.map(({ standard, clause }) => {
      // Where in the document it stands is told, or a reader takes it for a harm that all of its editions name.
      const text = clause === undefined ? title : `${title} (${wellFormed(clause)})`;
      return { standard, taxon: { id: name, shortDescription: { text }, properties: { harm: true } } };
    });
  });
  return [...clauses, ...harms].map(({ standard, taxon }) => ({ standard, taxon }));
}

function componentOf(standard: string, catalogue: Catalogue, taxa: readonly ReportingDescriptor[], guid: string): ToolComponent {
  const { title, publisher, edition, url } = catalogue.standards.get(standard)!;
  const harmsOnly = taxa.every(({ properties }) => properties?.['harm'] === true);
  const name = nameOf(standard, catalogue);
  return {
    name,
    guid,
    ...(edition ? { version: wellFormed(edition) } : {}),
    ...(publisher ? { organization: wellFormed(publisher) } : {}),
    ...(url !== undefined && /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(url) ? { informationUri: url } : {}),
    shortDescription: { text: atMost(wellFormed(title ?? name), 1000) || name },
    fullDescription: { text: harmsOnly ? organised : pointer },
    isComprehensive: false,
    taxa: [...taxa].sort((one, other) => inNaturalOrder(one.id, other.id)),
  };
}

function nameOf(standard: string, catalogue: Catalogue): string {
  return atMost(wellFormed(standardName(standard, catalogue)), 255) || standard;
}
