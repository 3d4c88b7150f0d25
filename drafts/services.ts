import type { PartName, Topology } from './topologies.js';

/** A part of a flow's way: `up` and `down` are the chain between meter and head-end, `in` leads down to where the home connects. */
type Step = PartName | 'up' | 'down' | 'in' | 'entry';

/** A flow that a service of the catalogue becomes. */
export interface Plan {
  /** The catalogue's name. */
  readonly service: string;
  /** The flow's name. */
  readonly flow: string;
  readonly way: readonly Step[];
  readonly carries: DataName;
  readonly returns?: DataName;
  /** Chosen to begin with. */
  readonly usual: boolean;
}

/** What flows carry; a `body` is an example to correct. */
export const data = {
  readings: { title: 'Load profile', kind: 'interval-consumption', body: 'granularity = 15 minutes' },
  request: { title: 'Read request', kind: 'configuration', body: '' },
  cutoff: { title: 'Disconnect and reconnect', kind: 'disconnect-command', body: '' },
  credit: { title: 'Prepaid credit', kind: 'command', body: '' },
  token: { title: 'Credit token', kind: 'credit-token', body: '' },
  curtailment: { title: 'Load control command', kind: 'load-control-command', body: '' },
  offer: { title: 'Demand response event', kind: 'price-signal', body: '' },
  tariff: { title: 'Tariff', kind: 'price-signal', body: '' },
  alarms: { title: 'Events and alarms', kind: 'event-log', body: '' },
  image: { title: 'Firmware image', kind: 'firmware', body: '' },
  keys: { title: 'Key material', kind: 'key-material', body: '' },
  clock: { title: 'Clock setting', kind: 'time-synchronisation', body: '' },
  totals: { title: 'Feeder totals', kind: 'feeder-data', body: '' },
  settings: { title: 'Device settings', kind: 'configuration', body: '' },
} as const;

export type DataName = keyof typeof data;

/** In the order in which they are offered and written. */
export const plans: readonly Plan[] = [
  { service: 'scheduled-reading', flow: 'reading', way: ['up', 'mdms'], carries: 'readings', usual: true },
  { service: 'drive-by-reading', flow: 'round', way: ['up', 'mdms'], carries: 'readings', usual: false },
  { service: 'on-demand-reading', flow: 'poll', way: ['desk', 'down'], carries: 'request', returns: 'readings', usual: true },
  { service: 'remote-disconnect', flow: 'disconnect', way: ['desk', 'down'], carries: 'cutoff', usual: true },
  { service: 'remote-reconnect', flow: 'reconnect', way: ['desk', 'down'], carries: 'cutoff', usual: false },
  { service: 'bulk-disconnect', flow: 'bulk', way: ['desk', 'down'], carries: 'cutoff', usual: false },
  { service: 'prepayment', flow: 'topup', way: ['billing', 'down'], carries: 'credit', usual: false },
  { service: 'credit-token-sale', flow: 'sale', way: ['buyer', 'till', 'vending'], carries: 'request', returns: 'token', usual: false },
  { service: 'credit-token-entry', flow: 'entry', way: ['buyer', 'meter'], carries: 'token', usual: false },
  { service: 'load-control', flow: 'curtail', way: ['grid', 'in', 'switch'], carries: 'curtailment', usual: false },
  { service: 'demand-response', flow: 'response', way: ['grid', 'aggregator'], carries: 'offer', usual: false },
  { service: 'tariff-configuration', flow: 'pricing', way: ['billing', 'down'], carries: 'tariff', usual: false },
  { service: 'event-reporting', flow: 'events', way: ['up', 'monitoring'], carries: 'alarms', usual: true },
  { service: 'firmware-update', flow: 'update', way: ['vendor', 'down'], carries: 'image', usual: true },
  { service: 'key-management', flow: 'rekey', way: ['kms', 'down'], carries: 'keys', usual: true },
  { service: 'clock-synchronisation', flow: 'time', way: ['down'], carries: 'clock', usual: true },
  { service: 'third-party-disclosure', flow: 'disclosure', way: ['mdms', 'service'], carries: 'readings', usual: false },
  { service: 'aggregation', flow: 'load-study', way: ['mdms', 'planning'], carries: 'totals', usual: false },
  { service: 'home-display', flow: 'live', way: ['entry', 'display'], carries: 'readings', usual: false },
  { service: 'local-maintenance', flow: 'repair', way: ['technician', 'tool', 'meter'], carries: 'settings', usual: false },
  { service: 'remote-maintenance', flow: 'support', way: ['vendor', 'jump', 'hes'], carries: 'settings', usual: false },
];

/** The services that a draft can begin with. */
export const serviceIds: readonly string[] = plans.map(({ service }) => service);

/** Services that switch the meter's own supply. */
export const switching: readonly string[] = [
  'remote-disconnect',
  'remote-reconnect',
  'bulk-disconnect',
  'prepayment',
  'credit-token-entry',
];

/** The components on a flow's way. */
export function wayOf(way: readonly Step[], { chain, home }: Topology): PartName[] {
  const down = [...chain].reverse();
  return way.flatMap((step) => {
    switch (step) {
      case 'up':
        return chain;
      case 'down':
        return down;
      case 'in':
        return down.slice(0, down.indexOf(home) + 1);
      case 'entry':
        return [home];
      default:
        return [step];
    }
  });
}
