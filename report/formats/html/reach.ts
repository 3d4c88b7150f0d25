import type { HarmWays } from '../../../reach/index.js';
import type { Assessment } from '../../../review/index.js';
import { atMost, oneLine } from '../../clean.js';
import { attackCounts, attacksLegend, attacksTold } from '../../reach/attacks.js';
import { positionColumns, positionsLegend, positionsTold } from '../../reach/positions.js';
import { figureWords, harmTitle, harmWords, reachTold, stepWords, yieldWords } from '../../reach/words.js';
import { capital } from '../../words.js';
import { mostShortHarms, mostShortReached, shortLists, wholeLists } from './limits.js';
import { html, joined, type Markup } from './markup.js';
import { longTable } from './table.js';

/** The ways of one harm that a page tells. */
const mostWays = 20;

/** Each harm in a sentence, the table by position, and the ways by harm with what closes them; undefined where no harm is counted. */
export function reachMarkup(assessment: Assessment): Markup | undefined {
  const told = reachTold(assessment);
  if (told.harms.length === 0) return undefined;
  const table = longTable({
    caption: positionsLegend,
    columns: [
      { title: 'Position' },
      ...positionColumns.slice(1).map((title) => ({ title: capital(title), class: 'number' })),
      { title: 'Why no more' },
    ],
    rows: positionsTold(told),
    rowOf: ({ position, figures, why }) =>
      html`<tr>
        <th scope="row" class="what">${position}</th>
        ${figures.map((figure) => html`<td class="number">${figure}</td>`)}
        <td>${why}</td>
      </tr> `,
    most: wholeLists.rows,
    what: 'positions',
  });
  return html`${sentences(told.harms)}
    <h3>By position</h3>
    ${table} ${told.harms.filter(({ ways }) => ways.length > 0).map(waysMarkup)} ${attacksMarkup(assessment)}`;
}

/** The attacks of the catalogue: what is possible first, and what rests on steps with its way. */
function attacksMarkup(assessment: Assessment): Markup | undefined {
  const told = attacksTold(assessment);
  if (told.length === 0) return undefined;
  const table = longTable({
    caption: `${attackCounts(told)}. ${attacksLegend}`,
    columns: [{ title: 'State' }, { title: 'Attack' }, { title: 'What it comes to, or why not' }, { title: 'Steps' }],
    rows: told,
    rowOf: ({ name, title, state, why, way }) =>
      html`<tr>
        <td>${capital(state)}</td>
        <th scope="row" class="what">${title} <code>${name}</code></th>
        <td>${why}</td>
        <td>${way.join(' › ')}</td>
      </tr> `,
    most: wholeLists.rows,
    what: 'attacks',
  });
  return html`<h3>Attacks</h3>
    ${table}`;
}

/** The sentences alone, of so many designs and harms that they stay short. */
export function shortReachMarkup(assessments: readonly Assessment[]): Markup | undefined {
  const told = assessments
    .map((assessment) => ({ assessment, harms: reachTold(assessment).harms }))
    .filter(({ harms }) => harms.length > 0);
  if (told.length === 0) return undefined;
  const left = told.length - mostShortReached;
  return html`${told.slice(0, mostShortReached).map(({ assessment: { architecture }, harms }) => {
    const { design } = architecture;
    const head = told.length === 1 ? undefined : html`<h3>${clipped(design.title ?? design.name)}</h3> `;
    const more = harms.length - mostShortHarms;
    return html`${head}${sentences(harms.slice(0, mostShortHarms))}${more > 0 ? html`<p>${more} further harms stand in the full edition.</p>` : undefined}`;
  })}${left > 0 ? html`<p>How far an attacker gets in ${left} further designs stands in the full edition.</p>` : undefined}`;
}

function sentences(harms: readonly HarmWays[]): Markup {
  const told = harms.map((one) => html`<li><strong>${clipped(harmTitle(one))}</strong><br />${clipped(harmWords(one))}</li>`);
  return html`<ul class="points">
    ${joined(told, '\n')}
  </ul>`;
}

function waysMarkup(one: HarmWays): Markup {
  const { ways, cut, hold } = one;
  const measures = cut.map(({ key }) => html`<li>${key}</li>`);
  const closing =
    measures.length === 0
      ? undefined
      : html`<ul>
          ${joined(measures, '\n')}
        </ul>`;
  const table = longTable({
    caption: `The ways, cheapest first: ${yieldWords[hold]} by each alone, its steps, and what would stop them.`,
    columns: [{ title: capital(yieldWords[hold]), class: 'number' }, { title: 'Steps' }, { title: 'Stopped by' }],
    rows: ways,
    rowOf: ({ steps, stops, figure }) =>
      html`<tr>
        <td class="number">${figureWords(figure)}</td>
        <td>${steps.map(stepWords).join(' › ')}</td>
        <td>${[...new Set(stops.flat().map((set) => set.join(' with ')))].join(', or ')}</td>
      </tr> `,
    most: mostWays,
    what: 'ways',
  });
  return html`<h3>${harmTitle(one)}</h3>
    <p>${harmWords(one)}</p>
    ${closing} ${table}`;
}

function clipped(text: string): string {
  return atMost(oneLine(text), shortLists.characters * 2);
}
