import * as ast from '../generated/ast.js';
import type { Stored } from '../model/architecture.js';
import type { ControlUse, MechanismUse, Setting } from '../model/catalogue.js';
import type { Stay } from '../model/stay.js';
import { isDefined } from './condition.js';
import type { OriginNotes } from './origins.js';
import { readValue } from './value.js';
import { written } from '../parsing/written.js';

/** What a body says, sorted by what it is. A repeated clause counts once, by its first. */
export interface Body {
  readonly settings: readonly Setting[];
  readonly controls: readonly ControlUse[];
  readonly mechanisms: readonly MechanismUse[];
  readonly stores: readonly Stored[];
  readonly notes: readonly string[];
}

export function readBody(origins: OriginNotes, items: readonly ast.BodyItem[]): Body {
  const settings: Setting[] = [];
  const controls: ControlUse[] = [];
  const mechanisms: MechanismUse[] = [];
  const stores: Stored[] = [];
  const notes: string[] = [];
  for (const item of items) {
    if (ast.isControlUse(item)) {
      if (item.control !== undefined)
        controls.push(origins.at({ ...readControlUse(item, item.control.$refText), ...readStay(item.phases) }, item));
    } else if (ast.isMechanismUse(item)) {
      const stay = readStay(item.phases);
      for (const used of item.mechanisms) mechanisms.push(origins.atWord({ mechanism: used.$refText, ...stay }, used.$refNode));
    } else if (ast.isStores(item)) {
      const stay = readStay(item.phases);
      stores.push(...item.data.map((data) => ({ data: data.$refText, ...stay })));
    } else if (ast.isNote(item)) notes.push(item.text);
    else if (ast.isSetting(item) && written(item.attribute) !== undefined) {
      const value = readValue(item.value);
      if (value !== undefined) settings.push(origins.at({ attribute: item.attribute.$refText, value, ...readStay(item.phases) }, item));
    }
  }
  return { settings, controls, mechanisms, stores, notes };
}

/** What a component keeps. Only where a part of it says something of phases is told which part says it. */
export function storing(stores: readonly Stored[]): { readonly stores: readonly string[]; readonly stored?: readonly Stored[] } {
  const names = distinct(stores.map(({ data }) => data));
  return { stores: names, ...(stores.some(({ stay }) => stay !== undefined) ? { stored: stores } : {}) };
}

function readControlUse(use: ast.ControlUse, control: string): ControlUse {
  return {
    control,
    mechanisms: use.mechanisms.map((mechanism) => mechanism.$refText),
    from: use.starts[0]?.$refText,
    to: use.ends[0]?.$refText,
    planned: use.planned.length > 0,
    due: use.due[0],
    evidence: use.evidence[0],
  };
}

/** Nothing where nothing is said of phases. Of two clauses that say one thing the first counts. */
export function readStay(clauses: readonly ast.Stay[]): { readonly stay?: Stay } {
  if (clauses.length === 0) return {};
  const [since] = referredNames(clauses.flatMap(({ firsts }) => firsts));
  const [until] = referredNames(clauses.flatMap(({ lasts }) => lasts));
  return { stay: { only: referredNames(clauses.flatMap(({ only }) => only)), since, until } };
}

export function referredNames(references: readonly ({ readonly $refText: string } | undefined)[]): readonly string[] {
  return distinct(references.filter(isDefined).map((reference) => reference.$refText));
}

export function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
