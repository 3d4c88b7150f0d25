import assert from 'node:assert/strict';
import { inquiriesOf, reachOf, type PositionRow } from '../../reach/index.js';
import type { Assessment } from '../../review/index.js';
import { exampleFiles } from '../support/reviewed.js';
import { reviewOf } from '../support/reviewed.js';

/**
 * Worked out by hand from the text of the example, before there was a program to ask. Of each position: homes that are switched, metering
 * points that are falsified, homes that are read.
 *
 * - Meter: all share a key, and nothing keeps it in hardware, so that one opened meter gives the key of all. Whoever has it orders what no
 *   signature proves, makes up readings, and reads each meter out.
 * - Cabinet: no image is signed, so that it installs its own on the 209 meters behind it (250,000 / 1,200, rounded up), and one of them gives the key.
 * - Head-end: orders, receives and keeps everything. Key management: its keys are files.
 * - Desk: two have to approve, so that one alone does nothing; both together switch everything. Nobody sends them readings.
 * - Probe: opens one meter, and the key of this one is the key of all.
 * - Meter data management: keeps and receives the readings, and no order comes from it. Aggregator: is sent them, and no more.
 */
const byHand: Readonly<Record<string, readonly [number, number, number]>> = {
  'one meter': [250_000, 250_000, 250_000],
  'every meter': [250_000, 250_000, 250_000],
  'one dcu': [250_000, 250_000, 250_000],
  'every dcu': [250_000, 250_000, 250_000],
  'every hes': [250_000, 250_000, 250_000],
  'every kms': [250_000, 250_000, 250_000],
  'one ops': [0, 0, 0],
  'every ops': [250_000, 0, 0],
  'one probe': [250_000, 250_000, 250_000],
  'every mdms': [0, 250_000, 250_000],
  'every flexco': [0, 0, 250_000],
  'every agg': [0, 0, 250_000],
};

/** The same with a key for each meter: what was read out of one opens one. */
const withOwnKeys: typeof byHand = {
  ...byHand,
  'one meter': [1, 1, 1],
  'one dcu': [209, 209, 209],
  'one probe': [1, 1, 1],
};

describe('how far an attacker gets in riverside', () => {
  it('is what a person works out from its text', async () => {
    assert.deepEqual(figuresOf(await riverside((text) => text), Object.keys(byHand)), byHand);
  });

  it('ends at the opened meter, and at the cabinet, once each meter has a key of its own', async () => {
    const positions = await riverside((text) => text.replace('key-scope = fleet', 'key-scope = per-device'));
    assert.deepEqual(figuresOf(positions, Object.keys(withOwnKeys)), withOwnKeys);
  });

  it('is nothing for key management once its keys are in hardware', async () => {
    const positions = await riverside((text) => text.replace('uses software-keystore', 'uses hsm'));
    assert.deepEqual(figuresOf(positions, ['every kms']), { 'every kms': [0, 0, 0] });
  });
});

/**
 * What would end the worst of each, worked out from the text: who has one meter needs its key for all others, and has one home without. The
 * cabinet makes up orders and images: a signature on each of both. The head-end does the same. The files of keys and the opened meter of the
 * probe need one measure.
 */
const endedByHand: readonly (readonly [string, number, number])[] = [
  ['one meter', 1, 1],
  ['one dcu', 2, 0],
  ['every hes', 2, 0],
  ['every kms', 1, 0],
  ['one probe', 1, 1],
];

describe('what would end the worst of riverside', () => {
  it('is as few measures as a person finds, and leaves as much as they leave', async () => {
    const found = inquiriesOf(await riversideReview((text) => text)).worst.now();
    assert.deepEqual(
      found.map(({ row: { foothold }, cut, after }) => [`${foothold.extent} ${foothold.element}`, cut.length, after.high]),
      endedByHand,
    );
    for (const { hold, figure } of found) assert.deepEqual([hold, figure], ['switching', { low: 250_000, high: 250_000 }]);
  });
});

async function riverside(change: (text: string) => string): Promise<readonly PositionRow[]> {
  return reachOf(await riversideReview(change)).positions;
}

async function riversideReview(change: (text: string) => string): Promise<Assessment> {
  const files = exampleFiles();
  const text = files['riverside.meter'] ?? assert.fail();
  const { assessments } = await reviewOf({ 'riverside.meter': change(text), 'zones.meter': files['zones.meter']! });
  return assessments.find(({ architecture }) => architecture.design.name === 'riverside') ?? assert.fail();
}

function figuresOf(rows: readonly PositionRow[], wanted: readonly string[]): Record<string, number[]> {
  return Object.fromEntries(
    wanted.map((name) => {
      const { reached } = rows.find(({ foothold }) => `${foothold.extent} ${foothold.element}` === name) ?? assert.fail(name);
      const figures = [reached.switching, reached.falsifying, reached.reading].map(({ figure }) => figure);
      assert.ok(
        figures.every(({ low, high }) => low === high),
        `${name}: ${JSON.stringify(figures)}`,
      );
      return [name, figures.map(({ low }) => low)];
    }),
  );
}
