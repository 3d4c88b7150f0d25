import type { Phase } from '../model/architecture.js';
import type { Stay } from '../model/catalogue.js';

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
