import type { NamedReview } from '../../../summary/named.js';
import { oscalFindings } from './findings.js';
import { observationsOf } from './observations.js';
import { oscalRisks } from './risks.js';
import { subjectsOf } from './subjects.js';
import { toolOf, type Telling } from './telling.js';
import { given, markupLine, property, token } from './values.js';

/** The result of one design. */
export function resultOf(review: NamedReview, telling: Telling) {
  const { assessment, id } = review;
  const { design } = assessment.architecture;
  const what = `${design.implicit ? 'fragment' : 'design'} ${design.title ?? design.name}`;
  return {
    uuid: telling.uuid(`result ${assessment.date} ${id}`),
    title: markupLine(`Review of ${what}`),
    description: markupLine(`The ${what}, reviewed against ${assessment.profiles.join(', ')}: what its text states, not what was built.`),
    start: telling.time,
    end: telling.time,
    props: [
      property('design', id),
      property('profiles', assessment.profiles.join(', ')),
      ...(design.owner === undefined ? [] : [property('owner', design.owner)]),
    ],
    'local-definitions': { ...given('components', subjectsOf(review, telling)), 'assessment-assets': toolOf(review, telling) },
    'reviewed-controls': reviewedControls(assessment.requirements),
    ...observationsOf(review, telling),
    ...oscalRisks(review, telling),
    ...given('findings', oscalFindings(review, telling)),
  };
}

/** What is told where there is no design: the format asks for a result. */
export function emptyResult(time: string, uuid: (name: string) => string) {
  return {
    uuid: uuid('result of no design'),
    title: 'No design',
    description: 'No design was found.',
    start: time,
    'reviewed-controls': reviewedControls([]),
  };
}

/** The requirements stand for controls as well as for their objectives. */
function reviewedControls(requirements: readonly string[]) {
  const ids = requirements.map(token);
  if (ids.length === 0) return { 'control-selections': [{ description: 'No requirement was asked.' }] };
  return {
    'control-selections': [{ 'include-controls': ids.map((id) => ({ 'control-id': id })) }],
    'control-objective-selections': [{ 'include-objectives': ids.map((id) => ({ 'objective-id': id })) }],
  };
}
