import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceMap } from '../../language/source/index.js';
import { fixesFor, review, type Assessment } from '../../review/index.js';
import { createWorkspace, root, syntaxErrors } from '../support/workspace.js';

// Designs as a utility draws them, each with the answers that a reviewer of that sort of network would give. The fixtures of the
// requirements hold the smallest designs; these hold the ones in which a rule met something that it had not been made for.

const folder = path.join(root, 'test/review/topologies');
const files = readdirSync(folder).sort();

/** `// expect REQUIREMENT on ELEMENT: STATE`, with the severity where it is open. */
const expectation = /^\/\/ expect (?<pair>\S+ on \S+): (?<told>.+)$/;

function expectedIn(text: string): Record<string, string> {
  const told = text.split('\n').flatMap((line) => {
    const groups = expectation.exec(line)?.groups;
    return groups === undefined ? [] : [[groups['pair']!, groups['told']!] as const];
  });
  assert.equal(told.length, text.match(/^\/\/ expect/gm)?.length, 'a line that looks like an expectation is one');
  return Object.fromEntries(told);
}

/** `// first CONTROL on ELEMENT: MECHANISM`, or `planned` where nothing that the catalogue knows is made for it. */
const offer = /^\/\/ first (?<control>\S+) on (?<element>\S+): (?<mechanism>\S+)$/;

/** What the first fix for a control writes. */
function written(assessment: Assessment, sources: SourceMap, control: string, element: string): string | undefined {
  const fixes = assessment.findings.flatMap((finding) => fixesFor(finding, assessment, sources));
  return fixes.find(({ closes }) => closes?.what === control && closes.element === element)?.edits[0]?.newText;
}

describe('designs as utilities draw them', () => {
  for (const file of files) {
    it(`${file} is judged as its reviewer would`, async () => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const workspace = await createWorkspace({ [file]: text });
      assert.deepEqual(syntaxErrors(workspace), []);
      const [architecture] = workspace.shared.meter.Designs.all();
      const assessment = review(architecture!, '2026-11-24');
      const { results } = assessment;
      for (const line of text.split('\n').filter((one) => one.startsWith('// first'))) {
        const { control, element, mechanism } = offer.exec(line)!.groups!;
        const text = written(assessment, workspace.shared.meter.Designs.sources(), control!, element!);
        assert.ok(text !== undefined && new RegExp(`${mechanism!}(?![-.\\w])`).test(text), `${line}, and it is ${text}`);
      }
      const expected = expectedIn(text);
      const found = results.flatMap(({ requirement, element, state, severity }) => {
        const pair = `${requirement} on ${element}`;
        if (expected[pair] === undefined) return [];
        return [[pair, state === 'met' || state === 'not applicable' ? state : `${state} ${severity}`] as const];
      });
      assert.deepEqual(Object.fromEntries(found), expected);
    });
  }
});
