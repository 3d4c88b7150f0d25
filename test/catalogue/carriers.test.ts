import assert from 'node:assert/strict';
import { carriersOf, lineage } from '../../language/semantics/index.js';
import type { Catalogue, Mechanism } from '../../language/model/index.js';
import { isProtocol } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

describe('the table of what runs over what', () => {
  let catalogue: Catalogue;

  before(async () => {
    const workspace = await createWorkspace({ 'a.meter': 'design a' });
    ({ catalogue } = workspace.shared.meter.Designs.all()[0]!);
  });

  const said = (name: string) => [...lineage([name], catalogue.mechanisms, 0).keys()].map((one) => catalogue.mechanisms.get(one)!);

  /** A word about others, such as that they use certificates: it stands on no ground of its own. */
  function isWord({ name, provides, see }: Mechanism): boolean {
    const forms = [...catalogue.mechanisms.values()].filter(({ parents }) => parents.includes(name));
    return provides.length === 0 && see.length === 0 && (forms.length > 0 || said(name).length === 1);
  }

  it('has every layer: it says what it runs over, or others run over it', () => {
    const { isCarrier } = carriersOf(catalogue);
    const silent = [...catalogue.mechanisms.values()]
      .filter((one) => isProtocol(one) && !isWord(one) && !isCarrier(one.name))
      .filter(({ name }) => said(name).every(({ carriers }) => carriers.length === 0));
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });

  it('lets every layer run over some carrier', () => {
    const { isCarrier, canRunOver } = carriersOf(catalogue);
    const all = [...catalogue.mechanisms.keys()].filter(isCarrier);
    const nowhere = [...catalogue.mechanisms.keys()].filter((name) => !all.some((carrier) => canRunOver(name, [carrier])));
    assert.deepEqual(nowhere, []);
  });

  /** The rows that somebody who builds such networks would write, with what can run over each carrier and what cannot. */
  const rows: readonly (readonly [carrier: string, can: string, cannot: string])[] = [
    ['lte', 'mutual-tls dlms-hls-5 ipsec lwm2m-psk oscore ocpp-profile-3 private-apn', 'client-isolation'],
    ['nb-iot', 'mutual-tls dtls-psk-unique lwm2m-rpk mqtt-mtls dlms-suite-1', 'c12.18-password client-isolation'],
    ['g3-psk', 'dlms-hls-5 mutual-tls c12.22-eax-prime client-isolation', 'private-apn'],
    ['meters-and-more-aes', 'client-isolation', 'mutual-tls dlms-hls-5 dlms-suite-0 oscore ssh lwm2m-psk ocpp-profile-3'],
    ['osgp-rc4', 'client-isolation', 'mutual-tls dlms-hls-5 oscore'],
    ['rs-485', 'dlms-hls-5 modbus', 'mutual-tls oscore ssh kafka lwm2m-oscore ipsec'],
    ['optical-port', 'dlms-hls-5 c12.18-password', 'mutual-tls oscore ssh sftp ipsec'],
    ['m-bus', 'dlms-suite-0', 'mutual-tls oscore'],
    ['p1-port', 'dlms-suite-0', 'mutual-tls oscore lwm2m-oscore'],
    ['customer-port', 'dlms-suite-0', 'mutual-tls oscore'],
    ['wmbus-profile-b', 'dlms-suite-0', 'mutual-tls oscore lwm2m-psk mqtt-mtls'],
    ['lorawan-otaa', 'lorawan-application-key dlms-suite-0', 'mutual-tls oscore mqtt-mtls ocpp-profile-3'],
    ['sms', 'dlms-suite-0 sts-ea11', 'mutual-tls ssh'],
    ['keypad', 'sts-ea11 openpaygo-token', 'mutual-tls dlms-suite-1 oscore'],
    ['satellite', 'ipsec mutual-tls dlms-hls-5', 'client-isolation c12.18-password'],
    ['zigbee-cbke', 'dlms-suite-0 gbcs-message', 'mutual-tls oscore'],
    ['shared-medium', 'dlms-suite-0 mutual-tls', 'private-apn'],
    ['tls-1.3', 'mqtt-password dlms-hls-5 kafka cim-jms', 'c12.18-password'],
  ];

  for (const [carrier, can, cannot] of rows) {
    it(`knows what ${carrier} carries`, () => {
      const { canRunOver } = carriersOf(catalogue);
      const runs = (name: string) => {
        assert.ok(catalogue.mechanisms.has(name), name);
        return canRunOver(name, [carrier]);
      };
      assert.deepEqual(
        can.split(' ').filter((name) => !runs(name)),
        [],
        'can',
      );
      assert.deepEqual(cannot.split(' ').filter(runs), [], 'cannot');
    });
  }

  it('is not sure of a class: which of its forms is meant, nobody says', () => {
    const { canRunOver, surelyRunsOver } = carriersOf(catalogue);
    assert.ok(canRunOver('mutual-tls', ['shared-medium']) && !surelyRunsOver('mutual-tls', ['shared-medium']));
    assert.ok(surelyRunsOver('mutual-tls', ['g3-plc']) && surelyRunsOver('mutual-tls', []));
  });
});
