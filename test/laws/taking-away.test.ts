import type { Assessment } from '../../review/index.js';
import { removals } from './changes/removals.js';
import { isAboutWhatIsGone } from './support/about-itself.js';
import { holds } from './support/held.js';
import { losses } from './support/losses.js';
import type { Mutation } from './support/mutation.js';

const broken = (before: Assessment, after: Assessment, mutation: Mutation) =>
  losses(before, after, mutation).filter((loss) => !isAboutWhatIsGone(loss, mutation, before.architecture, after));

describe('taking a protection away never removes a finding, those about the thing itself apart', function () {
  this.timeout(0);

  it('a control', () => holds({ mutations: (design) => removals(design, ['control']), broken }));
  it('a mechanism that is used', () => holds({ mutations: (design) => removals(design, ['uses']), broken }));
  it('a layer', () => holds({ mutations: (design) => removals(design, ['over']), broken }));
});
