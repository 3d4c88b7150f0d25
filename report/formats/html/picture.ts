import type { Assessment } from '../../../review/index.js';
import type { ReportContext } from '../format.js';
import { html, type Markup } from './markup.js';

/** What was reviewed, before what was found; undefined where no picture was drawn. Its own title and description say what it shows. */
export function pictureMarkup(assessment: Assessment, { pictures }: ReportContext): Markup | undefined {
  const svg = pictures?.get(assessment);
  if (svg === undefined) return undefined;
  return html`<figure class="picture">
    ${{ markup: svg }}
    <figcaption class="note">Zones, components and links, with what was found on each; zones of a large design stand closed.</figcaption>
  </figure>`;
}
