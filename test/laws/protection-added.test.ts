import type { Assessment } from '../../review/index.js';
import { additions } from './changes/additions.js';
import { holds } from './support/held.js';
import type { Difference } from './support/verdicts.js';

/** What was met and is open now. What did not apply before may apply: a protection brings questions of its own into scope. */
function opened(before: Assessment, after: Assessment): Difference[] {
  return before.results.flatMap(({ requirement, element, computed }, at) => {
    const now = after.results[at]!;
    if (computed !== 'met' || now.computed === 'met' || now.computed === 'not applicable') return [];
    return [{ requirement, element, how: `met becomes ${now.computed}` }];
  });
}

describe('a protection that is added', function () {
  this.timeout(0);

  it('leaves met what was met', () => holds({ mutations: additions, broken: opened }));
});
