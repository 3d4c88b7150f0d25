import type { Catalogue, Definition } from '../model/catalogue.js';

/** A word as it is compared: capitals, and how its parts are joined, make no difference. */
export function alike(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^\p{L}\d.+]+/gu, ' ')
    .trim();
}

/** The definitions of which a word is an everyday name, in the order of the table. */
export function knownAs<D extends Definition>(word: string, table: Iterable<D>): D[] {
  const key = alike(word);
  return key === '' ? [] : [...table].filter(({ also }) => also.some((one) => alike(one) === key));
}

/** The tables in which a reference to a type of definition looks its names up; none for elements. */
export function tablesOf(type: string, catalogue: Catalogue): readonly ReadonlyMap<string, Definition>[] {
  const { componentKinds, zoneKinds, dataClasses, services } = catalogue;
  const tables: Readonly<Record<string, readonly ReadonlyMap<string, Definition>[]>> = {
    ComponentKind: [componentKinds],
    ZoneKind: [zoneKinds],
    DataClass: [dataClasses],
    Service: [services],
    Kind: [componentKinds, zoneKinds, dataClasses, services],
    Control: [catalogue.controls],
    Mechanism: [catalogue.mechanisms],
    Attribute: [catalogue.attributes],
    Standard: [catalogue.standards],
    Harm: [catalogue.harms],
    Threat: [catalogue.threats],
    AttackMethod: [catalogue.attacks],
    AttackStep: [catalogue.steps],
    Requirement: [catalogue.requirements],
    Profile: [catalogue.profiles],
    NamedCondition: [catalogue.conditions],
  };
  return tables[type] ?? [];
}
