import type { Timeline } from '../../history/timeline.js';
import { pageAround } from '../formats/html/frame.js';
import { html } from '../formats/html/markup.js';
import { timelineMarkup } from '../formats/html/timeline.js';
import { timelineMd } from '../formats/markdown/timeline.js';
import { fitted } from '../formats/xlsx/sheet.js';
import { spansSheet, stepsSheet } from '../formats/xlsx/timeline.js';
import { workbookBytes } from '../formats/xlsx/workbook.js';
import { timelineCsv } from './csv.js';
import { timelineJson } from './json.js';
import { timelineText } from './text.js';
import { timelineTitle } from './words.js';

/** The ways to tell a timeline, by the word that asks for each. */
export const timelineForms = {
  text: timelineText,
  json: timelineJson,
  csv: timelineCsv,
  html: timelineHtml,
  markdown: (timelines) => `${timelines.map(timelineMd).join('\n\n')}\n`,
  xlsx: (timelines) => workbookBytes([spansSheet(timelines), stepsSheet(timelines)].map(fitted)),
} satisfies Readonly<Record<string, (timelines: readonly Timeline[], version: string) => string | Uint8Array>>;

function timelineHtml(timelines: readonly Timeline[], version: string): string {
  const designs = timelines.map(
    (told) =>
      html`<section>
        <header class="lead">
          <p class="kicker">From phase to phase, as of ${told.date}</p>
          <h1>${timelineTitle(told)}</h1>
        </header>
        ${timelineMarkup(told)}
      </section> `,
  );
  return pageAround('From phase to phase', html`${designs}`, version);
}
