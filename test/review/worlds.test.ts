import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceMap } from '../../language/source/index.js';
import { fixesFor, review, type Assessment, type Fix } from '../../review/index.js';
import { createWorkspace, root, syntaxErrors } from '../support/workspace.js';

// What is offered for a gap comes from the world in which the gap stands. Each design is one such world, with the answers that people who
// build there would give: `// first CONTROL on ELEMENT: MECHANISM` (or `planned`, where nothing fits), and `// never CONTROL on ELEMENT: ...`.

const folder = path.join(root, 'test/review/worlds');
const line = /^\/\/ (?<word>first|never) (?<control>\S+) on (?<element>\S+): (?<mechanisms>.+)$/;

/** The fixes that write something for a control, in the order in which they are offered. */
function offers(assessment: Assessment, sources: SourceMap, control: string, element: string): Fix[] {
  const fixes = assessment.findings.flatMap((finding) => fixesFor(finding, assessment, sources));
  return fixes.filter(({ closes }) => closes?.what === control && closes.element === element);
}

const writes = ({ edits }: Fix, mechanism: string) => new RegExp(`(?<![-.\\w])${mechanism}(?![-.\\w])`).test(edits[0]!.newText);

describe('fixes from the world that a gap stands in', () => {
  let told = 0;
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    it(`${file}: ${text.split('\n', 1)[0]!.slice(3)}`, async () => {
      const workspace = await createWorkspace({ [file]: text });
      assert.deepEqual(syntaxErrors(workspace), []);
      const assessment = review(workspace.shared.meter.Designs.all()[0]!, '2026-11-24');
      const wrong: string[] = [];
      for (const one of text.split('\n').filter((each) => /^\/\/ (first|never) /.test(each))) {
        const { word, control, element, mechanisms } = line.exec(one)!.groups!;
        const offered = offers(assessment, workspace.shared.meter.Designs.sources(), control!, element!);
        if (offered.length === 0) wrong.push(`${one}: nothing is open there`);
        else if (word === 'first' && !writes(offered[0]!, mechanisms!))
          wrong.push(`${one}: it is '${offered[0]!.edits[0]!.newText.trim()}'`);
        const named = word === 'never' ? mechanisms!.split(', ').filter((name) => offered.some((fix) => writes(fix, name))) : [];
        if (named.length > 0) wrong.push(`${one}: ${named.join(', ')} is offered`);
        told++;
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('are told of some dozens of gaps', () => {
    assert.ok(told > 50, `${told}`);
  });
});
