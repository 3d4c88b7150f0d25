import type { Catalogue, Requirement } from '../../../language/model/index.js';
import type { Assessment } from '../../../review/index.js';
import { handbookAddress } from '../../handbook.js';
import type { PageLine, PagePart, PageSection } from '../../page.js';
import { requirementPage } from '../../pages.js';
import type { AnchorOf } from './findings.js';
import { html, webLink, type Markup } from './markup.js';
import { referencesWords, unverifiedNote } from '../../references.js';

interface Known {
  readonly requirement: Requirement;
  readonly catalogue: Catalogue;
}

/**
 * The texts of the requirements that ask something of an element, each with what it needs and where it applies; of the others, which
 * explain no state of this report, the names.
 */
export function requirementsMarkup(assessments: readonly Assessment[], anchorOf: AnchorOf): Markup {
  const asked = new Map<Requirement, Known>();
  const others = new Map<Requirement, Known>();
  for (const { architecture, requirements, results } of assessments) {
    const { catalogue } = architecture;
    const applied = new Set(results.filter(({ state }) => state !== 'not applicable').map(({ requirement }) => requirement));
    for (const name of requirements) {
      const requirement = catalogue.requirements.get(name);
      if (requirement !== undefined) (applied.has(name) ? asked : others).set(requirement, { requirement, catalogue });
    }
  }
  const idle = [...others.values()].filter(({ requirement }) => !asked.has(requirement));
  const rest = html`<h3>Not asked of anything</h3>
    <ul class="idle">
      ${idle.map(({ requirement }) => html`<li id="${anchorOf(requirement) ?? ''}">${requirement.title ?? requirement.name} ${nameOf(requirement)}</li>`)}
    </ul>`;
  return html`<p class="note">The text of each requirement that asks something of an element. ${unverifiedNote}</p>
    ${[...asked.values()].map((one) => textOf(one, anchorOf))} ${conditionsOf([...asked.values()])}${idle.length === 0 ? undefined : rest}`;
}

function nameOf(requirement: Requirement): Markup {
  return html`<code>${webLink(handbookAddress(requirement), requirement.name)}</code>`;
}

/** What the names of conditions stand for, each once: many requirements ask for the same. */
function conditionsOf(asked: readonly Known[]): Markup | undefined {
  const lines = asked.flatMap(({ requirement, catalogue }) =>
    requirementPage(requirement, catalogue)
      .sections.filter(({ about }) => about === 'conditions')
      .flatMap((section) => section.lines.map(wordsOf)),
  );
  if (lines.length === 0) return undefined;
  return html`<h3>Conditions by their names</h3>
    <ul class="idle">
      ${[...new Set(lines)].sort().map((line) => html`<li>${line}</li>`)}
    </ul>`;
}

const elsewhere = ['closing', 'references', 'conditions'];

function textOf({ requirement, catalogue }: Known, anchorOf: AnchorOf): Markup {
  const { intro, sections } = requirementPage(requirement, catalogue);
  const filled = sections.filter(({ lines, about }) => lines.length > 0 && !elsewhere.includes(about ?? ''));
  const see = referencesWords(requirement.see, catalogue);
  const entries = [
    // Shorter than in the handbook: it stands beside the text.
    ...filled.map((section) => [section.about === 'rules' ? 'Applies to' : section.title, linesOf(section)] as const),
    ...(see === '' ? [] : [['References', html`${see}`] as const]),
  ];
  return html`<section class="requirement" id="${anchorOf(requirement) ?? ''}">
    <h3>${requirement.title ?? requirement.name} ${nameOf(requirement)}</h3>
    <p class="note">${intro.join('. ')}.</p>
    <dl>
      ${entries.map(
        ([title, content]) =>
          html`<dt>${title}</dt>
            <dd>${content}</dd>`,
      )}
    </dl>
  </section> `;
}

function linesOf({ about, lines }: PageSection): Markup {
  if (lines.length === 1 || about === 'threats') return html`${lines.map(wordsOf).join('; ')}`;
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
          ${wordsOf(head)}${
            inner.length === 0
              ? undefined
              : html`<ul>
                  ${inner.map((line) => html`<li>${wordsOf(line)}</li>`)}
                </ul>`
          }
        </li>`,
    )}
  </ul>`;
}

function wordsOf({ parts }: PageLine): string {
  return parts.map((part: PagePart) => (typeof part === 'string' ? part : part.text)).join('');
}
