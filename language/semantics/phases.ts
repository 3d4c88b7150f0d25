import type { Architecture, Phase, Zone } from '../model/architecture.js';
import type { ControlUse } from '../model/catalogue.js';
import type { Stay } from '../model/stay.js';
import { addDays } from './days.js';
import { allElements } from './elements.js';

/** What may be there in some phases only. */
export interface Staying {
  readonly stay?: Stay;
}

/** The place of the phase that a day is in, among those of a design; -1 before all of them. */
export function phaseOn(day: string, phases: readonly Phase[]): number {
  return phases.findLastIndex(({ from }) => from <= day);
}

/** The places of all phases; before the first of them there is one, too. */
export function phasePlaces(phases: readonly Phase[]): readonly number[] {
  return phases.length === 0 ? [-1] : [-1, ...phases.keys()];
}

/** Whether something is there in the phase at a place. A name that is no phase says nothing. */
export function isThereIn({ stay }: Staying, place: number, phases: readonly Phase[]): boolean {
  if (stay === undefined) return true;
  const placeOf = (name: string | undefined) => phases.findIndex((phase) => phase.name === name);
  const only = stay.only.map(placeOf).filter((one) => one >= 0);
  if (only.length > 0 && !only.includes(place)) return false;
  const [first, last] = [placeOf(stay.since), placeOf(stay.until)];
  return place >= first && (last < 0 || place <= last);
}

/**
 * The zone that stands for one: itself where it is there; where it is not, the innermost around it that is. None where nothing is left around it. A
 * name that is not declared stands for itself, and is told as such.
 */
export function zoneAround(
  name: string | undefined,
  zones: ReadonlyMap<string, Zone>,
  isThere: (zone: Zone) => boolean,
): string | undefined {
  const passed = new Set<string>();
  for (let at = name; at !== undefined && !passed.has(at); at = zones.get(at)!.zone) {
    const zone = zones.get(at);
    if (zone === undefined || isThere(zone)) return at;
    passed.add(at);
  }
  return undefined;
}

/**
 * The first days of what may be otherwise than on the day before: of phases, behind the last day of a decision, and behind the day of a plan. Between
 * two of them a review of the design stays as it is, since nothing else in it looks at the day.
 */
export function daysOfChange(whole: Architecture): readonly string[] {
  const { catalogue, decisions, phases } = whole;
  const kinds = [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses, catalogue.services].flatMap((table) => [
    ...table.values(),
  ]);
  const planned = [...allElements(whole), ...kinds].flatMap(({ controls }): readonly ControlUse[] => controls).map(({ due }) => due);
  const ends = [...decisions.map(({ until }) => until), ...planned].flatMap((day) => (day === undefined ? [] : dayAfter(day)));
  return [...new Set([...phases.map(({ from }) => from), ...ends])].sort();
}

/** None for a day that is in no calendar. */
function dayAfter(day: string): string[] {
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? [] : [addDays(day, 1)];
}
