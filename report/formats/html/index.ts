import type { Reviewed } from '../../problem.js';
import { withComparison, type ReportContext, type ReportFormat } from '../format.js';
import { pageAround } from './frame.js';
import { fullEdition } from './full.js';
import { html } from './markup.js';
import { problemsMarkup } from './problems.js';
import { shortEdition } from './short.js';

export const htmlReport: ReportFormat = {
  id: 'html',
  label: 'HTML',
  description: 'one page to read, send and print: a management summary, findings and decisions; in full with all annexes, or short',
  extension: 'html',
  showsPictures: true,
  hasEditions: true,
  tellsTimelines: true,
  write: toHtml,
};

function toHtml(reviewed: Reviewed, given: ReportContext): string {
  const { assessments, problems } = reviewed;
  const context = withComparison(reviewed, given);
  const [first] = assessments;
  const title =
    assessments.length === 1
      ? `Security review: ${first!.architecture.design.title ?? first!.architecture.design.name}`
      : 'Security review';
  const body = context.edition === 'short' ? shortEdition(reviewed, context) : fullEdition(reviewed, context);
  const told =
    assessments.length === 0
      ? html`<h1>Security review</h1>
          <p>No design was found.</p>`
      : body;
  return pageAround(title, html`${told} ${problemsMarkup(problems, context)}`, context.version);
}
