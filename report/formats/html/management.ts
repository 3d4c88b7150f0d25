import type { ManagementItem, ManagementPart } from '../../management.js';
import { html, joined, type Markup } from './markup.js';
import { severityChip } from './words.js';

/** What somebody reads who decides: parts with headings of the third level. */
export function managementMarkup(parts: readonly ManagementPart[]): Markup {
  return html`${parts.map(
    ({ title, sentences, items, numbered }) =>
      html`<h3>${title}</h3>
        ${sentences.length === 0 ? undefined : html`<p>${sentences.join(' ')}</p>`}${items.length === 0 ? undefined : itemsOf(items, numbered)}`,
  )}`;
}

function itemsOf(items: readonly ManagementItem[], numbered: boolean): Markup {
  const told = joined(items.map(itemOf), '\n');
  return numbered
    ? html`<ol class="points">
        ${told}
      </ol>`
    : html`<ul class="points">
        ${told}
      </ul>`;
}

function itemOf({ head, severity, words }: ManagementItem): Markup {
  const chip = severity === undefined ? undefined : html` ${severityChip(severity)}`;
  return html`<li><strong>${head}</strong>${chip}<br />${words}${/[.?!…]$/.test(words) ? '' : '.'}</li>`;
}
