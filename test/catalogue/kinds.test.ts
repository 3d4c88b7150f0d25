import assert from 'node:assert/strict';
import { knownAs, lineage } from '../../language/semantics/index.js';
import type { Catalogue, Definition } from '../../language/model/index.js';
import { createWorkspace } from '../support/workspace.js';

/** The roles that rules ask for, by which a kind is judged. */
const roles = [
  'field-device',
  'field-computer',
  'fleet-device',
  'field-key-holder',
  'metering-node',
  'metering-device',
  'forwarding-device',
  'collection-point',
  'trusted-end-point',
  'clocked-device',
  'workplace',
  'back-end-system',
  'privileged-system',
  'essential-system',
  'enterprise-system',
  'key-holder',
  'key-authority',
  'external-party',
] as const;

const meter = 'field-device, field-computer, fleet-device, field-key-holder, metering-node, metering-device, clocked-device';

/** All roles of a kind, in the order above: none is left out and none is too many. Written by hand from what the thing is for. */
const expected: Readonly<Record<string, string>> = {
  'water-meter': meter,
  'gas-meter': meter,
  'heat-meter': meter,
  'heat-cost-allocator': meter,
  'feeder-meter': meter,
  'charging-meter': meter,
  sensor: 'field-device, fleet-device',
  // In the chain, with keys, and no end point: what passes is not for it to read.
  'communication-module': 'field-device, field-computer, fleet-device, field-key-holder, metering-node, forwarding-device',
  'field-gateway': 'field-device, field-computer, fleet-device, field-key-holder, metering-node, forwarding-device, collection-point',
  'lorawan-gateway': 'field-device, metering-node, forwarding-device',
  'lorawan-network-server': 'metering-node, forwarding-device, key-holder',
  'lorawan-join-server': 'back-end-system, privileged-system, essential-system, key-holder, key-authority',
  'lorawan-application-server': 'metering-node, collection-point, trusted-end-point, back-end-system, key-holder',
  'charging-station': 'field-device, field-computer, fleet-device, field-key-holder, metering-node, clocked-device',
  'charging-management-system':
    'metering-node, collection-point, trusted-end-point, clocked-device, back-end-system, privileged-system, essential-system, enterprise-system, key-holder',
  inverter: 'field-device',
  'demand-response-server': 'collection-point, trusted-end-point, back-end-system, privileged-system, enterprise-system',
  'demand-response-client': 'field-device',
  server: '',
  'cloud-service': '',
  database: 'back-end-system',
  'vending-system': 'trusted-end-point, back-end-system, privileged-system, essential-system, enterprise-system, key-holder',
  'point-of-sale': 'workplace',
  'payment-provider': 'external-party',
  'market-hub': 'external-party',
  // It configures gateways and is not meant to read what meters send through them.
  'gateway-administrator': 'metering-node, collection-point, back-end-system, privileged-system, essential-system, key-holder',
  'jump-server': 'back-end-system',
  'network-operator': 'external-party',
  'metering-provider': 'external-party',
  'building-owner': 'external-party',
  'building-management-system': 'back-end-system',
  'roaming-hub': 'external-party',
  'research-body': 'external-party',
  'heating-substation': 'field-device, fleet-device, metering-node',
  // What a person drives around with is a tool.
  'mobile-collector': 'workplace',
  'customer-app': 'workplace',
  'customer-device': 'workplace',
  // It commands what devices will run; a person who only looks after machines has no role in the chain.
  'build-system': 'back-end-system, privileged-system',
  administrator: '',
};

describe('the roles of component kinds', () => {
  let catalogue: Catalogue;
  before(async () => {
    catalogue = (await createWorkspace({})).shared.meter.Designs.catalogue();
  });

  for (const [kind, told] of Object.entries(expected)) {
    it(`of ${kind} are ${told === '' ? 'none' : told}`, () => {
      assert.ok(catalogue.componentKinds.has(kind));
      const all = lineage([kind], catalogue.componentKinds);
      assert.equal(roles.filter((role) => all.has(role)).join(', '), told);
    });
  }

  it("belong to the customer where the thing is the customer's own", () => {
    const own = [...catalogue.componentKinds.values()]
      .filter(({ settings }) =>
        settings.some(({ attribute, value }) => attribute === 'party' && value.kind === 'word' && value.word === 'customer'),
      )
      .map(({ name }) => name);
    assert.deepEqual(own.sort(), [
      'customer',
      'customer-app',
      'customer-device',
      'demand-response-client',
      'home-energy-manager',
      'in-home-display',
      'inverter',
    ]);
  });
});

describe('everyday names', () => {
  // What architects wrote first and did not find, and what they meant.
  const meant: Readonly<Record<string, string>> = {
    https: 'tls, tls-1.3, tls-1.2',
    mtls: 'mutual-tls, mutual-tls-1.2',
    'tls-1.3-mutual': 'mutual-tls',
    mfa: 'multi-factor-authentication',
    rbac: 'role-based-access',
    'least-privilege': 'role-based-access',
    'command-limit': 'command-rate-limit',
    consent: 'consent-record',
    'image-signature': 'firmware-signature',
    'access-log': 'security-logging',
    'configuration-change-log': 'security-logging',
    hes: 'head-end',
    smgw: 'gateway',
    'charge point': 'charging-station',
    modem: 'communication-module',
    datahub: 'market-hub',
    internet: 'public-network',
    cloud: 'cloud-service, cloud-region',
    alerts: '',
    sysadmin: 'administrator',
    'ci/cd': 'build-system',
    waf: 'web-application-firewall',
    byok: 'sealed-storage',
    'life support': 'pre-switch-check',
  };

  for (const [word, told] of Object.entries(meant)) {
    it(`lead from ${word} to ${told === '' ? 'nothing' : told}`, async () => {
      const { controls, mechanisms, componentKinds, zoneKinds } = (await createWorkspace({})).shared.meter.Designs.catalogue();
      const found = [controls, mechanisms, componentKinds, zoneKinds].flatMap((table) => knownAs<Definition>(word, table.values()));
      assert.equal(found.map(({ name }) => name).join(', '), told);
    });
  }
});
