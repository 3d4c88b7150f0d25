import { leavesOf, type Assessment } from '../../review/index.js';
import { bypasses } from './changes/bypasses.js';
import { goodFactsUnsaid, worseFacts } from './changes/facts.js';
import { merges } from './changes/merges.js';
import { plannedInstead } from './changes/plans.js';
import { weakerWords } from './changes/weaker.js';
import { isAboutWhatIsGone } from './support/about-itself.js';
import { holds } from './support/held.js';
import { losses, type Loss } from './support/losses.js';
import type { Mutation } from './support/mutation.js';

const broken = (before: Assessment, after: Assessment, mutation: Mutation) =>
  losses(before, after, mutation).filter((loss) => !isAboutWhatIsGone(loss, mutation, before.architecture, after));

/** A role that a flow was asked to have at its stops is there, once the component that plays it stands for one of them. */
const isRolePlayed = ({ finding, now }: Loss) =>
  now?.computed === 'met' &&
  leavesOf(finding.gaps).some((leaf) => leaf.kind === 'condition' && /"kind":"(from|to|via|touches)"/.test(JSON.stringify(leaf.condition)));

describe('a worse design never reports less than the better one', function () {
  this.timeout(0);

  it('a mechanism of the same class that grants less', () => holds({ mutations: weakerWords, broken }));
  it('a control that is planned instead of there', () => holds({ mutations: plannedInstead, broken }));
  it('a fact that is worse: more devices, a key that more share, software that cannot be changed', () =>
    holds({ mutations: worseFacts, broken }));
  it('a good fact that nobody states', () => holds({ mutations: goodFactsUnsaid, broken }));
  it('a flow that goes past a system instead of through it', () => holds({ mutations: bypasses, broken: losses }));
  it('two components that are one', () =>
    holds({ mutations: merges, broken: (...reviews) => losses(...reviews).filter((loss) => !isRolePlayed(loss)) }));
});
