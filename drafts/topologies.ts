import type { Answers } from './answers.js';

/** Devices and systems that a draft may hold, by the names that they get in it. */
export type PartName = keyof typeof parts;

/** What the components of a draft are. `per` says for how many meters there is one of it; where it says nothing, how many there are is not said. */
export const parts = {
  meter: { title: 'Smart meter', kind: 'smart-meter', zone: 'home', per: 1 },
  gateway: { title: 'Smart meter gateway', kind: 'gateway', zone: 'home', per: 1 },
  hub: { title: 'Communications hub', kind: 'communications-hub', zone: 'home', per: 1 },
  concentrator: { title: 'Data concentrator', kind: 'data-concentrator', zone: 'street', per: 100 },
  radio: { title: 'LoRaWAN gateway', kind: 'lorawan-gateway', zone: 'street', per: 500 },
  lns: { title: 'LoRaWAN network server', kind: 'lorawan-network-server', zone: 'dmz', per: undefined },
  van: { title: 'Drive-by receiver', kind: 'mobile-collector', zone: 'street', per: 1000 },
  collector: { title: 'Mesh collector', kind: 'data-concentrator', zone: 'street', per: 500 },
  display: { title: 'In-home display', kind: 'in-home-display', zone: 'han', per: 1 },
  switch: { title: 'Load control switch', kind: 'load-control-switch', zone: 'han', per: 10 },
  tool: { title: "Technician's tool", kind: 'field-tool', zone: 'home', per: 500 },
  technician: { title: 'Field technician', kind: 'field-technician', zone: 'home', per: undefined },
  hes: { title: 'Head-end', kind: 'head-end', zone: 'dmz', per: undefined },
  jump: { title: 'Jump host', kind: 'back-end-system, privileged-system', zone: 'dmz', per: undefined },
  mdms: { title: 'Meter data management', kind: 'meter-data-management', zone: 'office', per: undefined },
  billing: { title: 'Billing', kind: 'billing-system', zone: 'office', per: undefined },
  planning: { title: 'Network planning', kind: 'back-end-system', zone: 'office', per: undefined },
  desk: { title: 'Operator', kind: 'operator', zone: 'operations', per: undefined },
  kms: { title: 'Key management', kind: 'key-management-system', zone: 'operations', per: undefined },
  monitoring: { title: 'Event monitoring', kind: 'event-monitoring', zone: 'operations', per: undefined },
  grid: { title: 'Grid control', kind: 'distribution-management', zone: 'control', per: undefined },
  vending: { title: 'Vending system', kind: 'vending-system', zone: 'office', per: undefined },
  till: { title: 'Point of sale', kind: 'point-of-sale', zone: 'shop', per: 500 },
  buyer: { title: 'Customer', kind: 'customer', zone: 'home', per: undefined },
  vendor: { title: 'Manufacturer', kind: 'vendor', zone: 'partner', per: undefined },
  service: { title: 'Third-party service', kind: 'third-party-service', zone: 'partner', per: undefined },
  aggregator: { title: 'Aggregator', kind: 'aggregator', zone: 'partner', per: undefined },
} as const;

/** The zones that they stand in, in the order in which a draft names them. */
export const zones = {
  home: { title: 'Customer premises', kind: 'customer-premises', within: undefined },
  han: { title: 'Home network', kind: 'home-network', within: 'home' },
  street: { title: 'Neighbourhood', kind: 'neighbourhood-network', within: undefined },
  carrier: { title: 'Public carrier', kind: 'public-network', within: undefined },
  wan: { title: 'Wide area network', kind: 'wide-area-network', within: undefined },
  dmz: { title: 'Head-end DMZ', kind: 'head-end-dmz', within: undefined },
  office: { title: 'Back office', kind: 'back-office', within: undefined },
  operations: { title: 'Operations', kind: 'operations', within: undefined },
  control: { title: 'Grid control room', kind: 'operations', within: undefined },
  shop: { title: 'Shops', kind: 'shop', within: undefined },
  partner: { title: 'Partners', kind: 'partner-network', within: undefined },
} as const;

export type ZoneName = keyof typeof zones;

export type CommodityId = 'electricity' | 'water' | 'gas' | 'heat';

/** How the meters reach the head-end. */
export interface Topology {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What its meters may measure, the usual one first. */
  readonly commodities: readonly CommodityId[];
  /** Profiles of countries in which nobody builds it. */
  readonly notIn?: readonly string[];
  /** The services that it is mostly built for; what most meters of electricity do where it does not say. */
  readonly usual?: readonly string[];
  /** From the meter up to the head-end, both of them included. */
  readonly chain: readonly PartName[];
  /** Where displays and switches of the customer connect. */
  readonly home: PartName;
  /** Meters pass on what others send. */
  readonly mesh: boolean;
  /** Protocol choices by question, the best one to begin with first. */
  readonly lastMile: readonly string[];
  readonly application: readonly string[];
  readonly wideArea: readonly string[];
}

const dlms = ['dlms-suite-1+dlms-hls-7', 'dlms-suite-2+dlms-hls-7', 'dlms-suite-0+dlms-hls-5', 'dlms-lls'];
const carriers = ['lte+private-apn', 'lte+public-apn', 'nb-iot+private-apn', 'private-lte', 'gprs+private-apn', 'own-network'];

