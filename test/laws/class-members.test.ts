import type { Assessment } from '../../review/index.js';
import { deprecatedMembers, membersOfClasses } from './changes/weaker.js';
import { isAboutWhatIsGone } from './support/about-itself.js';
import { holds } from './support/held.js';
import { losses } from './support/losses.js';
import type { Mutation } from './support/mutation.js';

const broken = (before: Assessment, after: Assessment, mutation: Mutation) =>
  losses(before, after, mutation).filter((loss) => !isAboutWhatIsGone(loss, mutation, before.architecture, after));

describe('naming the worse thing never removes a finding', function () {
  this.timeout(0);

  it('a member of a class, that grants no more, instead of the class', () => holds({ mutations: membersOfClasses, broken }));
  it('a deprecated member of a class instead of a good one', () => holds({ mutations: deprecatedMembers, broken }));
});
