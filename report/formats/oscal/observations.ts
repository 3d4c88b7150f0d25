import { elementNamed, type Result } from '../../../review/index.js';
import { type locate, locatePart } from '../../locate.js';
import type { NamedReview } from '../../../summary/named.js';
import { stateReason } from '../../reasons.js';
import { elementUuid, originOf, pairUuid, type Telling } from './telling.js';
import { given, givenLazily, oscalLine, markup, markupLine, property } from './values.js';

/** What was found for each requirement on each element that it applies to; where all is told, what does not apply, too. */
export function observationsOf(review: NamedReview, telling: Telling) {
  const told = review.assessment.results.filter(({ state }) => telling.everything === true || state !== 'not applicable');
  return givenLazily('observations', told, (result) => observationOf(result, review, telling));
}

function observationOf(result: Result, review: NamedReview, telling: Telling) {
  const { architecture } = review.assessment;
  const element = elementNamed(architecture, result.element);
  const title = architecture.catalogue.requirements.get(result.requirement)?.title ?? result.requirement;
  const subject = { 'subject-uuid': elementUuid(result.element, review, telling), type: 'component', title: markupLine(result.element) };
  return {
    uuid: pairUuid('observation', result, review, telling),
    title: markupLine(`${title}: ${result.element}`),
    description: markup(stateReason(result, review.assessment)),
    props: [
      property('requirement', result.requirement),
      property('element', result.element),
      property('state', result.state),
      ...(result.state === 'met' || result.state === 'not applicable' ? [] : [property('severity', result.severity)]),
    ],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins: [originOf(review, telling)],
    ...given('subjects', result.state === 'not applicable' ? [] : [subject]),
    ...given('relevant-evidence', element === undefined ? [] : [linkToLine(locatePart(element, telling))]),
    collected: telling.time,
  };
}

/** The line of the design that the observation is about. */
function linkToLine({ file, line: number }: ReturnType<typeof locate>) {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return { href: oscalLine(`${path}#L${number}`), description: markupLine(`The design's text: ${file}, line ${number}`) };
}
