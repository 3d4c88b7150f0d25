import { html, joined, type Markup } from './formats/html/markup.js';
import { filled, type Page, type PageLine, type PagePart } from './page.js';

/** For viewers of HTML: what stands in the body. `addressOf` says where a page stands; where it says nothing, names are text. */
export function pageHtml(page: Page, addressOf: (page: string) => string | undefined): string {
  const partOf = (part: PagePart): Markup => {
    if (typeof part === 'string') return html`${part}`;
    const address = addressOf(part.page);
    return address === undefined ? html`${part.text}` : html`<a href="${address}">${part.text}</a>`;
  };
  const lineOf = ({ parts }: PageLine) => joined(parts.map(partOf), '');
  const listOf = (lines: readonly PageLine[]) =>
    lines.length === 1
      ? html`<p>${lineOf(lines[0]!)}</p>`
      : html`<ul>
          ${lines.map((line) => (line.indented ? html`<li class="indented">${lineOf(line)}</li>` : html`<li>${lineOf(line)}</li>`))}
        </ul>`;
  const sections = filled(page).map(
    ({ title, lines }) =>
      html`<section>
        <h2>${title}</h2>
        ${listOf(lines)}
      </section>`,
  );
  return html`<h1>${page.heading}</h1>
    ${page.intro.map((one) => html`<p>${one}</p>`)} ${sections}`.markup;
}
