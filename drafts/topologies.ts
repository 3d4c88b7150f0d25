/** Devices and systems that a draft may hold, by the names that they get in it. */
export type PartName = keyof typeof parts;

/** What the components of a draft are. `body` is what is said of each without being asked: how many there are. */
export const parts = {
  meter: { title: 'Smart meter', kind: 'smart-meter', zone: 'home', count: 10_000 },
  gateway: { title: 'Smart meter gateway', kind: 'gateway', zone: 'home', count: 10_000 },
  hub: { title: 'Communications hub', kind: 'communications-hub', zone: 'home', count: 10_000 },
  concentrator: { title: 'Data concentrator', kind: 'data-concentrator', zone: 'street', count: 100 },
  radio: { title: 'LoRaWAN gateway', kind: 'lorawan-gateway', zone: 'street', count: 20 },
  lns: { title: 'LoRaWAN network server', kind: 'lorawan-network-server', zone: 'dmz', count: undefined },
  van: { title: 'Drive-by receiver', kind: 'mobile-collector', zone: 'street', count: 10 },
  collector: { title: 'Mesh collector', kind: 'data-concentrator', zone: 'street', count: 20 },
  display: { title: 'In-home display', kind: 'in-home-display', zone: 'han', count: 10_000 },
  switch: { title: 'Load control switch', kind: 'load-control-switch', zone: 'han', count: 1_000 },
  tool: { title: "Technician's tool", kind: 'field-tool', zone: 'home', count: 20 },
  technician: { title: 'Field technician', kind: 'field-technician', zone: 'home', count: undefined },
  hes: { title: 'Head-end', kind: 'head-end', zone: 'dmz', count: undefined },
  jump: { title: 'Jump host', kind: 'back-end-system, privileged-system', zone: 'dmz', count: undefined },
  mdms: { title: 'Meter data management', kind: 'meter-data-management', zone: 'office', count: undefined },
  billing: { title: 'Billing', kind: 'billing-system', zone: 'office', count: undefined },
  planning: { title: 'Network planning', kind: 'back-end-system', zone: 'office', count: undefined },
  desk: { title: 'Operator', kind: 'operator', zone: 'operations', count: undefined },
  kms: { title: 'Key management', kind: 'key-management-system', zone: 'operations', count: undefined },
  monitoring: { title: 'Event monitoring', kind: 'event-monitoring', zone: 'operations', count: undefined },
  grid: { title: 'Grid control', kind: 'distribution-management', zone: 'control', count: undefined },
  vendor: { title: 'Manufacturer', kind: 'vendor', zone: 'partner', count: undefined },
  service: { title: 'Third-party service', kind: 'third-party-service', zone: 'partner', count: undefined },
  aggregator: { title: 'Aggregator', kind: 'aggregator', zone: 'partner', count: undefined },
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
  partner: { title: 'Partners', kind: 'partner-network', within: undefined },
} as const;

export type ZoneName = keyof typeof zones;

/** How the meters reach the head-end. */
export interface Topology {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What its meters are, where they are none of electricity: they live on a battery, and what they switch is a valve. */
  readonly meter?: { readonly title: string; readonly kind: string };
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

const waterMeter = { title: 'Water meter', kind: 'water-meter' };

export const topologies: readonly Topology[] = [
  {
    id: 'concentrator',
    label: 'Meter, data concentrator, head-end',
    description: 'power line or radio up to a concentrator in the street or substation',
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
    chain: ['meter', 'hes'],
    home: 'meter',
    mesh: false,
    lastMile: [],
    application: [...dlms, 'lwm2m-certificate', 'lwm2m-psk', 'lwm2m-oscore', 'c12.22-eax-prime', 'mqtt-mtls', 'without-application'],
    wideArea: ['nb-iot+private-apn', 'nb-iot+public-apn', 'lte+private-apn', 'lte+public-apn', 'private-lte', 'gprs+private-apn'],
  },
  {
    id: 'lorawan',
    label: 'Water meter, LoRaWAN, head-end',
    description: 'battery meters send to gateways on roofs; a network server passes on what they send',
    meter: waterMeter,
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
    label: 'Gas meter with NB-IoT, head-end',
    description: 'each battery meter has a modem of its own, which sleeps most of the day',
    meter: { title: 'Gas meter', kind: 'gas-meter' },
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
    label: 'Water meter, drive-by receiver, head-end',
    description: 'a van passes and collects what meters send by wireless M-Bus',
    meter: waterMeter,
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
