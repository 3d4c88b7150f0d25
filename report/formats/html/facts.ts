import { leftOut, type Assessment } from '../../../review/index.js';
import { atMost } from '../../clean.js';
import type { ReportContext } from '../format.js';
import type { Limits } from './limits.js';
import { html, type Markup } from './markup.js';

/** What a design is called, who answers for it, and what it was reviewed against. */
export function factsMarkup({ architecture, date, profiles }: Assessment, { toPath }: ReportContext, { characters }: Limits): Markup {
  const { design, catalogue, files } = architecture;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [design.implicit ? 'Fragment' : 'Design', design.name],
    ['Version', design.version],
    ['Owner', design.owner],
    ['Reviewed as of', date],
    ['Against', profiles.map((name) => `${catalogue.profiles.get(name)?.title ?? name} (${name})`).join(', ')],
    [
      'Left out',
      leftOut(profiles, catalogue)
        .map(({ requirement, profile, because }) => `${requirement} by ${profile}: ${because}`)
        .join('; '),
    ],
    ['Read from', files.map(toPath).join(', ')],
  ];
  return html`<dl class="facts">
    ${facts.map(([name, value]) =>
      value
        ? html`<dt>${name}</dt>
            <dd>${atMost(value, characters)}</dd>`
        : html``,
    )}
  </dl>`;
}
