import assert from 'node:assert/strict';
import { findingMarkdown } from '../../report/finding-markdown.js';
import { review } from '../../review/index.js';
import { reportContext } from '../support/reports.js';
import { createWorkspace } from '../support/workspace.js';

async function markdownsOf(text: string): Promise<string[]> {
  const workspace = await createWorkspace({ 'a.meter': text });
  const [architecture] = workspace.shared.meter.Designs.all();
  const assessment = review(architecture!, '2026-11-24');
  const placing = { toPath: reportContext.toPath, sources: workspace.shared.meter.Designs.sources() };
  return assessment.findings.map((finding) => findingMarkdown(finding, assessment, placing));
}

describe('a finding as Markdown', () => {
  it('says what, where, why and what to do', async () => {
    const [told] = await markdownsOf(
      [
        'define standard house "House rules"',
        'define requirement sealed "Relays are sealed" {',
        '    category integrity severity high applies to component where is relay needs tamper-detection',
        '    see house "4.2" because "A street cabinet is no safe." guidance "Fit a tamper switch."',
        '}',
        'define profile mine { includes sealed }',
        'design d { profile mine }',
        'component box "The box" is relay',
      ].join('\n'),
    );
    assert.equal(
      told,
      [
        "**▲ high, missing:** Relays are sealed: tamper detection missing on relay 'box'",
        '',
        'A street cabinet is no safe. To do: Fit a tamper switch.',
        '',
        '- Requirement: `sealed`',
        '- Design: d',
        "- Element: component 'box' \\(The box\\)",
        '- Place: `a.meter:8`',
        '- To do: Fit a tamper switch.',
        '- References: House rules, 4.2',
        '',
      ].join('\n'),
    );
  });

  it('links the page of a requirement of the catalogue', async () => {
    const told = await markdownsOf('design d\ncomponent hes is head-end');
    assert.ok(told.some((one) => /Requirement: \[`gov-system`\]\(https:\/\/.*\/gov-system\.md\)/.test(one)));
  });

  it('takes texts of the design for text', async () => {
    const title = '[click](command:x) <img src=x> @team `a` **b**';
    const [told] = await markdownsOf(
      `define requirement own { severity low applies to component needs tamper-detection }\ndefine profile mine { includes own }\ndesign d { profile mine }\ncomponent box "${title}" is relay`,
    );
    assert.ok(told!.includes('\\[click\\]\\(command:x\\) &lt;img src=x&gt; \\@team \\`a\\` \\*\\*b\\*\\*'), told);
  });
});
