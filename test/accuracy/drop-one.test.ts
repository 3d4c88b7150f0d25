import assert from 'node:assert/strict';
import type { Architecture } from '../../language/model/index.js';
import { review, withoutEffect, type Assessment } from '../../review/index.js';
import { rangeOfDeclaration } from '../../report/redundant.js';
import { createWorkspace, syntaxErrors, type Workspace } from '../support/workspace.js';
import { textWithout } from './cut.js';
import { declarationsOf, told } from '../../review/declarations.js';
import { filesOf, goodDesigns, reviewDate, type Judged } from './designs.js';
import { dropOne } from './drop-one.js';

const seed = 20261124;
const sorts = ['control', 'by', 'uses', 'over', 'attribute'] as const;
const sampledOfEach = 4;

/** Numbers from 0 up to 1 that are the same in every run. */
function* numbers(from: number): Generator<number, never> {
  let state = from;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const pairsOf = ({ results }: Assessment) =>
  results.map(({ requirement, element, computed, severity }) => `${requirement} on ${element}: ${computed} ${severity}`);

const architectureOf = (workspace: Workspace, { name }: Judged): Architecture => {
  const found = workspace.shared.meter.Designs.all().find(({ files }) => files[0] === workspace.uri(name).toString());
  assert.ok(found, `${name} holds no design`);
  return found;
};

describe('a good design without one of its declarations', () => {
  it('has a finding that names what is gone, or says the same as before', async () => {
    const rows = await dropOne();
    assert.ok(rows.every(({ removals }) => removals > 50));
    for (const { removals, noticed, withoutEffect: idle, nothingWorse, silent } of rows) {
      assert.equal(noticed + idle + nothingWorse + silent.length, removals);
    }
    assert.deepEqual(
      rows.flatMap(({ design, silent }) => silent.map((line) => `${design}: ${line}`)),
      [],
    );
  });

  it('is the same design whether the text or what was read of it is changed', async () => {
    const designs = goodDesigns();
    const whole = await createWorkspace(filesOf(designs));
    assert.deepEqual(syntaxErrors(whole), []);
    const all = designs.flatMap((design) => declarationsOf(architectureOf(whole, design)).map((one) => ({ design, one })));
    const random = numbers(seed);
    const sample = sorts.flatMap((sort) => {
      const ofSort = all.filter(({ one }) => one.sort === sort);
      return Array.from({ length: sampledOfEach }, () => ofSort[Math.floor(random.next().value * ofSort.length)]!);
    });
    const alone = await createWorkspace({});
    for (const { design, one } of sample) {
      const range = rangeOfDeclaration(one, whole.shared.meter.Designs.sources());
      const file = range.uri.replace('file:///ws/', '');
      const texts = { ...design.files, [file]: textWithout(whole.document(file), one, range) };
      for (const [name, text] of Object.entries(texts).reverse()) await alone.update(name, text);
      assert.deepEqual(syntaxErrors(alone), [], told(one));
      const written = pairsOf(review(architectureOf(alone, design), reviewDate));
      assert.deepEqual(written, pairsOf(review(one.without(), reviewDate)), `${design.name}: ${told(one)}`);
      for (const name of Object.keys(texts)) await alone.update(name, undefined);
    }
  });

  it('is told as having no effect where something else already says it', async () => {
    const text = [
      'design plan { control recovery-plan evidence "A" }',
      'zone dmz is head-end-dmz',
      'component hes is head-end in dmz { control recovery-plan evidence "B" uses role-directory }',
    ];
    const workspace = await createWorkspace({ 'plan.meter': text.join('\n') });
    const [architecture] = workspace.shared.meter.Designs.all();
    assert.ok(architecture);
    // Each of the two plans alone is enough for the head-end; without the directory it would have no roles.
    assert.deepEqual(withoutEffect(review(architecture, reviewDate)).map(told), [
      'plan: control recovery-plan',
      'hes: control recovery-plan',
    ]);
  });
});
