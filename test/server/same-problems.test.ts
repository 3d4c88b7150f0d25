import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { inFolder, meterlint } from '../support/cli.js';
import { DiskEditor, today } from './sessions/editor.js';

const design = [
  'define control idle "Idle" on component',
  'design one { profile x1332 }',
  'zone street is neighbourhood-network',
  'component box is smart-meter in street { control secure-boot evidence "A" control idle }',
  'accept gov-baseline on one until 2027-06-01 because "The board decided."',
  'accept key-unique on box until 2026-01-01 because "It was so."',
].join('\n');

interface Problem {
  readonly code: string;
  readonly location: { readonly line: number };
}

function problemsOf(report: string): string[] {
  const { problems } = JSON.parse(report) as { problems: readonly Problem[] };
  return problems.map(({ code, location: { line } }) => `${code} ${line}`);
}

/** The errors of the report that the editor writes, what it marks of decisions, and the errors that the command line tells. */
async function told(
  project: object | undefined,
  settings: object | undefined,
  options: readonly string[],
): Promise<Record<'report' | 'marked' | 'commandLine', readonly string[]>> {
  const files = { 'one.meter': design, ...(project === undefined ? {} : { 'meterlint.json': JSON.stringify(project) }) };
  return inFolder(files, async (folder) => {
    const editor = await DiskEditor.on([realpathSync(folder)]);
    try {
      const { out } = await meterlint(['check', '.', '--format', 'json', '--date', today, ...options], folder);
      const commandLine = problemsOf(out);
      if (settings !== undefined) await editor.sets(settings);
      // What a setting changes is reviewed again once the server has read the settings.
      let now = await editor.told();
      for (let turn = 0; turn < 500 && settings !== undefined && problemsOf(now.report).join() !== commandLine.join(); turn++) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        now = await editor.told();
      }
      const { report, diagnostics } = now;
      const marked = Object.values(diagnostics).flat();
      return {
        report: problemsOf(report),
        marked: marked.flatMap(({ code, range }) =>
          String(code).startsWith('decision-') ? [`${String(code)} ${range.start.line + 1}`] : [],
        ),
        commandLine,
      };
    } finally {
      editor.stop();
    }
  });
}

describe('editor and command line tell the same errors', () => {
  it('of a project that says nothing', async () => {
    const { report, marked, commandLine } = await told(undefined, undefined, []);
    assert.deepEqual(report, commandLine);
    assert.ok(report.includes('decision-past 6'), report.join());
    assert.deepEqual(
      marked,
      report.filter((one) => one.startsWith('decision-')),
    );
  });

  it('of one that asks for what no review depends on', async () => {
    const { report, commandLine } = await told({ redundant: true }, undefined, []);
    assert.deepEqual(report, commandLine);
    assert.deepEqual(
      report.filter((one) => one.startsWith('unread-statement')),
      ['unread-statement 4'],
    );
  });

  it('where another profile is chosen: of decisions it is not said that they have no effect', async () => {
    const { report, marked, commandLine } = await told(undefined, { profile: 'x1332-core' }, ['--profile', 'x1332-core']);
    assert.deepEqual(report, commandLine);
    assert.deepEqual(marked, []);
    assert.ok(!report.some((one) => one.startsWith('decision-')), report.join());
  });
});