export const topologies: readonly Topology[] = [
  {
    id: 'concentrator',
    label: 'Meter, data concentrator, head-end',
    description: 'power line or radio up to a concentrator in the street or substation',
    commodities: ['electricity'],
    notIn: ['united-states'],
    chain: ['meter', 'concentrator', 'hes'],
    home: 'meter',
    mesh: false,
    lastMile: [
      'g3-psk',
      'g3-plc',
      'prime-profile-1',
      'prime-profile-0',
      'meters-and-more-aes',
      'osgp-rc4',
      'wmbus-profile-b',
      'lorawan-otaa',
    ],
    application: [...dlms, 'without-application'],
    wideArea: carriers,
  },
  {
    id: 'gateway',
    label: 'Meter, gateway, head-end',
    description: 'a smart meter gateway at the premises collects and sends the readings',
    commodities: ['electricity', 'gas', 'water', 'heat'],
    notIn: ['united-states'],
    chain: ['meter', 'gateway', 'hes'],
    home: 'gateway',
    mesh: false,
    lastMile: ['wmbus-profile-c', 'wmbus-aead', 'wmbus-profile-b', 'wmbus-profile-a', 'sealed-wire'],
    application: ['without-application', ...dlms],
    wideArea: carriers,
  },
  {
    id: 'hub',
    label: 'Meter, communications hub, head-end',
    description: 'a hub at the premises relays between the home and the wide area network',
    commodities: ['electricity', 'gas'],
    chain: ['meter', 'hub', 'hes'],
    home: 'hub',
    mesh: false,
    lastMile: ['zigbee-cbke', 'wi-sun-fan', 'wmbus-profile-b', 'wmbus-aead'],
    application: ['gbcs-message', ...dlms, 'without-application'],
    wideArea: carriers,
  },
  {
    id: 'mesh',
    label: 'Radio mesh, collector, head-end',
    description: 'meters pass on for each other up to a collector',
    commodities: ['electricity', 'gas', 'water'],
    chain: ['meter', 'collector', 'hes'],
    home: 'meter',
    mesh: true,
    lastMile: ['wi-sun-fan', 'shared-medium', 'zigbee-cbke'],
    application: ['dlms-suite-1+dlms-hls-7', 'c12.22-eax-prime', 'c12.22-clear', ...dlms.slice(1), 'without-application'],
    wideArea: carriers,
  },
  {
    id: 'cellular',
    label: 'Cellular meter, head-end',
    description: 'each meter has a modem of its own',
    commodities: ['electricity'],
    chain: ['meter', 'hes'],
    home: 'meter',
    mesh: false,
    lastMile: [],
    application: [...dlms, 'lwm2m-certificate', 'lwm2m-psk', 'lwm2m-oscore', 'c12.22-eax-prime', 'mqtt-mtls', 'without-application'],
    wideArea: ['nb-iot+private-apn', 'nb-iot+public-apn', 'lte+private-apn', 'lte+public-apn', 'private-lte', 'gprs+private-apn'],
  },
  {
    id: 'lorawan',
    label: 'Battery meter, LoRaWAN, head-end',
    description: 'battery meters send to gateways on roofs; a network server passes on what they send',
    commodities: ['water', 'heat', 'gas'],
    usual: ['scheduled-reading', 'event-reporting', 'clock-synchronisation'],
    chain: ['meter', 'radio', 'lns', 'hes'],
    home: 'meter',
    mesh: false,
    lastMile: ['lorawan-otaa', 'lorawan-abp'],
    application: ['lorawan-application-key', 'without-application'],
    wideArea: carriers,
  },
  {
    id: 'battery-cellular',
    label: 'Battery meter with NB-IoT, head-end',
    description: 'each battery meter has a modem of its own, which sleeps most of the day',
    commodities: ['gas', 'water', 'heat'],
    usual: ['scheduled-reading', 'remote-disconnect', 'event-reporting', 'firmware-update', 'key-management', 'clock-synchronisation'],
    chain: ['meter', 'hes'],
    home: 'meter',
    mesh: false,
    lastMile: [],
    application: ['lwm2m-oscore', 'lwm2m-psk', 'lwm2m-certificate', ...dlms, 'mqtt-mtls', 'without-application'],
    wideArea: ['nb-iot+private-apn', 'nb-iot+public-apn'],
  },
  {
    id: 'drive-by',
    label: 'Battery meter, drive-by receiver, head-end',
    description: 'a van passes and collects what meters send by wireless M-Bus',
    commodities: ['water', 'heat', 'gas'],
    notIn: ['united-states'],
    usual: ['drive-by-reading'],
    chain: ['meter', 'van', 'hes'],
    home: 'meter',
    mesh: false,
    lastMile: ['wmbus-profile-b', 'wmbus-aead', 'wmbus-profile-a'],
    application: ['without-application'],
    wideArea: ['lte+private-apn', 'lte+public-apn', 'own-network'],
  },
];

export const topologyIds: readonly string[] = topologies.map(({ id }) => id);

export function topologyOf(answers: Answers): Topology {
  return topologies.find(({ id }) => answers.topology?.includes(id) === true) ?? topologies[0]!;
}
