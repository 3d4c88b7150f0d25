import type { ElementSort } from '../../../language/model/index.js';
import { worstStatesFirst } from '../../../language/semantics/index.js';
import type { Assessment, State } from '../../../review/index.js';
import { matrixGrid, matrixRows, type MatrixGrid, type MatrixRow } from '../../../summary/matrix.js';
import { stateReason } from '../../reasons.js';
import { listed, signs, sortPlurals } from '../../words.js';
import { html, type Markup } from './markup.js';
import { stateChip, stateClass } from './words.js';

/** What fits the breadth of a page, and what a document can hold. */
const columnsAtOnce = 20;
const mostElements = 240;
const mostReasons = 5_000;

/** Requirements by elements as signs: a table for each sort of element with the requirements that are asked of it, in parts that fit a page. */
export function gridOf(assessment: Assessment): Markup {
  const grid = matrixGrid(assessment);
  const shown = grid.elements.slice(0, mostElements);
  const sorts = [...new Set(shown.map(({ sort }) => sort))];
  const left = grid.elements.length - shown.length;
  const notice = html`<p><strong>${left} further elements are left out here.</strong> The matrix as CSV or workbook tells all.</p>`;
  return html`<p class="note">${signLegend()}.</p>
    ${sorts.map((sort) =>
      sortOf(
        sort,
        shown.filter((element) => element.sort === sort),
        grid,
      ),
    )}${left > 0 ? notice : undefined}`;
}

function sortOf(sort: ElementSort, elements: MatrixGrid['elements'], { requirements, stateOf }: MatrixGrid): Markup {
  const asked = requirements.filter(({ name }) => elements.some((element) => stateOf(name, element.name) !== undefined));
  const parts: Markup[] = [];
  for (let from = 0; from < elements.length; from += columnsAtOnce) {
    const own = elements.slice(from, from + columnsAtOnce);
    const of = elements.length > columnsAtOnce ? `, ${from + 1} to ${from + own.length} of ${elements.length}` : '';
    const heads = own.map(({ name }) => html`<th scope="col"><span>${name}</span></th>`);
    const rows = asked.map(
      ({ name, title }) =>
        html`<tr>
          <th scope="row">${title}</th>
          ${own.map((element) => cellOf(stateOf(name, element.name)))}
        </tr> `,
    );
    parts.push(
      html`<div class="scroll">
        <table class="grid">
          <caption>
            Requirements by element: ${sortPlurals[sort].toLowerCase()}${of}.
          </caption>
          <thead>
            <tr>
              <th scope="col" class="corner">Requirement</th>
              ${heads}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div> `,
    );
  }
  return html`<h3>${sortPlurals[sort]}</h3>
    ${parts}`;
}

function cellOf(state: State | undefined): Markup {
  return state === undefined ? html`<td></td>` : html`<td class="${stateClass(state)}">${signs[state]}<i>${state}</i></td>`;
}

function signLegend(): string {
  return worstStatesFirst.map((state) => `${signs[state]} ${state}`).join(', ');
}

/** Why each pair has its state; elements that a requirement is not asked of stand in one line. */
export function reasonsOf(assessment: Assessment): Markup {
  const all = matrixRows(assessment);
  const byRequirement = new Map<string, MatrixRow[]>();
  for (const row of all.slice(0, mostReasons)) {
    const rows = byRequirement.get(row.requirement);
    if (rows === undefined) byRequirement.set(row.requirement, [row]);
    else rows.push(row);
  }
  const groups = [...byRequirement.values()].map((rows) => {
    const asked = rows.filter(({ state }) => state !== 'not applicable');
    const others = rows.filter(({ state }) => state === 'not applicable').map(({ element }) => element);
    const { title, requirement } = rows[0]!;
    return html`<tbody>
      <tr class="group">
        <th colspan="3" scope="rowgroup">${title} <code>${requirement}</code></th>
      </tr>
      ${asked.map(
        (row) =>
          html`<tr>
            <th scope="row" class="what">${row.element}</th>
            <td class="narrow">${stateChip(row.state)}</td>
            <td>${stateReason(row.result, assessment)}</td>
          </tr> `,
      )}${
        others.length === 0
          ? undefined
          : html`<tr>
              <td colspan="3" class="note">Not asked of ${listed(others, 'and')}.</td>
            </tr> `
      }
    </tbody> `;
  });
  const left = all.length - mostReasons;
  const notice = html`<p><strong>${left} further pairs are left out here.</strong> The matrix as CSV or workbook tells all.</p>`;
  return html`<table>
      <caption>
        Why each requirement has its state on each element.
      </caption>
      <thead>
        <tr>
          <th scope="col">Element</th>
          <th scope="col">State</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      ${groups}
    </table>
    ${left > 0 ? notice : undefined}`;
}
