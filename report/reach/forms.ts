import type { Assessment } from '../../review/index.js';
import { pageAround } from '../formats/html/frame.js';
import { html } from '../formats/html/markup.js';
import { reachMarkup } from '../formats/html/reach.js';
import { mdText } from '../formats/markdown/escape.js';
import { reachInFull } from '../formats/markdown/reach.js';
import { attacksSheet, reachSheet, waysSheet } from '../formats/xlsx/reach.js';
import { fitted } from '../formats/xlsx/sheet.js';
import { workbookBytes } from '../formats/xlsx/workbook.js';
import { reachCsv } from './csv.js';
import { reachJson } from './json.js';
import { reachText } from './text.js';

/** The ways to tell how far an attacker gets, by the word that asks for each. */
export const reachForms = {
  text: reachText,
  json: reachJson,
  csv: reachCsv,
  html: reachHtml,
  markdown: reachMarkdown,
  xlsx: (assessments: readonly Assessment[]) =>
    workbookBytes([reachSheet(assessments), waysSheet(assessments), attacksSheet(assessments)].map(fitted)),
} satisfies Readonly<Record<string, (assessments: readonly Assessment[], version: string) => string | Uint8Array>>;

function reachHtml(assessments: readonly Assessment[], version: string): string {
  const designs = assessments.map(
    (assessment) =>
      html`<section>
        <header class="lead">
          <p class="kicker">How far an attacker gets, as of ${assessment.date}</p>
          <h1>${titleOf(assessment)}</h1>
        </header>
        ${reachMarkup(assessment) ?? html`<p>No harm of the catalogue is counted.</p>`}
      </section> `,
  );
  return pageAround('How far an attacker gets', html`${designs}`, version);
}

function reachMarkdown(assessments: readonly Assessment[]): string {
  const designs = assessments.map(
    (one) => `# ${mdText(titleOf(one))}: how far an attacker gets, as of ${one.date}\n\n${reachInFull(one)}\n`,
  );
  return designs.join('\n');
}

function titleOf({ architecture: { design } }: Assessment): string {
  return design.title ?? design.name;
}
