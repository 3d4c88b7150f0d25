import { leftOut, type Assessment } from '../../../review/index.js';
import { locate } from '../../locate.js';
import type { Problem, Reviewed } from '../../problem.js';
import { withComparison, type ComparedContext, type ReportContext, type ReportFormat } from '../format.js';
import { clausesMarkup } from './clauses.js';
import { controlsOf } from './controls.js';
import { decisionsOf } from './decisions.js';
import { findingsMarkup } from './findings.js';
import { html, type Markup } from './markup.js';
import { gridOf, reasonsOf } from './matrix.js';
import { questionsMarkup } from './questions.js';
import { requirementsMarkup } from './requirements.js';
import { style } from './style.js';
import { summaryMarkup } from './summary.js';
import { longTable } from './table.js';

export const htmlReport: ReportFormat = {
  id: 'html',
  label: 'HTML',
  description: 'one page to read, send and print, with the matrix, the decisions and every clause',
  extension: 'html',
  showsPictures: true,
  write: toHtml,
};

// Nothing is fetched and nothing runs, whatever a text of the design holds.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

function toHtml(reviewed: Reviewed, given: ReportContext): string {
  const { assessments, problems } = reviewed;
  const context = withComparison(reviewed, given);
  const designs = assessments.map((assessment, at) => designOf(assessment, at + 1, context));
  const [first] = assessments;
  const title =
    assessments.length === 1
      ? `Security review: ${first!.architecture.design.title ?? first!.architecture.design.name}`
      : 'Security review';
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
        ${
          assessments.length === 0
            ? html`<h1>Security review</h1>
                <p>No design was found.</p>`
            : undefined
        }
        ${designs} ${problemsOf(problems, context)}
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

function designOf(assessment: Assessment, number: number, context: ComparedContext): Markup {
  const { architecture, date, profiles } = assessment;
  const { design, catalogue, files } = architecture;
  const anchors = new Map(assessment.requirements.map((name, at) => [name, `d${number}-requirement-${at + 1}`]));
  const anchorOf = (requirement: string) => anchors.get(requirement) ?? `d${number}`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [design.implicit ? 'Fragment' : 'Design', design.name],
    ['Version', design.version],
    ['Owner', design.owner],
    ['Reviewed as of', date],
    ['Against', profiles.map((name) => `${catalogue.profiles.get(name)?.title ?? name} (${name})`).join(', ')],
    [
      'Left out',
      leftOut(profiles, catalogue)
        .map(({ requirement, profile, because }) => `${requirement} by ${profile}: ${because}`)
        .join('; '),
    ],
    ['Read from', files.map(context.toPath).join(', ')],
  ];
  const chapters: readonly (readonly [string, string, string, Markup])[] = [
    ...pictureOf(assessment, context),
    ['summary', 'Summary', '', summaryMarkup(assessment, context)],
    ['findings', 'Findings', 'newpage', findingsMarkup(assessment, context, anchorOf)],
    ['questions', 'Questions', '', questionsMarkup(assessment)],
    ['decisions', 'Decisions', '', decisionsOf(assessment, context)],
    ['controls', 'Stated controls', '', controlsOf(assessment, context)],
    ['matrix', 'Traceability matrix', 'newpage', gridOf(assessment)],
    ['reasons', 'Reasons', 'newpage', reasonsOf(assessment)],
    ['clauses', 'Clauses of standards', 'newpage', clausesMarkup(assessment)],
    ['requirements', 'Requirements', 'newpage', requirementsMarkup(assessment, anchorOf)],
  ];
  return html`<article id="d${number}" ${{ markup: number > 1 ? ' class="newpage"' : '' }}>
    <header class="lead">
      <p class="kicker">Security review</p>
      <h1>${design.title ?? design.name}</h1>
      ${design.documentation === undefined ? undefined : html`<p>${design.documentation}</p>`}
      <dl class="facts">
        ${facts.map(([name, value]) =>
          value
            ? html`<dt>${name}</dt>
                <dd>${value}</dd>`
            : html``,
        )}
      </dl>
    </header>
    <nav aria-label="Contents">
      <ol>
        ${chapters.map(([id, title]) => html`<li><a href="#d${number}-${id}">${title}</a></li>`)}
      </ol>
    </nav>
    ${chapters.map(
      ([id, title, kind, content]) =>
        html`<section class="${kind}" id="d${number}-${id}">
          <h2>${title}</h2>
          ${content}
        </section> `,
    )}
  </article> `;
}

/** What was reviewed, before what was found: nothing where no picture was drawn. */
function pictureOf(assessment: Assessment, { pictures }: ReportContext): (readonly [string, string, string, Markup])[] {
  const svg = pictures?.get(assessment);
  if (svg === undefined) return [];
  const figure = html`<figure class="picture">
    ${{ markup: svg }}
    <figcaption class="note">Zones, components and links, with what was found on each; zones of a large design stand closed.</figcaption>
  </figure>`;
  return [['architecture', 'Architecture', '', figure]];
}

function problemsOf(problems: readonly Problem[], { toPath }: ReportContext): Markup | undefined {
  const told = problems.filter(({ severity }) => severity !== 'hint');
  if (told.length === 0) return undefined;
  const table = longTable({
    caption: 'What errors hide is not reviewed.',
    columns: [{ title: 'Sort' }, { title: 'Code' }, { title: 'What is wrong' }, { title: 'Place', class: 'where' }],
    rows: told,
    rowOf: ({ code, severity, message, range }) => {
      const { file, line } = locate(range, toPath);
      return html`<tr>
        <th scope="row">${severity}</th>
        <td><code>${code}</code></td>
        <td>${message}</td>
        <td class="place">${file}:${line}</td>
      </tr> `;
    },
    most: 500,
    what: 'mistakes',
  });
  return html`<section>
    <h2>Validation errors</h2>
    ${table}
  </section>`;
}
