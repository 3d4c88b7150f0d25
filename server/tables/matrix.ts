import { severities } from '../../language/model/index.js';
import { worstStatesFirst } from '../../language/semantics/index.js';
import { elementNamed, isOpen, type Assessment, type Result } from '../../review/index.js';
import { stateReason } from '../../report/reasons.js';
import { tallyWords } from '../../report/tally.js';
import { capital, elementWords, listed, shapes, signs, sortPlurals } from '../../report/words.js';
import { resultsByRequirement } from '../../summary/clauses.js';
import { matrixGrid } from '../../summary/matrix.js';
import type { Snapshot } from '../../workspace/index.js';
import type { CellLink, ShownTable, ToldCell } from '../protocol/tables.js';
import { protocolRangeOf } from '../range.js';
import { tableMarks, markWords, type Marked } from './marks.js';

const severityLegend = severities.map((severity) => `${shapes[severity]} ${severity}`).join(', ');
const stateLegend = worstStatesFirst.map((state) => `${signs[state]} ${state}`).join(', ');
const legend = `${severityLegend}; ${stateLegend}.`;

/** Requirements by element, each pair as the review has it. */
export function matrixTable(assessment: Assessment): Omit<ShownTable, 'uri' | 'files' | 'title'> {
  const { requirements, elements, resultOf } = matrixGrid(assessment);
  const { marks, characterOf } = tableMarks(assessment.results.map(markOf));
  return {
    head: 'Requirement',
    note: legend,
    marks,
    columns: elements.map(({ name, title, sort }) => ({
      id: name,
      label: name,
      detail: title ?? '',
      group: sortPlurals[sort],
      shows: 'mark',
    })),
    rows: requirements.map(({ name, title }) => ({
      id: name,
      label: title,
      detail: '',
      group: '',
      marks: elements.map((element) => characterOf(optionalMark(resultOf(name, element.name)))).join(''),
      texts: [],
    })),
  };
}

/** What does not apply, what is met and what is decided has no severity worth a sign. */
function markOf({ state, severity }: Result): Marked {
  return isOpen(state) ? { state, severity } : { state };
}

function optionalMark(result: Result | undefined): Marked | undefined {
  return result && markOf(result);
}

/** Why a pair stands as it does; of a requirement without an element, how it stands everywhere. */
export function toldPair(requirement: string, element: string | undefined, assessment: Assessment, snapshot: Snapshot): ToldCell | null {
  const { architecture } = assessment;
  const title = architecture.catalogue.requirements.get(requirement)?.title ?? requirement;
  if (!assessment.requirements.includes(requirement)) return null;
  const page: CellLink = { kind: 'page', label: `Page of ${requirement}`, name: requirement };
  const results = resultsByRequirement(assessment).get(requirement) ?? [];
  if (element === undefined) {
    const findings = assessment.findings.filter((finding) => finding.requirement === requirement);
    const told = tallyWords(findings, results);
    const away = results.filter(({ state }) => state === 'not applicable').length;
    const words = [told, away === 0 ? '' : `Does not apply to ${away} ${away === 1 ? 'element' : 'elements'}.`];
    return { title: `${title} (${requirement})`, words: words.filter((one) => one !== ''), links: [page] };
  }
  const declared = elementNamed(architecture, element);
  if (declared === undefined) return null;
  const range = snapshot.sources.rangeOf(declared);
  const text: CellLink = { kind: 'text', label: `Text of ${element}`, uri: range.uri, range: protocolRangeOf(range) };
  const result = results.find((one) => one.element === element);
  const on = elementWords(architecture, element);
  if (result === undefined) {
    const sorts = [...new Set(results.map(({ sort }) => sortPlurals[sort].toLowerCase()))];
    const asked = sorts.length === 0 ? 'It is asked of nothing in this design.' : `It is asked of ${listed(sorts, 'and')} only.`;
    return { title: `Not asked: ${title} (${requirement}), on ${on}`, words: [asked], links: [text, page] };
  }
  const state = capital(markWords(markOf(result)));
  return { title: `${state}: ${title} (${requirement}), on ${on}`, words: [stateReason(result, assessment)], links: [text, page] };
}
