import type { Requirement } from '../../../language/model/index.js';
import type { Assessment, Finding } from '../../../review/index.js';
import { groupFindings, type FindingGroup } from '../../../summary/groups.js';
import { sizeWords } from '../../groups.js';
import { locateFinding } from '../../locate.js';
import { openSentence, reasonsFor } from '../../message.js';
import { atStakeOf, stakeSentence } from '../../reach/stake.js';
import { capital, elementWords } from '../../words.js';
import type { ComparedContext } from '../format.js';
import { html, type Markup } from './markup.js';
import { referencesWords, unverifiedNote } from '../../references.js';
import { severityChip, stateChip } from './words.js';

/** A page with more could hardly be opened, let alone printed. */
export const mostFindings = 5_000;

/** Where the text of a requirement stands; undefined where it stands nowhere. */
export type AnchorOf = (requirement: Requirement) => string | undefined;

/** Worst first; what is asked is told once, then each element where it is open. */
export function findingsMarkup(assessment: Assessment, context: ComparedContext, anchorOf: AnchorOf): Markup {
  const groups = groupFindings(assessment);
  if (groups.length === 0) return html`<p>No findings.</p>`;
  let room = mostFindings;
  const told: Markup[] = [];
  for (const group of groups) {
    if (room <= 0) break;
    told.push(groupOf({ ...group, findings: group.findings.slice(0, room) }, assessment, context, anchorOf));
    room -= group.findings.length;
  }
  const left = assessment.findings.length - mostFindings;
  const notice = html`<p>
    <strong>${left} further findings are left out here</strong>, the least severe: a page holds no more. Another format tells them all.
  </p>`;
  return html`<p class="note">Worst first, by what is asked. ${unverifiedNote}</p>
    ${told}${left > 0 ? notice : undefined}`;
}

function groupOf(group: FindingGroup, assessment: Assessment, context: ComparedContext, anchorOf: AnchorOf): Markup {
  const { severity, title, requirement, definition, findings } = group;
  const see = referencesWords(definition?.see ?? [], assessment.architecture.catalogue);
  const anchor = definition && anchorOf(definition);
  const name = html`<code>${requirement}</code>`;
  return html`<section class="finding ${severity}">
    <h3>${severityChip(severity)} <span>${title} (${sizeWords(group)})</span></h3>
    <p>${definition?.because} ${anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`}</p>
    <ul class="open">
      ${findings.map((finding) => elementOf(finding, assessment, context))}
    </ul>
    ${definition?.guidance === undefined ? undefined : html`<p><strong>To do:</strong> ${definition.guidance}</p>`}
    ${see === '' ? undefined : html`<p class="note">See ${see}.</p>`}
  </section> `;
}

function elementOf(finding: Finding, assessment: Assessment, context: ComparedContext): Markup {
  const { comparison } = context;
  const { file, line } = locateFinding(finding, assessment, context);
  const against = comparison?.statuses.get(finding)?.against;
  const atStake = atStakeOf(finding, assessment);
  const stake = atStake === undefined ? [] : [stakeSentence(atStake)];
  const news = against === 'new' || against === 'worse' ? html`<strong>${capital(against)}:</strong> ` : undefined;
  return html`<li>
    <p>
      <strong>${capital(elementWords(assessment.architecture, finding.element))}</strong> ${stateChip(finding.state)}
      <span class="place">${file}:${line}</span>
    </p>
    <p>${news}${openSentence(finding, assessment)}. ${[...reasonsFor(finding, assessment), ...stake].join(' ')}</p>
  </li> `;
}
