import type { Catalogue, Citation, Mechanism, Requirement } from '../language/model/index.js';
import { standardName } from '../review/index.js';

// Which requirements and mechanisms name which places of a document: the rows that `coverage.ts` tells.

/** A place in a document with its heading, if that is known; `seen`: checked against the text. */
export interface KnownPlace {
  readonly id: string;
  readonly title: string | null;
  readonly seen: boolean;
  /** What it is, where no drawing answers it: what an organisation does, or words that ask nothing of anybody. */
  readonly kind?: 'organisation' | 'scope' | 'definition' | 'empowerment';
}

/** All places of one sort that a document is known to have. */
export interface KnownList {
  /** What they are, in the plural. */
  readonly of: string;
  readonly note: string;
  readonly places: readonly KnownPlace[];
}

export interface CoveredDocument {
  readonly standard: string;
  /** `standard` is a series: its parts are standards of their own, and each of them is a place. */
  readonly series?: boolean;
  /** Its places are the attack methods that are named after it. */
  readonly scenarios?: boolean;
  /** What stands before a place in words. */
  readonly prefix?: string;
  /** Titles of places of which there is no full list. */
  readonly titles: readonly KnownPlace[];
  readonly lists: readonly KnownList[];
}

/** One page of coverage. */
export interface CoverageTable {
  readonly page: string;
  readonly title: string;
  readonly documents: readonly CoveredDocument[];
}

export interface Reference {
  readonly from: Requirement | Mechanism;
  /** It answers the place in part only. */
  readonly part: boolean;
  readonly unverified: boolean;
}

export interface CoverageRow {
  readonly place: string;
  readonly requirements: readonly Reference[];
  readonly mechanisms: readonly Reference[];
}

/** A document with the places of it that the catalogue names. */
export interface Covered {
  readonly document: CoveredDocument;
  readonly rows: readonly CoverageRow[];
}

export const wholeDocument = 'whole document';

/** Whether a reference points into the document. */
export function pointsInto({ standard, series }: CoveredDocument, citation: Citation): boolean {
  return series === true ? citation.standard.startsWith(`${standard}-`) : citation.standard === standard;
}

/** One citation may name several places: `6(1)(a), 7` and `33-34`. */
export function placesOf(citation: Citation, document: CoveredDocument, catalogue: Catalogue): string[] {
  if (document.series === true) {
    const part = standardName(citation.standard, catalogue);
    return [citation.clause === undefined ? part : `${part}, ${citation.clause}`];
  }
  return clausePlaces(citation.clause);
}

/** The places that a clause names; commas within words (`class_id 64), security_policy`) do not part places. */
export function clausePlaces(clause: string | undefined): string[] {
  if (clause === undefined) return [wholeDocument];
  const parts = clause.split(', ');
  return parts.every((part) => /\d/.test(part)) ? parts.flatMap(inRange) : [clause];
}

export function inRange(clause: string): string[] {
  const ends = /^(\d+)-(\d+)$/.exec(clause)?.slice(1).map(Number);
  if (ends === undefined) return [clause];
  return Array.from({ length: ends[1]! - ends[0]! + 1 }, (_, index) => `${ends[0]! + index}`);
}

export function rowsOf(document: CoveredDocument, requirements: readonly Requirement[], catalogue: Catalogue): CoverageRow[] {
  const referencesIn = (definitions: readonly (Requirement | Mechanism)[]) => {
    const byPlace = new Map<string, Reference[]>();
    for (const from of definitions) {
      for (const citation of from.see.filter((one) => pointsInto(document, one))) {
        for (const place of placesOf(citation, document, catalogue)) {
          byPlace.set(place, [...(byPlace.get(place) ?? []), { from, part: citation.part, unverified: citation.unverified }]);
        }
      }
    }
    return byPlace;
  };
  const byRequirement = referencesIn(requirements);
  const byMechanism = referencesIn([...catalogue.mechanisms.values()]);
  const scenarios = document.scenarios === true ? [...catalogue.attacks.keys()].flatMap((name) => scenarioPlace(document, name)) : [];
  return [...new Set([...byRequirement.keys(), ...byMechanism.keys(), ...scenarios])]
    .sort(inNaturalOrder)
    .map((place) => ({ place, requirements: byRequirement.get(place) ?? [], mechanisms: byMechanism.get(place) ?? [] }));
}

/** `nescor-ami.1` is the place `AMI.1` of `nescor`. */
export function scenarioPlace({ standard }: CoveredDocument, attack: string): string[] {
  return attack.startsWith(`${standard}-`) ? [attack.slice(standard.length + 1).toUpperCase()] : [];
}

/** Numbers by their value, so that `SR 1.2` comes before `SR 1.10`; what names the whole document first. */
export function inNaturalOrder(one: string, other: string): number {
  if (one === wholeDocument || other === wholeDocument) return Number(other === wholeDocument) - Number(one === wholeDocument);
  const [left, right] = [one.split(/(\d+)/), other.split(/(\d+)/)];
  for (const [index, part] of left.entries()) {
    const against = right[index];
    if (against === undefined) return 1;
    // Every second part is a number.
    if (index % 2 === 1 && Number(part) !== Number(against)) return Number(part) - Number(against);
    if (index % 2 === 0 && part !== against) return part < against ? -1 : 1;
  }
  return left.length - right.length;
}

/** The places of a list that no requirement names. */
export function openIn({ places }: KnownList, rows: readonly CoverageRow[]): KnownPlace[] {
  const named = new Set(rows.filter(({ requirements }) => requirements.length > 0).map(({ place }) => place));
  return places.filter(({ id }) => !named.has(id));
}

export function isChecked(row: CoverageRow): boolean {
  return [...row.requirements, ...row.mechanisms].some(({ unverified }) => !unverified);
}
