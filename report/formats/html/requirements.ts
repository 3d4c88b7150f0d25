import type { Assessment } from '../../../review/index.js';
import { handbookAddress } from '../../handbook.js';
import type { Line, Part } from '../../page.js';
import { requirementPage } from '../../pages.js';
import { html, webLink, type Markup } from './markup.js';

/** The texts of all requirements that the design was reviewed against, each with what it needs and where it applies. */
export function requirementsOf(assessment: Assessment, anchorOf: (requirement: string) => string): Markup {
  const { catalogue } = assessment.architecture;
  const texts = assessment.requirements.flatMap((name) => {
    const requirement = catalogue.requirements.get(name);
    if (requirement === undefined) return [];
    const { intro, sections } = requirementPage(requirement, catalogue);
    const filled = sections.filter(({ lines, title }) => lines.length > 0 && title !== 'What closes it');
    return [
      html`<section class="requirement" id="${anchorOf(name)}">
        <h3>${requirement.title ?? name} <code>${webLink(handbookAddress(requirement), name)}</code></h3>
        <p class="note">${intro.join('. ')}.</p>
        <dl>
          ${filled.map(
            ({ title, lines }) =>
              html`<dt>${labels[title] ?? title}</dt>
                <dd>${linesOf(title, lines)}</dd>`,
          )}
        </dl>
      </section> `,
    ];
  });
  return html`${texts}`;
}

/** Shorter than in the handbook: they stand beside the text. */
const labels: Readonly<Record<string, string>> = { 'Where it applies, and what it needs': 'Applies to' };

function linesOf(title: string, lines: readonly Line[]): Markup {
  if (lines.length === 1 || title === 'References' || title === 'Threats') return html`${lines.map(textOf).join('; ')}`;
  // What is indented belongs to the line before it.
  const items: { head: Line; inner: Line[] }[] = [];
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

function textOf({ parts }: Line): string {
  return parts.map((part: Part) => (typeof part === 'string' ? part : part.text)).join('');
}
