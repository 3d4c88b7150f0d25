import assert from 'node:assert/strict';
import { review } from '../../review/index.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';

/** A service provider runs the head-end and sends readings to the utility and to the market; each runs systems of its own. */
const design = (runBy: string) => `design amisp${runBy}
zone cloud is partner-network run by provider
zone office is back-office run by discom
zone market is partner-network run by operator
zone street is customer-premises
component provider is external-party
component discom is external-party { party = utility }
component operator is external-party
component meter is smart-meter in street { count = 500000 remote-switch = breaker }
component hes is head-end in cloud
component mdm is meter-data-management in cloud { stores values }
component billing is billing-system in office { stores values }
component hub is back-end-system in market { stores values }
data values is interval-consumption
link air: meter <-> hes over lte
link inner: hes <-> mdm
link files: mdm -> billing
link exchange: mdm -> hub
flow reading is reading-service: meter -> hes -> mdm carries values
flow billed is reading-service: mdm -> billing carries values
flow settled is reading-service: mdm -> hub carries values
`;
const baseline = ['gov-baseline', 'net-hardening', 'log-events', 'priv-at-rest', 'fw-malware', 'fw-vulnerability', 'key-approved-crypto'];

async function asked(text: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const workspace = await createWorkspace({ 'a.meter': text });
  assert.deepEqual(syntaxErrors(workspace), []);
  const [architecture] = workspace.shared.meter.Designs.all();
  const { results } = review(architecture!, '2026-11-24');
  const open = results.filter(({ state }) => state !== 'not applicable');
  const of = (element: string) => open.filter((one) => one.element === element).map(({ requirement }) => requirement);
  return new Map(['hes', 'mdm', 'billing', 'hub', 'files', 'exchange'].map((element) => [element, of(element)]));
}

const hasBaseline = (requirements: readonly string[] | undefined) => baseline.some((one) => requirements?.includes(one) === true);

describe("another party's systems", () => {
  it('are not asked for the baseline of the provider whose design it is, and the ways to them are asked for protection', async () => {
    const found = await asked(design(' run by provider'));
    assert.deepEqual(
      [...found].filter(([, requirements]) => hasBaseline(requirements)).map(([element]) => element),
      ['hes', 'mdm'],
    );
    for (const link of ['files', 'exchange']) assert.ok(found.get(link)!.includes('comm-integrity'), link);
  });

  it("are all but the utility's where nobody says whose design it is, without the head-end that reads its meters and what stands beside it", async () => {
    const found = await asked(design(''));
    assert.deepEqual(
      [...found].filter(([, requirements]) => hasBaseline(requirements)).map(([element]) => element),
      ['hes', 'mdm', 'billing'],
    );
  });

  it('are the same where the utility is named', async () => {
    assert.deepEqual(await asked(design(' run by discom')), await asked(design('')));
  });
});
