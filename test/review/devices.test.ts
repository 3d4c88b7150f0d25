import assert from 'node:assert/strict';
import { reviewOf } from '../support/reviewed.js';

const design = [
  'design d',
  'zone home is customer-premises',
  'zone dmz is head-end-dmz',
  'data shared is key-material { key-scope = per-group }',
  'component north is smart-meter in home { count = 40000 stores shared }',
  'component south is smart-meter in home { count = 40000 stores shared }',
  'component east is smart-meter in home { count = 40000 stores shared }',
  'component tools is field-tool { count = 90 stores shared }',
  'component hes is head-end in dmz { stores shared }',
  'link wan: north, south, east <-> hes over lte',
];

async function devicesOf(...lines: string[]): Promise<number> {
  const { assessments } = await reviewOf({ 'd.meter': lines.join('\n') });
  const finding = assessments[0]!.findings.find(({ requirement, element }) => requirement === 'key-unique' && element === 'shared');
  return (finding ?? assert.fail('not told')).devices;
}

describe('how many devices a shared key opens', () => {
  it('is all groups that have it, and none of the tools and systems that hold it too', async () => {
    assert.equal(await devicesOf(...design), 120_000);
  });

  it('is the devices that its keeper speaks with, where none of them is drawn with it', async () => {
    assert.equal(
      await devicesOf(...design.map((line) => (line.includes('smart-meter') ? line.replace(' stores shared', '') : line))),
      120_000,
    );
  });

  it('is who keeps it, where no device of homes is near', async () => {
    assert.equal(await devicesOf('design d', design[3]!, 'component tools is field-tool { count = 90 stores shared }'), 90);
  });
});
