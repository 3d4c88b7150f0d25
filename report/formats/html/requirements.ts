import type { Assessment } from '../../../review/index.js';
import { handbookAddress } from '../../handbook.js';
import type { PageLine, PagePart, PageSection } from '../../page.js';
import { requirementPage } from '../../pages.js';
import { html, webLink, type Markup } from './markup.js';

/** The texts of all requirements that the design was reviewed against, each with what it needs and where it applies. */
export function requirementsMarkup(assessment: Assessment, anchorOf: (requirement: string) => string): Markup {
  const { catalogue } = assessment.architecture;
  const texts = assessment.requirements.flatMap((name) => {
    const requirement = catalogue.requirements.get(name);
    if (requirement === undefined) return [];
    const { intro, sections } = requirementPage(requirement, catalogue);
    const filled = sections.filter(({ lines, about }) => lines.length > 0 && about !== 'closing');
    return [
      html`<section class="requirement" id="${anchorOf(name)}">
        <h3>${requirement.title ?? name} <code>${webLink(handbookAddress(requirement), name)}</code></h3>
        <p class="note">${intro.join('. ')}.</p>
        <dl>
          ${filled.map(
            (section) =>
              // Shorter than in the handbook: it stands beside the text.
              html`<dt>${section.about === 'rules' ? 'Applies to' : section.title}</dt>
                <dd>${linesOf(section)}</dd>`,
          )}
        </dl>
      </section> `,
    ];
  });
  return html`${texts}`;
}

function linesOf({ about, lines }: PageSection): Markup {
  if (lines.length === 1 || about === 'references' || about === 'threats') return html`${lines.map(textOf).join('; ')}`;
  // What is indented belongs to the line before it.
  const items: { head: PageLine; inner: PageLine[] }[] = [];
  for (const line of lines) {
    if (line.indented && items.length > 0) items.at(-1)!.inner.push(line);
    else items.push({ head: line, inner: [] });
  }
  return html`<ul>
    ${items.map(
      ({ head, inner }) =>
        html`<li>
          ${textOf(head)}${
            inner.length === 0
              ? undefined
              : html`<ul>
                  ${inner.map((line) => html`<li>${textOf(line)}</li>`)}
                </ul>`
          }
        </li>`,
    )}
  </ul>`;
}

function textOf({ parts }: PageLine): string {
  return parts.map((part: PagePart) => (typeof part === 'string' ? part : part.text)).join('');
}
