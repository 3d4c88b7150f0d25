import { locate } from '../../locate.js';
import type { Problem } from '../../problem.js';
import type { ReportContext } from '../format.js';
import { html, type Markup } from './markup.js';
import { longTable } from './table.js';

/** The validation errors: what they hide is not reviewed. */
export function problemsMarkup(problems: readonly Problem[], { toPath, edition }: ReportContext): Markup | undefined {
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
    most: edition === 'short' ? 5 : 500,
    what: 'validation errors',
  });
  return html`<section>
    <h2>Validation errors</h2>
    ${table}
  </section>`;
}
