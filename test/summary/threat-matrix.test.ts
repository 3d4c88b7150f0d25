import assert from 'node:assert/strict';
import { threatRows } from '../../summary/threat-matrix.js';
import { reviewOf } from '../support/reviewed.js';

describe('threat by element', () => {
  it('is the worst of the requirements against a threat that apply to an element, with how many are so', async () => {
    const rules = [
      'define control lid on component',
      'define control seal on component',
      'define component box',
      'define threat theft',
      'define threat rain',
      'define threat frost',
      'define requirement shut { severity high applies to component where is box needs lid mitigates theft, rain because "b" }',
      'define requirement sealed { severity high applies to component where is box needs seal mitigates theft because "b" }',
      'define requirement heated { severity high applies to component where is box and count > 5 needs seal mitigates frost because "b" }',
      'define profile own { includes shut, sealed, heated }',
    ].join('\n');
    const design =
      'design d { profile own }\ncomponent a "First" is box { count = 2 control lid }\ncomponent b is box { count = 2 }\ncomponent c';
    const { assessments } = await reviewOf({ 'own.meter': rules, 'd.meter': design });
    const assessment = assessments.find(({ architecture }) => architecture.design.name === 'd')!;
    const told = threatRows(assessment).map(({ element, title, cells }) => [
      `${element} ${title}`,
      [...cells].map(([threat, { state, requirements, of }]) => `${threat}: ${state} ${requirements.join(', ')} of ${of}`),
    ]);
    assert.deepEqual(told, [
      ['a First', ['theft: missing sealed of 2', 'rain: met shut of 1']],
      ['b undefined', ['theft: missing shut, sealed of 2', 'rain: missing shut of 1']],
    ]);
  });
});
