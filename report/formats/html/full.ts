import type { Requirement } from '../../../language/model/index.js';
import type { Assessment } from '../../../review/index.js';
import { managementSummary } from '../../management.js';
import type { Reviewed } from '../../problem.js';
import type { ComparedContext } from '../format.js';
import { clausesMarkup } from './clauses.js';
import { controlsOf } from './controls.js';
import { decisionsOf } from './decisions.js';
import { designsTable } from './designs.js';
import { factsMarkup } from './facts.js';
import { findingsMarkup, type AnchorOf } from './findings.js';
import { legend } from './legend.js';
import { wholeLists } from './limits.js';
import { managementMarkup } from './management.js';
import { html, type Markup } from './markup.js';
import { gridOf, reasonsOf } from './matrix.js';
import { pictureMarkup } from './picture.js';
import { questionsMarkup } from './questions.js';
import { reachMarkup } from './reach.js';
import { requirementsMarkup } from './requirements.js';
import { servicesMarkup } from './services.js';
import { timelineMarkup } from './timeline.js';
import { categoriesMarkup, tilesMarkup } from './summary.js';

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
  /** Whether it begins a page where it is printed. */
  readonly isOnNewPage?: boolean;
}

/** Every design with its findings and annexes; what holds for all of them, the texts of requirements among it, once at the end. */
export function fullEdition(reviewed: Reviewed, context: ComparedContext): Markup {
  const { assessments } = reviewed;
  const anchorOf = anchorsIn(assessments);
  const common: readonly Chapter[] = [
    { id: 'requirements', title: 'Requirements', isOnNewPage: true, content: requirementsMarkup(assessments, anchorOf) },
    { id: 'legend', title: 'How to read it', content: legend() },
  ];
  const designs = assessments.map((assessment, at) => {
    const own = assessments.length === 1 ? reviewed : { ...reviewed, assessments: [assessment], problems: [], baseline: undefined };
    return designMarkup(own, assessment, at + 1, context, anchorOf, common);
  });
  const overview = html`<header class="lead">
      <p class="kicker">Security review</p>
      <h1>${assessments.length} designs</h1>
    </header>
    ${managementMarkup(managementSummary(reviewed))} ${designsTable(assessments, true)}`;
  return html`${assessments.length > 1 ? overview : undefined}${designs}
    <div class="annexes">${common.map(sectionOf)}</div>`;
}

/** One text for all designs that ask for the same; a workspace of two catalogues may have two of one name. */
function anchorsIn(assessments: readonly Assessment[]): AnchorOf {
  const anchors = new Map<Requirement, string>();
  for (const { requirements, architecture } of assessments) {
    for (const name of requirements) {
      const one = architecture.catalogue.requirements.get(name);
      if (one !== undefined && !anchors.has(one)) anchors.set(one, `requirement-${anchors.size + 1}`);
    }
  }
  return (requirement) => anchors.get(requirement);
}

function designMarkup(
  reviewed: Reviewed,
  assessment: Assessment,
  number: number,
  context: ComparedContext,
  anchorOf: AnchorOf,
  common: readonly Chapter[],
): Markup {
  const { design } = assessment.architecture;
  const picture = pictureMarkup(assessment, context);
  const reach = reachMarkup(assessment);
  const timeline = reviewed.timelines?.find(({ architecture }) => architecture.files[0] === assessment.architecture.files[0]);
  const services = servicesMarkup(assessment, wholeLists);
  const title = design.title ?? design.name;
  const summary = html`${tilesMarkup(assessment)} ${managementMarkup(managementSummary(reviewed))}`;
  const chapters: readonly Chapter[] = [
    { id: 'summary', title: 'Management summary', content: summary },
    ...(picture === undefined ? [] : [{ id: 'architecture', title: 'Architecture', isOnNewPage: true, content: picture }]),
    { id: 'findings', title: 'Findings', isOnNewPage: true, content: findingsMarkup(assessment, context, anchorOf) },
    ...(reach === undefined ? [] : [{ id: 'reach', title: 'How far an attacker gets', isOnNewPage: true, content: reach }]),
    ...(timeline === undefined
      ? []
      : [{ id: 'timeline', title: 'From phase to phase', isOnNewPage: true, content: timelineMarkup(timeline) }]),
    { id: 'decisions', title: 'Decisions', content: decisionsOf([assessment], context, wholeLists) },
    { id: 'questions', title: 'Questions to the supplier', content: questionsMarkup([assessment], wholeLists) },
    { id: 'numbers', title: 'Annex A: Findings by category', isOnNewPage: true, content: categoriesMarkup(assessment) },
    { id: 'controls', title: 'Annex B: Stated controls', content: controlsOf(assessment, context) },
    { id: 'matrix', title: 'Annex C: Traceability matrix', isOnNewPage: true, content: gridOf(assessment) },
    { id: 'reasons', title: 'Annex D: Reasons', isOnNewPage: true, content: reasonsOf(assessment) },
    { id: 'clauses', title: 'Annex E: Clauses of standards', isOnNewPage: true, content: clausesMarkup(assessment) },
    ...(services === undefined ? [] : [{ id: 'services', title: 'Annex F: Services that no flow shows', content: services }]),
  ].map((chapter) => ({ ...chapter, id: `d${number}-${chapter.id}` }));
  return html`<article id="d${number}" ${{ markup: number > 1 ? ' class="newpage"' : '' }}>
    <header class="lead">
      <p class="kicker">Security review</p>
      <h1>${title}</h1>
      ${design.documentation === undefined ? undefined : html`<p>${design.documentation}</p>`}
      ${factsMarkup(assessment, context, wholeLists)}
    </header>
    <nav aria-label="Contents of ${number}: ${title}">
      <ul>
        ${[...chapters, ...common].map((chapter) => html`<li><a href="#${chapter.id}">${chapter.title}</a></li>`)}
      </ul>
    </nav>
    ${chapters.map(sectionOf)}
  </article> `;
}

function sectionOf({ id, title, content, isOnNewPage }: Chapter): Markup {
  return html`<section class="${isOnNewPage === true ? 'newpage' : ''}" id="${id}">
    <h2>${title}</h2>
    ${content}
  </section> `;
}
