import { worstStatesFirst } from '../../../language/semantics/index.js';
import type { Result, State } from '../../../review/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { isClaimed } from './claims.js';
import { claimRef, requirementRef } from './refs.js';

/** What the claims come to for each requirement of a design that applies to something. */
export function attestationOf(review: NamedReview) {
  const { assessment } = review;
  const { design } = assessment.architecture;
  return {
    summary:
      `Review of ${design.implicit ? 'fragment' : 'design'} ${design.title ?? design.name} against ${assessment.profiles.join(', ')} ` +
      `as of ${assessment.date}: what the design states, not what was built.`,
    map: mapOf(review),
  };
}

function mapOf(review: NamedReview) {
  const { assessment } = review;
  const byRequirement = new Map<string, Result[]>(assessment.requirements.map((name) => [name, []]));
  for (const result of assessment.results) {
    if (result.state !== 'not applicable') byRequirement.get(result.requirement)?.push(result);
  }
  return [...byRequirement].flatMap(([requirement, results]) => {
    const claimed = results.filter(isClaimed);
    const met = claimed.filter(({ state }) => state === 'met');
    if (claimed.length === 0) return [];
    return [
      {
        requirement: requirementRef(requirement),
        claims: met.map((result) => claimRef(review, result)),
        counterClaims: claimed.filter(({ state }) => state !== 'met').map((result) => claimRef(review, result)),
        conformance: { score: Math.round((met.length / claimed.length) * 1000) / 1000, rationale: rationale(results) },
      },
    ];
  });
}

/** What is met first, as the share counts it; then the others from the worst down. */
const order: readonly State[] = [...new Set<State>(['met', ...worstStatesFirst])].filter((state) => state !== 'not applicable');

/** `3 of 5 elements: 3 met, 1 missing, 1 accepted` */
function rationale(results: readonly Result[]): string {
  const counts = order
    .map((state) => ({ state, count: results.filter((result) => result.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  return `The share of elements on which it is met: ${counts.join(', ')}. What is excluded is not counted.`;
}
