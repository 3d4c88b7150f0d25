import type { Assessment } from '../../review/index.js';
import { pageAround } from '../formats/html/frame.js';
import { html } from '../formats/html/markup.js';
import { threatMatrixMarkup } from '../formats/html/threats.js';
import { mdText } from '../formats/markdown/escape.js';
import { threatMatrixMd } from '../formats/markdown/threats.js';
import { fitted } from '../formats/xlsx/sheet.js';
import { requirementThreatsSheet, threatsSheet } from '../formats/xlsx/threats.js';
import { workbookBytes } from '../formats/xlsx/workbook.js';
import { capital, titleOf } from '../words.js';
import { cellsCsv, matrixJson } from './data.js';
import { matrixText } from './text.js';
import { matrixTitle, matrixWords, type MatrixSort } from './told.js';

type Form = (assessments: readonly Assessment[], by: MatrixSort, version: string) => string | Uint8Array;

/** The ways to tell a matrix, by the word that asks for each. */
export const matrixForms = {
  text: matrixText,
  json: matrixJson,
  csv: cellsCsv,
  html: matrixHtml,
  markdown: matrixMarkdown,
  xlsx: (assessments, by) => workbookBytes([fitted(by === 'threat' ? threatsSheet(assessments) : requirementThreatsSheet(assessments))]),
} satisfies Readonly<Record<string, Form>>;

function matrixHtml(assessments: readonly Assessment[], by: MatrixSort, version: string): string {
  const title = capital(matrixWords[by].title);
  const designs = assessments.map(
    (assessment) =>
      html`<section>
        <header class="lead">
          <p class="kicker">${title}, as of ${assessment.date}</p>
          <h1>${titleOf(assessment.architecture.design)}</h1>
        </header>
        ${threatMatrixMarkup(assessment, by)}
      </section> `,
  );
  return pageAround(title, html`${designs}`, version);
}

function matrixMarkdown(assessments: readonly Assessment[], by: MatrixSort): string {
  return assessments.map((one) => `# ${mdText(matrixTitle(by, one))}\n\n${threatMatrixMd(one, by)}\n`).join('\n');
}
