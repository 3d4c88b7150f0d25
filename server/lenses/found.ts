import type { SourceMap } from '../../language/source/index.js';
import { rangeOfFinding } from '../../report/locate.js';
import { findingHeadline } from '../../report/message.js';
import { stateReason } from '../../report/reasons.js';
import { elementWords, shapes } from '../../report/words.js';
import { ranksSoFar, worstFirst } from '../../summary/worst-first.js';
import type { Assessment, Finding, Result } from '../../review/index.js';
import { concernedBy } from '../concerned.js';
import { protocolRangeOf } from '../range.js';
import type { Snapshot } from '../../workspace/index.js';
import type { FindingsQuery, FoundPlace } from '../protocol.js';

/** What a line above a name leads to: the findings of designs or of one element, or the elements that a requirement concerns. */
export function findPlaces(query: FindingsQuery, snapshot: Snapshot): FoundPlace[] {
  if (query.requirement !== undefined) return concerned(query.requirement, snapshot);
  const assessments = snapshot.assessments.filter(
    ({ architecture }) => query.designs === undefined || query.designs.includes(architecture.files[0]!),
  );
  return worstFirst(assessments, ranksSoFar)
    .filter(({ finding: { element } }) => query.element === undefined || element === query.element)
    .map(({ finding, assessment }) => foundPlaceOf(finding, assessment, snapshot.sources));
}

function foundPlaceOf(finding: Finding, assessment: Assessment, sources: SourceMap): FoundPlace {
  const { severity, state, requirement, element } = finding;
  const range = rangeOfFinding(finding, assessment, sources);
  return {
    label: `${shapes[severity]} ${severity} ${state}: ${requirement}`,
    description: elementWords(assessment.architecture, element),
    detail: findingHeadline(finding, assessment),
    uri: range.uri,
    range: protocolRangeOf(range),
  };
}

/** What is open before what is not. */
function concerned(requirement: string, snapshot: Snapshot): FoundPlace[] {
  const all = concernedBy(requirement, snapshot);
  return [...all.filter(({ open }) => open), ...all.filter(({ open }) => !open)].map((one): FoundPlace => {
    const { architecture, element, state, severity, open, asked, range } = one;
    const assessment = snapshot.assessmentOf(architecture);
    const result = assessment.results.find((found: Result) => found.requirement === requirement && found.element === element);
    const would = asked ? '' : 'would be ';
    return {
      label: `${open ? `${shapes[severity]} ${severity} ` : '✓ '}${would}${state}`,
      description: `${elementWords(architecture, element)} in ${architecture.design.name}`,
      detail: result === undefined ? 'No profile of the design asks for it.' : stateReason(result, assessment),
      uri: range.uri,
      range: protocolRangeOf(range),
    };
  });
}
