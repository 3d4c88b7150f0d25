import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../../language/model/index.js';
import { harmsOf } from '../../summary/harms.js';
import { requirementsOf, review } from '../../review/index.js';
import { told } from '../support/reports.js';
import { createWorkspace, root, type Workspace } from '../support/workspace.js';

const three = ['wrong-demand-decisions', 'load-control-abuse', 'personal-data-misuse'];

describe('harms, threats and attack methods', () => {
  let workspace: Workspace;
  let catalogue: Catalogue;

  before(async () => {
    const files = ['riverside.meter', 'zones.meter'];
    workspace = await createWorkspace(
      Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, 'examples', file), 'utf8')])),
    );
    catalogue = workspace.shared.meter.Designs.catalogue();
  });

  const requirements = () => requirementsOf(['x1332'], catalogue);

  it('are told apart: each requirement names threats, each threat has methods that lead to it', () => {
    assert.deepEqual(
      requirements().flatMap(({ name, mitigates }) => (mitigates.length === 0 ? [name] : [])),
      [],
    );
    const reached = new Set([...catalogue.attacks.values()].flatMap(({ leadsTo }) => leadsTo));
    assert.deepEqual(
      [...catalogue.threats.keys()].filter((threat) => !reached.has(threat)),
      [],
    );
    const named = new Set(requirements().flatMap(({ mitigates }) => mitigates));
    assert.deepEqual(
      [...catalogue.threats.keys()].filter((threat) => !named.has(threat)),
      [],
    );
  });

  it('are two of the summary of X.1332 and one of its work item, and each requirement works against one at least', () => {
    assert.deepEqual([...catalogue.harms.keys()], three);
    assert.ok(requirements().every((requirement) => harmsOf(requirement, catalogue).length > 0));
    const of = (name: string) => harmsOf(catalogue.requirements.get(name)!, catalogue);
    assert.deepEqual(of('authz-dual-control'), ['load-control-abuse']);
    assert.deepEqual(of('priv-consent'), ['personal-data-misuse']);
    assert.deepEqual(of('mon-data-validation'), ['wrong-demand-decisions']);
    // Keys open the way to everything.
    assert.deepEqual(harmsOf({ mitigates: ['key-compromise'] }, catalogue), three);
  });

  it('stand in every export, so that findings can be grouped by them', () => {
    const architecture = workspace.shared.meter.Designs.all().find(({ design }) => design.name === 'riverside')!;
    const reviewed = { assessments: [review(architecture, '2026-11-24')], problems: [], sources: workspace.shared.meter.Designs.sources() };
    const json = JSON.parse(told('json', reviewed)) as { findings: { requirement: string; harms: string[] }[] };
    assert.deepEqual(json.findings.find(({ requirement }) => requirement === 'priv-consent')?.harms, ['personal-data-misuse']);
    const sarif = JSON.parse(told('sarif', reviewed)) as {
      runs: { tool: { driver: { rules: { id: string; properties: { tags: string[] } }[] } } }[];
    };
    const rule = sarif.runs[0]!.tool.driver.rules.find(({ id }) => id === 'avail-fail-state');
    assert.ok(rule?.properties.tags.includes('load-control-abuse'));
    const [head, ...rows] = told('csv', reviewed).split('\r\n');
    assert.match(head!, /,harms,references,evidence,design owner$/);
    assert.ok(rows.some((row) => row.startsWith('riverside,priv-consent,') && row.includes(',personal-data-misuse,')));
  });
});
