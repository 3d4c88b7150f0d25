import { lineage } from '../../language/semantics/index.js';
import type { Kind } from '../../language/model/index.js';
import type { IconName } from './icon-name.js';

/** How the components of a kind are drawn: what they look like, and where they stand on the way from the field, 0, to others, 5. */
export interface KindLook {
  readonly icon: IconName;
  readonly depth: number;
}

/**
 * The one place that says which kind looks like what. A kind that is not in it looks as the nearest one does that it is, so that house
 * kinds have their parent's look.
 */
export const kindLooks: Readonly<Record<string, KindLook>> = {
  device: { icon: 'device', depth: 2 },
  'field-device': { icon: 'device', depth: 1 },
  'metering-device': { icon: 'meter', depth: 0 },
  'sub-meter': { icon: 'meter', depth: 0 },
  sensor: { icon: 'sensor', depth: 0 },
  'load-control-switch': { icon: 'switch', depth: 0 },
  'in-home-display': { icon: 'display', depth: 0 },
  'home-energy-manager': { icon: 'display', depth: 0 },
  'charging-station': { icon: 'switch', depth: 1 },
  inverter: { icon: 'switch', depth: 0 },
  'demand-response-client': { icon: 'switch', depth: 0 },
  'heating-substation': { icon: 'switch', depth: 1 },
  'communication-module': { icon: 'relay', depth: 1 },
  gateway: { icon: 'gateway', depth: 1 },
  'field-gateway': { icon: 'gateway', depth: 1 },
  'lorawan-gateway': { icon: 'gateway', depth: 1 },
  'data-concentrator': { icon: 'gateway', depth: 1 },
  relay: { icon: 'relay', depth: 1 },
  'message-relay': { icon: 'cloud', depth: 2 },
  'lorawan-network-server': { icon: 'relay', depth: 2 },
  'field-tool': { icon: 'tool', depth: 0 },
  'mobile-collector': { icon: 'vehicle', depth: 1 },
  computer: { icon: 'server', depth: 3 },
  server: { icon: 'server', depth: 3 },
  'managed-system': { icon: 'server', depth: 3 },
  'back-end-system': { icon: 'server', depth: 4 },
  'operator-workstation': { icon: 'workstation', depth: 4 },
  'head-end': { icon: 'head end', depth: 3 },
  'meter-data-management': { icon: 'database', depth: 4 },
  database: { icon: 'database', depth: 4 },
  'key-authority': { icon: 'keys', depth: 4 },
  'key-management-system': { icon: 'keys', depth: 4 },
  'certificate-authority': { icon: 'keys', depth: 4 },
  'security-module': { icon: 'keys', depth: 4 },
  'gateway-administrator': { icon: 'head end', depth: 3 },
  'jump-server': { icon: 'server', depth: 4 },
  'event-monitoring': { icon: 'eye', depth: 4 },
  'network-management-system': { icon: 'eye', depth: 4 },
  'customer-portal': { icon: 'cloud', depth: 4 },
  'cloud-service': { icon: 'cloud', depth: 4 },
  'enterprise-bus': { icon: 'relay', depth: 4 },
  'point-of-sale': { icon: 'money', depth: 5 },
  'vending-system': { icon: 'money', depth: 4 },
  'billing-system': { icon: 'money', depth: 4 },
  'payment-provider': { icon: 'money', depth: 5 },
  'customer-app': { icon: 'phone', depth: 5 },
  'customer-device': { icon: 'phone', depth: 5 },
  'external-party': { icon: 'organisation', depth: 5 },
  person: { icon: 'person', depth: 5 },
  'field-technician': { icon: 'person', depth: 0 },
  customer: { icon: 'person', depth: 5 },
};

const unknown: KindLook = { icon: 'device', depth: 2 };

/** The look of something of these kinds. */
export function lookOf(kinds: readonly string[], table: ReadonlyMap<string, Kind>): KindLook {
  for (const kind of lineage(kinds, table).keys()) if (Object.hasOwn(kindLooks, kind)) return kindLooks[kind]!;
  return unknown;
}
