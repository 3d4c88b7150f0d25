import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint, meterlintProcess } from '../support/cli.js';
import { root } from '../support/workspace.js';

const day = ['--date', '2026-11-24'];
const hasDot = spawnSync('dot', ['-V']).status === 0;

/** What Graphviz says of a text: nothing, where it can draw it. */
function drawn(dot: string): string {
  const { status, stdout, stderr } = spawnSync('dot', ['-Tsvg'], { input: dot, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /<\/svg>/);
  return stderr;
}

const small = `
define profile one { includes authz-rbac }
design d "Small" { profile one }
zone office "Office" is back-office
zone vault is operations in office
zone empty is public-network
component mdms "Data" is meter-data-management in office
component hes is network-management-system in vault { control role-based-access by role-directory }
component loose is operator
link l "Bus": mdms <-> hes over lte, tls-1.3
flow f: mdms -> hes
`;

describe('meterlint graph', () => {
  it('draws zones, components, links and flows for Graphviz, what has findings with word, shape and colour', async () => {
    await inFolder({ 'a.meter': small }, async (folder) => {
      const { code, out, err } = await meterlint(['graph', '--flows', 'a.meter', ...day], folder);
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(out.split('\n'), [
        'digraph "d" {',
        '  graph [label="Small", labelloc=t, rankdir=LR, fontname="sans-serif"];',
        '  node [shape=box, fontname="sans-serif"];',
        '  edge [fontname="sans-serif"];',
        '  subgraph "cluster_office" {',
        '    graph [label="Office\\nback-office"];',
        '    subgraph "cluster_vault" {',
        '      graph [label="vault\\noperations"];',
        '      "hes" [label="hes\\nnetwork-management-system"];',
        '    }',
        '    "mdms" [label="Data\\nmeter-data-management\\n▲ high", color="#b3261e", penwidth=2];',
        '  }',
        '  subgraph "cluster_empty" {',
        '    graph [label="empty\\npublic-network"];',
        '    "in empty" [shape=point, style=invis];',
        '  }',
        '  "loose" [label="loose\\noperator"];',
        '  "mdms" -> "hes" [label="Bus\\nlte, tls-1.3", dir=both];',
        '  "mdms" -> "hes" [label="f", style=dashed];',
        '}',
        '',
      ]);
      if (hasDot) assert.equal(drawn(out), '');
      const without = await meterlint(['graph', '--plain', 'a.meter', ...day], folder);
      assert.doesNotMatch(without.out, /▲|color=|style=dashed/);
    });
  });

  it('draws the same for Mermaid', async () => {
    await inFolder({ 'a.meter': small }, async (folder) => {
      const { code, out } = await meterlint(['graph', '--format', 'mermaid', '--flows', 'a.meter', ...day], folder);
      assert.equal(code, 0);
      assert.deepEqual(out.split('\n'), [
        'flowchart LR',
        '  accTitle: Small',
        '  subgraph z_office["Office<br/>back-office"]',
        '    subgraph z_vault["vault<br/>operations"]',
        '      c_hes["hes<br/>network-management-system"]',
        '    end',
        '    c_mdms["Data<br/>meter-data-management<br/>▲ high"]',
        '  end',
        '  subgraph z_empty["empty<br/>public-network"]',
        '  end',
        '  c_loose["loose<br/>operator"]',
        '  c_mdms <-->|"Bus<br/>lte, tls-1.3"| c_hes',
        '  c_mdms -.->|"f"| c_hes',
        '  classDef high stroke:#b3261e,stroke-width:2px',
        '  class c_mdms high',
        '',
      ]);
    });
  });

  it('draws a picture with what was asked for', async () => {
    await inFolder({ 'a.meter': small }, async (folder) => {
      const draw = async (...more: readonly string[]) =>
        (await meterlint(['graph', '--format', 'svg', 'a.meter', ...more, ...day], folder)).out;
      const plain = await draw();
      assert.match(plain, /^<svg [^>]*role="img"/);
      assert.match(plain, /<title>Data; Meter data management; 1 high<\/title>/);
      assert.equal(await draw(), plain);
      assert.doesNotMatch(await draw('--plain'), /1 high/);
      assert.match(await draw('--flow', 'f'), />f \(1\)</);
      assert.match(
        await draw('--collapse', 'office'),
        /data-id="zone:office"><title>Office; Back office; 1 zone; 2 components; 1 link inside; 1 high<\/title>/,
      );
      assert.match(await draw('--show', 'authz-rbac'), />met</);
      assert.match(await draw('--theme', 'dark'), /fill:#181a1f/);
      assert.doesNotMatch(await draw('--zone', 'vault'), /data-id="component:mdms"/);
    });
  });

  it('refuses names that stand for nothing, and options that only a picture has', async () => {
    await inFolder({ 'a.meter': small }, async (folder) => {
      const fail = async (...args: readonly string[]) => {
        const { code, out, err } = await meterlint(['graph', 'a.meter', ...args], folder);
        assert.deepEqual([code, out], [2, '']);
        return err;
      };
      assert.match(
        await fail('--format', 'svg', '--show', 'authz-rbak'),
        /--show finds nothing that is named 'authz-rbak'; did you mean 'authz-rbac'\?/,
      );
      assert.match(
        await fail('--format', 'svg', '--collapse', 'offic'),
        /--collapse finds nothing that is named 'offic'; did you mean 'office'\?/,
      );
      assert.match(await fail('--format', 'svg', '--boxes', '1'), /--boxes takes a number from 2 on, not '1'/);
      assert.match(await fail('--readers', 'f'), /--readers is for --format svg/);
    });
  });

  it('loads the layout library for a picture only', async () => {
    await inFolder({ 'a.meter': small }, async (folder) => {
      // Node tells which CommonJS modules it loads.
      const watch = { NODE_DEBUG: 'module' };
      const isLoaded = async (...args: readonly string[]) => (await meterlintProcess(args, folder, watch)).err.includes('elk.cjs');
      assert.equal(await isLoaded('graph', 'a.meter'), false);
      assert.equal(await isLoaded('check', 'a.meter'), false);
      assert.equal(await isLoaded('graph', '--format', 'svg', 'a.meter'), true);
    });
  });

  it('lets no name act as anything but a name', async () => {
    const hostile = 'x\\" ]; evil [label=\\"y\\\\G<script>`#quot;%%{init}%%|"'.slice(0, -1);
    const design = `design d { profile x1332-core }\nzone end "${hostile}" is back-office\ncomponent a-b "${hostile}" is operator in end\ncomponent graph "${hostile}" is head-end\nlink l "${hostile}": a-b -> graph\n`;
    await inFolder({ 'a.meter': design }, async (folder) => {
      const dot = await meterlint(['graph', ...day], folder);
      assert.equal(dot.code, 0, dot.err);
      assert.match(dot.out, /^ {4}"a-b" \[label="x\\" \]; evil \[label=\\"y\\\\G<script>`#quot;%%\{init\}%%\|/m);
      if (hasDot) assert.equal(drawn(dot.out), '');
      const { out } = await meterlint(['graph', '--format', 'mermaid', ...day], folder);
      assert.match(
        out,
        /^ {2}subgraph z_end\["x#34; #93;#59; evil #91;label#61;#34;y#92;G#60;script#62;#96;#35;quot#59;#37;#37;#123;init#125;#37;#37;#124;/m,
      );
      assert.match(out, /^ {4}c_a_2d_b\["/m);
      assert.doesNotMatch(out, /<script|%%|`/);
      for (const line of out.split('\n')) assert.ok((line.match(/"/g) ?? []).length % 2 === 0, line);
    });
  });

  it('draws every reference design so that Graphviz takes it, the same each time', async function () {
    const folder = path.join(root, 'examples/reference');
    for (const name of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())) {
      const file = path.join(folder, name.name, 'good.meter');
      const first = await meterlint(['graph', '--flows', file, ...day], root);
      assert.equal(first.code, 0, first.err);
      assert.equal((await meterlint(['graph', '--flows', file, ...day], root)).out, first.out);
      if (hasDot) assert.equal(drawn(first.out), '');
    }
  });

  it('asks which design, where there are several, and knows the nearest', async () => {
    const other = small.replaceAll('design d', 'design other').replaceAll('profile one', 'profile two');
    await inFolder({ 'a.meter': small, 'b.meter': other, 'none/x.txt': '' }, async (folder) => {
      const several = await meterlint(['graph'], folder);
      assert.deepEqual([several.code, several.out], [2, '']);
      assert.match(several.err, /there are several designs; name one with --design: d, other/);
      assert.match((await meterlint(['graph', '--design', 'other'], folder)).out, /^digraph "other"/);
      assert.match((await meterlint(['graph', '--design', 'othr'], folder)).err, /there is no design 'othr'; did you mean 'other'\?/);
      assert.equal((await meterlint(['graph', 'none'], folder)).code, 2);
      assert.equal((await meterlint(['graph', 'a.meter', '--output', 'a.dot'], folder)).code, 0);
      assert.match(readFileSync(path.join(folder, 'a.dot'), 'utf8'), /^digraph "d"/);
    });
  });

  it('draws what can be read of a half-written design, zones within each other too, and says what cannot', async () => {
    const half =
      'design d { profile x1332-core }\nzone a is back-office in b\nzone b is back-office in a\ncomponent c is operator in nowhere\ncomponent e is operator in a\nlink l: c -> nobody\nflow f: c -> \n';
    await inFolder({ 'a.meter': half }, async (folder) => {
      const { code, out, err } = await meterlint(['graph', '--flows'], folder);
      assert.equal(code, 2);
      assert.match(out, /"c" \[label="c\\noperator/);
      assert.match(out, /subgraph "cluster_a"/);
      assert.doesNotMatch(out, /nobody/);
      assert.match(err, /a\.meter:\d+:\d+: an error hides a part/);
      if (hasDot) assert.equal(drawn(out), '');
    });
  });
});
