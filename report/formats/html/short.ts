import { openGroups, type DesignGroup } from '../../../summary/first.js';
import { groupFindings } from '../../../summary/groups.js';
import { ranksNow, stakeBetween, type Reported } from '../../../summary/worst-first.js';
import { byWeight, type Assessment } from '../../../review/index.js';
import { atMost, oneLine } from '../../clean.js';
import { managementSummary } from '../../management.js';
import type { Reviewed } from '../../problem.js';
import { capital, firstSentence, listed } from '../../words.js';
import type { ComparedContext } from '../format.js';
import { decisionsOf } from './decisions.js';
import { designsTable } from './designs.js';
import { factsMarkup } from './facts.js';
import { legend } from './legend.js';
import { mostShortDesigns, mostShortGroups, mostShortPictures, shortLists } from './limits.js';
import { managementMarkup } from './management.js';
import { html, type Markup } from './markup.js';
import { pictureMarkup } from './picture.js';
import { questionsMarkup } from './questions.js';
import { shortReachMarkup } from './reach.js';
import { tilesMarkup } from './summary.js';
import { severityChip } from './words.js';

/** All designs together on few pages: what decides, and what is open in a few lines a requirement. Annexes stand in the full edition. */
export function shortEdition(reviewed: Reviewed, context: ComparedContext): Markup {
  const { assessments } = reviewed;
  const only = assessments.length === 1 ? assessments[0] : undefined;
  const pictures = assessments.slice(0, mostShortPictures).flatMap((one) => pictureMarkup(one, context) ?? []);
  const title =
    only === undefined ? `${assessments.length} designs` : clipped(only.architecture.design.title ?? only.architecture.design.name);
  const findings = assessments.flatMap((one) => one.findings);
  const reach = shortReachMarkup(assessments);
  const table = only === undefined ? designsTable(assessments, false, mostShortDesigns) : undefined;
  return html`<header class="lead">
      <p class="kicker">Security review, short edition</p>
      <h1>${title}</h1>
      ${only === undefined ? undefined : factsMarkup(only, context, shortLists)}
    </header>
    <section>
      <h2>Management summary</h2>
      ${tilesMarkup({ findings })} ${managementMarkup(managementSummary(reviewed))} ${table}
    </section>
    ${
      pictures.length === 0
        ? undefined
        : html`<section class="newpage">
            <h2>Architecture</h2>
            ${pictures}
          </section>`
    }
    <section class="newpage">
      <h2>Findings</h2>
      ${groupsMarkup(assessments)}
    </section>
    ${
      reach === undefined
        ? undefined
        : html`<section>
            <h2>How far an attacker gets</h2>
            ${reach}
          </section>`
    }
    <section>
      <h2>Decisions</h2>
      ${decisionsOf(assessments, context, shortLists)}
    </section>
    <section>
      <h2>Questions to the supplier</h2>
      ${questionsMarkup(assessments, shortLists)}
    </section>
    <section>
      <h2>How to read it</h2>
      ${legend()}
      <p class="note">
        The full edition tells each finding with its reasons and references, the controls that are stated with their evidence, the
        traceability matrix, every clause of a standard, and the texts of the requirements.
      </p>
    </section>`;
}

function groupsMarkup(assessments: readonly Assessment[]): Markup {
  const later = assessments.flatMap((assessment) =>
    groupFindings(assessment)
      .filter(({ state }) => state !== 'open')
      .map((group): DesignGroup => ({ assessment, group })),
  );
  const groups = [...openGroups(assessments).sort(byFirst), ...later.sort(byFirst)];
  if (groups.length === 0) return html`<p>No findings.</p>`;
  const left = groups.slice(mostShortGroups).reduce((sum, { group }) => sum + group.findings.length, 0);
  return html`<p class="note">Worst first, by what is asked.</p>
    <ul class="brief">
      ${groups.slice(0, mostShortGroups).map((one) => groupMarkup(one, assessments.length > 1))}
    </ul>
    ${left > 0 ? html`<p><strong>${left} further findings, the least severe, stand in the full edition.</strong></p>` : undefined}`;
}

/** Designs as they were given, where their findings weigh the same. */
function byFirst(one: DesignGroup, other: DesignGroup): number {
  const [first, second] = [one, other].map(({ assessment, group }): Reported => ({ assessment, finding: group.findings[0]! }));
  return byWeight(first!.finding, second!.finding, stakeBetween(first!, second!, ranksNow));
}

function groupMarkup({ assessment, group }: DesignGroup, isNamed: boolean): Markup {
  const { title, severity, requirement, definition, findings, state } = group;
  const { design } = assessment.architecture;
  const names = findings.map(({ element }) => element);
  const more = names.length - shortLists.names;
  const told = listed(more > 1 ? [...names.slice(0, shortLists.names), `${more} more`] : names, 'and');
  const where = isNamed ? ` of ${clipped(design.title ?? design.name)}` : '';
  const todo = definition?.guidance === undefined ? undefined : html`<br />${clipped(firstSentence(definition.guidance))}`;
  return html`<li class="${severity}">
    ${severityChip(severity)} <strong>${clipped(title)}</strong> <code>${requirement}</code><br />
    ${capital(`${state === 'open' ? '' : `${state} `}on ${told}`)}${where}.${todo}
  </li> `;
}

function clipped(text: string): string {
  return atMost(oneLine(text), shortLists.characters * 2);
}
