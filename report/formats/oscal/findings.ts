import { isFault, worstStatesFirst } from '../../../language/semantics/index.js';
import type { Result } from '../../../review/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { isRisk } from './risks.js';
import { pairUuid, type Telling } from './telling.js';
import { given, markup, markupLine, token } from './values.js';

/** Whether each requirement that applies to something is satisfied by the design. */
export function oscalFindings(review: NamedReview, telling: Telling) {
  const { assessment } = review;
  const byRequirement = new Map<string, Result[]>(assessment.requirements.map((name) => [name, []]));
  for (const result of assessment.results) {
    if (result.state !== 'not applicable') byRequirement.get(result.requirement)?.push(result);
  }
  return [...byRequirement]
    .filter(([, results]) => results.some(({ state }) => state !== 'excluded'))
    .map(([requirement, results]) => findingOf(requirement, results, review, telling));
}

/** Met where it applies, as far as nobody excluded it. What is accepted is not satisfied: somebody lives with it. */
function findingOf(requirement: string, results: readonly Result[], review: NamedReview, telling: Telling) {
  const title = review.assessment.architecture.catalogue.requirements.get(requirement)?.title ?? requirement;
  const satisfied = results.every(({ state }) => state === 'met' || state === 'excluded');
  const failed = results.some(({ state }) => isFault(state));
  const counts = worstStatesFirst
    .map((state) => ({ state, elements: results.filter((result) => result.state === state).map(({ element }) => element) }))
    .filter(({ elements }) => elements.length > 0);
  const told = counts.map(
    ({ state, elements }) => `${state} on ${elements.length}: ${elements.slice(0, 20).join(', ')}${elements.length > 20 ? ' ...' : ''}`,
  );
  return {
    uuid: telling.uuid(`finding ${review.id}/${requirement}`),
    title: markupLine(title),
    description: markup(`${told.join('; ')}.`),
    target: {
      type: 'objective-id',
      'target-id': token(requirement),
      status: { state: satisfied ? 'satisfied' : 'not-satisfied', reason: satisfied ? 'pass' : failed ? 'fail' : 'other' },
    },
    ...given(
      'related-observations',
      results.map((result) => ({ 'observation-uuid': pairUuid('observation', result, review, telling) })),
    ),
    ...given(
      'related-risks',
      results.filter(isRisk).map((result) => ({ 'risk-uuid': pairUuid('risk', result, review, telling) })),
    ),
  };
}
