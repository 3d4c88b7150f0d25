import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Problem } from '../../report/problem.js';
import { exampleFiles, reviewFiles, smallDesign } from '../support/designs.js';
import { told } from '../support/reports.js';
import { nowhere } from '../support/sources.js';
import { root } from '../support/workspace.js';

function validator(name: string) {
  return new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(path.join(root, 'test/report/schemas', name), 'utf8')) as object);
}

describe('GitLab reports', () => {
  const sast = validator('gitlab-sast-15.json');
  const quality = validator('gitlab-code-quality.json');

  it('follow what GitLab asks for, on all examples and with no design at all', async () => {
    const { reviewed } = await reviewFiles(exampleFiles('riverside.meter', 'hardened.meter', 'zones.meter', 'house-rules.meter'));
    for (const input of [reviewed, { assessments: [], problems: [], sources: nowhere }]) {
      assert.ok(sast(JSON.parse(told('gitlab-sast', input))), JSON.stringify(sast.errors?.slice(0, 3)));
      assert.ok(quality(JSON.parse(told('gitlab-code-quality', input))), JSON.stringify(quality.errors?.slice(0, 3)));
    }
    assert.equal(told('gitlab-code-quality', { assessments: [], problems: [], sources: nowhere }), '[]\n');
  });

  it('tell each open finding once, with its severity and its place; decided ones are none', async () => {
    const { reviewed } = await reviewFiles(smallDesign, { catalogue: false });
    const entries = JSON.parse(told('gitlab-code-quality', reviewed)) as {
      check_name: string;
      severity: string;
      fingerprint: string;
      location: { path: string; lines: { begin: number } };
    }[];
    const lines = smallDesign['small.meter'].split('\n');
    assert.deepEqual(
      entries.map(({ check_name: name, severity, location }) => [name, severity, location.path, lines[location.lines.begin - 1]]),
      [
        ['wired', 'blocker', 'small.meter', 'flow f "Water": box -> hub -> end'],
        ['closed', 'critical', 'small.meter', 'component box "The box" is thing { uses tape }'],
        ['closed', 'critical', 'small.meter', 'component hub is thing'],
        ['closed', 'info', 'small.meter', 'component shed is thing { control shut planned for 2027-06-30 }'],
        ['cool', 'info', 'small.meter', 'component lamp1 is lamp'],
      ],
    );
    const report = JSON.parse(told('gitlab-sast', reviewed)) as {
      scan: { start_time: string };
      vulnerabilities: { name: string; severity: string; identifiers: { type: string; value: string }[]; solution?: string }[];
    };
    assert.equal(report.scan.start_time, '2026-11-24T00:00:00');
    const closed = ['closed', 'The Book, 1.2', 'The Book, 1.10 (not checked against the text)'];
    assert.deepEqual(
      report.vulnerabilities.map(({ name, severity, identifiers }) => [name, severity, ...identifiers.map(({ value }) => value)]),
      [
        ["What flows is covered: covered missing on flow 'f'", 'Critical', 'wired', 'The Book, 4', 'Another Book'],
        ["Every thing is closed: tape too weak for shut on thing 'box'", 'High', ...closed],
        ["Every thing is closed: shut missing on thing 'hub'", 'High', ...closed],
        ["Every thing is closed: shut only planned for 2027-06-30 on thing 'shed'", 'Info', ...closed],
        ["Lamps stay cool: lamp 'lamp1' cannot be judged without hot", 'Info', 'cool'],
      ],
    );
  });

  it('follow a finding over moved lines, and tell findings of one name apart', async () => {
    const ids = async (files: Record<string, string>) => {
      const { reviewed } = await reviewFiles(files, { catalogue: false });
      const report = JSON.parse(told('gitlab-sast', reviewed)) as { vulnerabilities: { id: string }[] };
      const entries = JSON.parse(told('gitlab-code-quality', reviewed)) as { fingerprint: string }[];
      return [...report.vulnerabilities.map(({ id }) => id), ...entries.map(({ fingerprint }) => fingerprint)];
    };
    const text = smallDesign['small.meter'];
    const before = await ids({ 'small.meter': text });
    assert.equal(new Set(before).size, 10);
    const moved = text.replace('design d', '\n\n// More lines.\r\ndesign d');
    assert.deepEqual(await ids({ 'small.meter': moved }), before);
    const twice = await ids({ 'small.meter': text, 'again.meter': text.slice(text.indexOf('design d')) });
    assert.equal(new Set(twice).size, 20);
  });
});

/** What could not be read, and what is only untidy. */
const mistakes: Problem[] = (['error', 'warning'] as const).map((severity) => ({
  code: 'syntax-error',
  severity,
  message: `Expected a <name> here (${severity}).`,
  range: { uri: 'file:///ws/small.meter', startLine: 6, startColumn: 2, endLine: 6, endColumn: 4, startOffset: 90, endOffset: 92 },
}));

describe('errors of writing', () => {
  it('are entries of the code quality report and a suite of the JUnit report, as what they hide is in no other', async () => {
    const { reviewed } = await reviewFiles(smallDesign, { catalogue: false });
    const broken = { ...reviewed, problems: mistakes };
    const entries = JSON.parse(told('gitlab-code-quality', broken)) as Record<string, unknown>[];
    assert.equal(entries.length, 6);
    const { fingerprint, ...first } = entries[0]!;
    assert.match(String(fingerprint), /^[0-9a-f]{64}$/);
    assert.deepEqual(first, {
      description: 'Expected a <name> here (error).',
      check_name: 'syntax-error',
      severity: 'critical',
      location: { path: 'small.meter', lines: { begin: 7 } },
    });
    const junit = told('junit', broken);
    assert.match(junit, /<testsuite name="validation errors" tests="1" failures="0" errors="1" skipped="0" time="0">/);
    assert.match(
      junit,
      /<testcase name="syntax-error at small\.meter:7:3" [^>]*><error type="syntax-error" message="Expected a &lt;name&gt;/,
    );
    assert.match(junit, /<\/error>/);
    assert.doesNotMatch(junit, /warning/);
    assert.match(told('gitlab-sast', broken), /1 error of writing: what they hide is not reviewed/);
  });
});

describe('JUnit', () => {
  it('has a case for each requirement on each element, and what is open alone fails', async () => {
    const { reviewed } = await reviewFiles(smallDesign, { catalogue: false });
    const cases = [...told('junit', reviewed).matchAll(/<testcase name="([^"]*)"[^>]*?(\/>|><(\w+))/g)].map(([, name, , outcome]) => [
      name,
      outcome,
    ]);
    assert.deepEqual(cases, [
      ['closed on component &#39;box&#39; (The box)', 'failure'],
      ['closed on component &#39;hub&#39;', 'failure'],
      ['closed on component &#39;shed&#39;', 'skipped'],
      ['closed on component &#39;end&#39;', undefined],
      ['closed on component &#39;old&#39;', 'skipped'],
      ['closed on component &#39;older&#39;', 'skipped'],
      ['wired on flow &#39;f&#39; (Water)', 'failure'],
      ['cool on component &#39;lamp1&#39;', 'skipped'],
    ]);
    assert.match(told('junit', reviewed), /<testsuite name="d" tests="8" failures="3" errors="0" skipped="4" time="0">/);
    const everything = told('junit', reviewed, { everything: true });
    assert.equal(everything.match(/<testcase /g)!.length, reviewed.assessments[0]!.results.length);
  });
});
