import type { Assessment } from '../../../review/index.js';
import { unshownServices } from '../../../summary/unshown-services.js';
import { atMost } from '../../clean.js';
import { whoTakesPart } from '../../services.js';
import type { Limits } from './limits.js';
import { html, type Markup } from './markup.js';
import { longTable } from './table.js';

/** Services that the design may do and shows in no flow; undefined where there are none. */
export function servicesMarkup({ architecture }: Assessment, { rows: most, characters }: Limits): Markup | undefined {
  const unshown = unshownServices(architecture);
  if (unshown.length === 0) return undefined;
  return longTable({
    caption:
      'Everybody who takes part in these is drawn, and no flow does them. What the system does is drawn, or it is not reviewed; what it does not do needs nothing.',
    columns: [
      { title: 'Service', class: 'wide' },
      { title: 'Who would take part', class: 'broad' },
    ],
    rows: unshown,
    rowOf: (one) =>
      html`<tr>
        <th scope="row">${atMost(one.service.title ?? one.service.name, characters)}</th>
        <td>${atMost(whoTakesPart(one), characters)}</td>
      </tr> `,
    most,
    what: 'services',
  });
}
