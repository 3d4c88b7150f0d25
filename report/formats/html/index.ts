import type { Reviewed } from '../../problem.js';
import { withComparison, type ReportContext, type ReportFormat } from '../format.js';
import { fullEdition } from './full.js';
import { html } from './markup.js';
import { problemsMarkup } from './problems.js';
import { shortEdition } from './short.js';
import { style } from './style.js';

export const htmlReport: ReportFormat = {
  id: 'html',
  label: 'HTML',
  description: 'one page to read, send and print: a management summary, findings and decisions; in full with all annexes, or short',
  extension: 'html',
  showsPictures: true,
  hasEditions: true,
  write: toHtml,
};

// Nothing is fetched and nothing runs, whatever a text of the design holds.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

function toHtml(reviewed: Reviewed, given: ReportContext): string {
  const { assessments, problems } = reviewed;
  const context = withComparison(reviewed, given);
  const [first] = assessments;
  const title =
    assessments.length === 1
      ? `Security review: ${first!.architecture.design.title ?? first!.architecture.design.name}`
      : 'Security review';
  const body = context.edition === 'short' ? shortEdition(reviewed, context) : fullEdition(reviewed, context);
  const page = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <main>
          ${
            assessments.length === 0
              ? html`<h1>Security review</h1>
                  <p>No design was found.</p>`
              : body
          }
          ${problemsMarkup(problems, context)}
        </main>
        <footer>
          <p class="note">
            Reviewed with Meterlint ${context.version}. The review sees what the design says; a review without findings does not show that a
            system is secure, or that it conforms to a standard.
          </p>
        </footer>
      </body>
    </html> `;
  return page.markup;
}
