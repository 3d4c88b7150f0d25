import assert from 'node:assert/strict';
import { grantsOfMechanism, isWeakBeside, mayStand, providesInFull, providersOf } from '../../../language/semantics/index.js';
import { isGrantable } from '../../../language/semantics/proofs/grantable.js';
import type { Catalogue } from '../../../language/model/index.js';
import { createWorkspace } from '../../support/workspace.js';

const text = [
  'define component thing "Thing"',
  'define standard own "Own"',
  'define control proof "Proof" on link { implies stamp }',
  'define control stamp "Stamp" on link { implies ink }',
  'define control ink "Ink" on link',
  // Far away it is said of `stamp` itself; nearer only of what implies it.
  'define mechanism broken "Broken" on link, component { weak stamp because "It breaks." see own unverified }',
  'define mechanism mended "Mended" is broken on component { provides proof see own unverified }',
  'define mechanism sound "Sound" on link { provides stamp see own unverified }',
  'define mechanism torn "Torn" is sound, broken on link { see own unverified }',
].join('\n');

async function catalogueOf(files: Readonly<Record<string, string>>, options: { readonly catalogue?: boolean } = {}): Promise<Catalogue> {
  return (await createWorkspace(files, options)).shared.meter.Designs.catalogue();
}

describe('what a mechanism grants', () => {
  let catalogue: Catalogue;
  before(async () => (catalogue = await catalogueOf({ 'a.meter': text }, { catalogue: false })));

  it('is weak where something that it is says so of the control itself, although it provides what implies it', () => {
    assert.equal(grantsOfMechanism('mended', catalogue).get('stamp')?.because, 'It breaks.');
    assert.equal(providesInFull('mended', 'stamp', catalogue), false);
    assert.equal(providesInFull('mended', 'ink', catalogue), true);
  });

  it('is weak where two that are equally near disagree, whichever is written first', () => {
    assert.equal(providesInFull('torn', 'stamp', catalogue), false);
  });

  it('is offered only where it is provided in full', () => {
    assert.deepEqual(
      providersOf('stamp', 'link', catalogue).map(({ name }) => name),
      ['sound'],
    );
  });

  it('brings nothing to a place where all that may stand there is weak for it', () => {
    assert.equal(isGrantable('stamp', 'component', catalogue), false);
    assert.equal(isGrantable('proof', 'component', catalogue), true);
  });

  it('is weaker than another one also for what is only implied', () => {
    assert.equal(providesInFull('sound', 'ink', catalogue), true);
    assert.equal(isWeakBeside('broken', 'sound', catalogue), true);
    assert.equal(grantsOfMechanism('broken', catalogue).get('ink')?.because, 'It breaks.');
  });
});

describe('the mechanisms of the built-in catalogue', () => {
  it('are offered for a control exactly where a review counts them', async () => {
    const catalogue = await catalogueOf({});
    const wrong = [...catalogue.controls.keys()].flatMap((control) =>
      [...catalogue.mechanisms.values()]
        .filter((one) => {
          const grant = grantsOfMechanism(one.name, catalogue).get(control);
          const counts = grant !== undefined && grant.because === undefined && mayStand(one, 'link');
          return providersOf(control, 'link', catalogue).includes(one) !== counts;
        })
        .map(({ name }) => `${name} for ${control}`),
    );
    assert.deepEqual(wrong, []);
  });
});
