import { lineage } from '../../language/semantics/index.js';
import type { Catalogue, Condition } from '../../language/model/index.js';
import { grantsOfMechanism, leavesOf, type Assessment, type Gap, type Leaf } from '../../review/index.js';
import { factsStated, weakWordsAdded } from './changes/statements.js';
import { isClosed } from './support/gaps.js';
import { holds } from './support/held.js';
import { losses, type Loss } from './support/losses.js';
import type { Mutation } from './support/mutation.js';

/** The findings that ask for the attribute, and are quieter now that it has a value which does not meet them. */
function quieterThanSilence(before: Assessment, after: Assessment, mutation: Mutation): Loss[] {
  const { owner, gone: attribute } = mutation.swap!;
  const asking = (gaps: Gap | undefined) =>
    leavesOf(gaps).filter((leaf) => leaf.kind === 'condition' && leaf.element === owner && names(leaf.condition, attribute!));
  return losses(before, after, mutation).filter(({ finding, now, how }) => {
    if (now?.computed === 'met' || asking(finding.gaps).length === 0) return false;
    // Severity is taken at its worst while a fact is not known: a value that settles it and contradicts nothing is no step back.
    return !how.startsWith('milder') || asking(now?.gaps).some(({ state }) => state === 'missing');
  });
}

function names(condition: Condition, attribute: string): boolean {
  return JSON.stringify(condition).includes(`"attribute":"${attribute}"`);
}

/** The findings that ask for what the mechanism is weak for, and are quieter now although nothing that it provides closes them. */
function quieterThanNone(before: Assessment, after: Assessment, mutation: Mutation): Loss[] {
  const { owner, come } = mutation.swap!;
  const { catalogue } = before.architecture;
  const grants = grantsOfMechanism(come!, catalogue);
  const isOwn = (leaf: Leaf) => leaf.kind === 'control' && leaf.element === owner;
  const isWeak = (leaf: Leaf) => isOwn(leaf) && leaf.kind === 'control' && grants.get(leaf.control)?.because !== undefined;
  const isMet = (leaf: Leaf) =>
    leaf.kind === 'control'
      ? isOwn(leaf) && grants.has(leaf.control) && grants.get(leaf.control)!.because === undefined
      : asksForProtocol(leaf.condition, come!, catalogue);
  return losses(before, after, mutation).filter(({ finding }) => leavesOf(finding.gaps).some(isWeak) && !isClosed(finding.gaps, isMet));
}

/** Whether a needed condition is about protocols of its sort. */
function asksForProtocol(condition: Condition, mechanism: string, { mechanisms }: Catalogue): boolean {
  return [...lineage([mechanism], mechanisms, 0).keys()].some((kind) => JSON.stringify(condition).includes(`"mechanism":"${kind}"`));
}

describe('what is stated and wrong is never milder than silence', function () {
  this.timeout(0);

  it('a fact that contradicts a need', () => holds({ mutations: factsStated, broken: quieterThanSilence, cases: 800 }));
  it('a weak mechanism instead of none', () => holds({ mutations: weakWordsAdded, broken: quieterThanNone, cases: 800 }));
});
