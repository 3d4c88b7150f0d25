import type { Answers } from './answers.js';
import { topologyOf, type CommodityId } from './topologies.js';

/** What is measured, and what its meters are. */
export interface Commodity {
  readonly label: string;
  readonly description: string;
  readonly meter: { readonly title: string; readonly kind: string };
  /** What its meters switch, where they do. */
  readonly switch: 'breaker' | 'valve';
  /** Whether meters of it are usually made to cut the supply from afar. */
  readonly canSwitch: boolean;
}

export const commodities: Readonly<Record<CommodityId, Commodity>> = {
  electricity: {
    label: 'Electricity',
    description: 'meters on mains, mostly with a breaker',
    meter: { title: 'Smart meter', kind: 'smart-meter' },
    switch: 'breaker',
    canSwitch: true,
  },
  water: {
    label: 'Water',
    description: 'meters on a battery',
    meter: { title: 'Water meter', kind: 'water-meter' },
    switch: 'valve',
    canSwitch: false,
  },
  gas: {
    label: 'Gas',
    description: 'meters on a battery, many with a valve',
    meter: { title: 'Gas meter', kind: 'gas-meter' },
    switch: 'valve',
    canSwitch: true,
  },
  heat: {
    label: 'Heat',
    description: 'meters of flats and buildings',
    meter: { title: 'Heat meter', kind: 'heat-meter' },
    switch: 'valve',
    canSwitch: false,
  },
};

/** What was chosen, where the topology has meters of it; else what it is mostly built for. */
export function commodityOf(answers: Answers): Commodity {
  const { commodities: ids } = topologyOf(answers);
  return commodities[ids.find((id) => answers.commodity?.includes(id) === true) ?? ids[0]!];
}

/** Where nobody says how many there are. */
export const usualMeters = 10_000;
/** Numbers to choose from; any other may be said. */
export const meterCounts: readonly number[] = [usualMeters, 500, 100_000, 1_000_000];
/** No system has more. */
const mostMeters = 1_000_000_000;

/** A number of meters that somebody wrote; undefined where it is none. */
export function meterCount(text: string): number | undefined {
  const count = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= mostMeters ? count : undefined;
}
