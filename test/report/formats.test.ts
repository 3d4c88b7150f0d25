import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { pathsBelow } from '../../report/locate.js';
import type { Reviewed } from '../../report/problem.js';
import { toText } from '../../report/text.js';
import { review } from '../../review/index.js';
import { told } from '../support/reports.js';
import { createWorkspace, root } from '../support/workspace.js';

const toPath = pathsBelow('file:///ws');

async function reviewed(files: Readonly<Record<string, string>>, date = '2026-11-24'): Promise<Reviewed> {
  const workspace = await createWorkspace(files);
  const { Designs } = workspace.shared.meter;
  return { assessments: Designs.all().map((architecture) => review(architecture, date)), problems: [], sources: Designs.sources() };
}

function example(file: string): Record<string, string> {
  return { [file]: readFileSync(path.join(root, 'examples', file), 'utf8') };
}

const all = { ...example('riverside.meter'), ...example('hardened.meter'), ...example('zones.meter'), ...example('house-rules.meter') };

/** A design whose texts try to break out of every format. */
function hostile(title: string): Record<string, string> {
  const quoted = title.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return {
    'a.meter': [
      `define requirement own "${quoted}" { severity high applies to component where is device needs secure-boot because "${quoted}" guidance "${quoted}" }`,
      'define profile mine { includes own }',
      'design d { profile mine }',
      `component a "${quoted}" is relay`,
      'component b is relay { control secure-boot }',
      'link l: a -> b',
      'flow f: a -> b',
      `accept own on b because "${quoted}"`,
    ].join('\n'),
  };
}

describe('reports', () => {
  const titles = {
    formula: '=cmd|"/c calc"!A1',
    plus: '+1+1',
    minus: '-1+1',
    at: '@SUM(A1)',
    'tab before a formula': '\t=1+1',
    'line break before a formula': '\n=1+1',
    html: '<img src=x onerror=alert(1)>&amp;',
    markdown: '[click](command:workbench.action.quit) ![x](http://example.org/x.png) `` ` ``',
    long: 'x'.repeat(100_000),
    'emoji and right-to-left': '👩‍🔧 \u202Egnirts',
  };
  /** A text is on one line and turns no direction of writing, from where it enters. */
  const cleaned: Readonly<Record<string, string>> = {
    'tab before a formula': ' =1+1',
    'line break before a formula': ' =1+1',
    'emoji and right-to-left': '👩‍🔧 gnirts',
  };
  for (const [name, title] of Object.entries(titles)) {
    it(`keep their form whatever a title holds: ${name}`, async () => {
      const input = await reviewed(hostile(title));
      assert.equal(input.assessments[0]!.findings.length, 1);
      const rows = told('csv', input);
      for (const cell of rows.split(/(?:^|,|\r\n)/)) assert.doesNotMatch(cell, /^"?[=+\-@\t]/);
      const json = JSON.parse(told('json', input)) as { findings: { title: string }[] };
      assert.equal(json.findings[0]!.title, name in cleaned ? cleaned[name] : title);
      const sarif = JSON.parse(told('sarif', input)) as Log;
      assert.equal(sarif.runs[0]!.results!.length, 1);
      assert.ok(toText(input, { toPath, linesOf: () => undefined, paint: (text) => text, verbose: true }).includes('own'));
    });
  }

  it('JSON follows its schema on all examples', async () => {
    const schema = JSON.parse(readFileSync(path.join(root, 'docs/findings.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
    const report = JSON.parse(told('json', await reviewed(all))) as { findings: unknown[]; decided: unknown[]; designs: unknown[] };
    assert.equal(validate(report), true, JSON.stringify(validate.errors?.slice(0, 5)));
    assert.ok(report.findings.length > 50 && report.decided.length === 2);
    assert.equal(validate({ ...report, more: 1 }), false, 'the schema is exact');
    assert.equal(validate({ ...report, findings: [{ ...(report.findings[0] as object), severity: 'awful' }] }), false);
  });

  it('SARIF names rules, places, fingerprints and suppressions with their reasons', async () => {
    const { runs } = JSON.parse(told('sarif', await reviewed(all))) as Log;
    const [run] = runs;
    const rules = run!.tool.driver.rules!;
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    const results = run!.results!;
    for (const result of results) {
      assert.equal(rules[result.ruleIndex!]!.id, result.ruleId);
      const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
      assert.match(artifactLocation!.uri!, /^[\w.-]+\.meter$/);
      assert.ok(region!.startLine! >= 1 && region!.endColumn! > region!.startColumn!);
      assert.ok(result.message.text!.length > 0);
    }
    const prints = results.map(({ partialFingerprints }) => partialFingerprints!['elementPath/v1']);
    assert.equal(new Set(prints).size, results.length);
    const suppressed = results.filter(({ suppressions }) => suppressions!.length > 0);
    assert.deepEqual(suppressed.map(({ ruleId }) => ruleId).sort(), ['comm-link-layer', 'priv-home-display']);
    assert.match(
      suppressed.find(({ ruleId }) => ruleId === 'comm-link-layer')!.suppressions![0]!.justification!,
      /until 2027-06-30: Concentrators are replaced in Q2 2027 \(CISO\)/,
    );
  });

  it('CSV has a row for each finding, under its columns', async () => {
    const input = await reviewed(all);
    const rows = told('csv', input).trim().split('\r\n');
    const findings = input.assessments.reduce((sum, { findings: own }) => sum + own.length, 0);
    assert.equal(rows.length, findings + 1);
    assert.match(
      rows[0]!,
      /^design,requirement,title,severity,state,element,elementKind,file,line,column,message,detail,devices,missing,harms,references,evidence,design owner$/,
    );
  });

  it('marks stand under the place, whatever stands before it', async () => {
    const text =
      'design d\nzone z is head-end-dmz\n/* 電表 👩‍🔧 */\tcomponent hes is head-end in z\nlink l: hes -> hes2\ncomponent hes2 is relay\nflow f: hes -> hes2\n';
    const input = await reviewed({ 'a.meter': text });
    const told = toText(input, { toPath, linesOf: () => text.split('\n'), paint: (one) => one, verbose: true });
    const all = told.split('\n');
    const lines = all.slice(all.findIndex((one) => one.includes(' key-hsm ')));
    const [line, marks] = lines.slice(lines.findIndex((one) => /^ +3 \| /.test(one)));
    assert.match(lines[0]!, /^a\.meter:3:\d+ /);
    assert.match(marks!, /\t *\^{3}$/);
    assert.match(line!, /component hes is/);
  });
});
