import type { Assessment, Finding } from '../../../review/index.js';
import { groupFindings, type FindingGroup } from '../../../summary/groups.js';
import { sizeWords } from '../../groups.js';
import { locateFinding } from '../../locate.js';
import { openSentence, reasonsFor } from '../../message.js';
import { capital, citationWords, elementWords } from '../../words.js';
import type { ComparedContext } from '../format.js';
import { html, type Markup } from './markup.js';
import { severityChip, stateChip } from './words.js';

/** A page with more could hardly be opened, let alone printed. */
export const mostFindings = 5_000;

/** Worst first; what is asked is told once, then each element where it is open. `anchorOf`: where a requirement's text stands. */
export function findingsMarkup(assessment: Assessment, context: ComparedContext, anchorOf: (requirement: string) => string): Markup {
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
  return html`${told}${left > 0 ? notice : undefined}`;
}

function groupOf(group: FindingGroup, assessment: Assessment, context: ComparedContext, anchorOf: (requirement: string) => string): Markup {
  const { severity, title, requirement, definition, findings } = group;
  const { catalogue } = assessment.architecture;
  const see = (definition?.see ?? []).map((citation) => citationWords(citation, catalogue));
  return html`<section class="finding ${severity}">
    <h3>${severityChip(severity)} <span>${title} (${sizeWords(group)})</span></h3>
    <p>
      ${definition?.because} <a href="#${anchorOf(requirement)}"><code>${requirement}</code></a>
    </p>
    <table>
      <caption class="hidden">
        ${title}: where it is open
      </caption>
      <thead>
        <tr>
          <th scope="col" class="what">Element</th>
          <th scope="col" class="narrow">State</th>
          <th scope="col">What is open</th>
          <th scope="col" class="where">Place</th>
        </tr>
      </thead>
      <tbody>
        ${findings.map((finding) => rowOf(finding, assessment, context))}
      </tbody>
    </table>
    ${definition?.guidance === undefined ? undefined : html`<p><strong>To do:</strong> ${definition.guidance}</p>`}
    ${see.length === 0 ? undefined : html`<p class="note">See ${see.join('; ')}.</p>`}
  </section> `;
}

function rowOf(finding: Finding, assessment: Assessment, context: ComparedContext): Markup {
  const { comparison } = context;
  const { file, line } = locateFinding(finding, assessment, context);
  const against = comparison?.statuses.get(finding)?.against;
  return html`<tr>
    <th scope="row">${capital(elementWords(assessment.architecture, finding.element))}</th>
    <td>${stateChip(finding.state)}</td>
    <td>
      ${against === 'new' || against === 'worse' ? html`<strong>${capital(against)}:</strong> ` : undefined}${openSentence(finding, assessment)}.
      ${reasonsFor(finding).join(' ')}
    </td>
    <td class="place">${file}:${line}</td>
  </tr> `;
}
