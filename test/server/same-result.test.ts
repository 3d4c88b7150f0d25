import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';
import { TestClient } from '../support/client.js';
import { root } from '../support/workspace.js';

interface Report {
  readonly findings: readonly {
    readonly requirement: string;
    readonly state: string;
    readonly severity: string;
    readonly message: string;
    readonly detail: string;
    readonly location: {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  }[];
}

const ofSeverity: Readonly<Record<string, number>> = { critical: 1, high: 1, medium: 2, low: 3, info: 3 };
const ofState: Readonly<Record<string, number>> = { planned: 4, unknown: 4 };

describe('editor and command line', () => {
  const today = new Date().toISOString().slice(0, 10);

  it('show the same findings at the same places in the same words, on all examples', async () => {
    await inFolder({}, async (folder) => {
      cpSync(path.join(root, 'examples'), folder, { recursive: true });
      const { out } = await meterlint(['check', '.', '--format', 'json', '--date', today], folder);
      const { findings } = JSON.parse(out) as Report;
      assert.ok(findings.length > 50);
      const told = findings.map(({ requirement, state, severity, message, detail, location }) => {
        const { file, line, column, endLine, endColumn } = location;
        return `${file}:${line}:${column}-${endLine}:${endColumn} ${ofState[state] ?? ofSeverity[severity]} ${requirement} ${message}. ${detail}`;
      });

      const client = new TestClient(folder);
      try {
        await client.start();
        const { designs } = await client.request<{ designs: { findings: number }[] }>('meterlint/review');
        assert.equal(
          designs.reduce((sum, design) => sum + design.findings, 0),
          findings.filter(({ state }) => ofState[state] === undefined).length,
        );
        const shown: string[] = [];
        for (const file of readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.meter'))) {
          const diagnostics = await client.until(`diagnostics of ${file}`, client.uri(file), () => true);
          for (const { code, severity, message, range, data } of diagnostics) {
            if ((data as { finding?: string } | undefined)?.finding === undefined) continue;
            const { start, end } = range;
            const plain = message.replace(/\nIn designs? .*\.$/, '').replaceAll('\n', ' ');
            shown.push(
              `${file}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${severity} ${String(code)} ${plain}`,
            );
          }
        }
        // A finding on a fragment's element is told once in the editor, with the designs that it belongs to.
        assert.deepEqual([...new Set(shown)].sort(), [...new Set(told)].sort());
      } finally {
        await client.stop();
      }
    });
  });

  it('export the same SARIF, byte by byte, validation errors included', async () => {
    const broken = 'import "riverside.meter"\ncomponent lost is no-such-kind\nexclude key-hsm on nobody\n';
    await inFolder({ 'broken.meter': broken }, async (folder) => {
      cpSync(path.join(root, 'examples'), folder, { recursive: true });
      const { out } = await meterlint(['check', '.', '--format', 'sarif', '--date', today], folder);
      assert.match(out, /"id": "unknown-name"/);
      const client = new TestClient(folder);
      try {
        await client.start();
        assert.deepEqual(await client.request('meterlint/export', { format: 'sarif' }), { encoding: 'utf8', content: out });
        const core = await meterlint(['check', '.', '--format', 'sarif', '--date', today, '--profile', 'x1332-core'], folder);
        assert.notEqual(core.out, out);
        assert.deepEqual(await client.request('meterlint/export', { format: 'sarif', profile: 'x1332-core' }), {
          encoding: 'utf8',
          content: core.out,
        });
        // What the editor goes on with is as before.
        assert.deepEqual(await client.request('meterlint/export', { format: 'sarif' }), { encoding: 'utf8', content: out });
      } finally {
        await client.stop();
      }
    });
  });
});
