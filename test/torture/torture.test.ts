import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { randomFrom } from '../laws/support/random.js';
import { holdsOf } from './holds.js';
import { someText } from './input.js';
import { monkey } from './monkey.js';

const found = path.join(import.meta.dirname, 'found');

describe('attacks by chance', () => {
  it('random texts are read, reviewed and reported, and nothing of them is raw', async () => {
    for (let seed = 1; seed <= 40; seed++) await holdsOf(someText(randomFrom(seed)));
  });

  it('a client that asks anything anywhere, while files change, gets an answer', async () => {
    for (let seed = 1; seed <= 2; seed++) await monkey(seed, 30);
  });

  for (const file of readdirSync(found)) {
    if (file.endsWith('.meter')) it(`what once failed: ${file}`, () => holdsOf(readFileSync(path.join(found, file), 'utf8')));
    if (!file.endsWith('.json')) continue;
    it(`what once failed: ${file}`, async () => {
      const { seed, steps } = JSON.parse(readFileSync(path.join(found, file), 'utf8')) as { seed: number; steps: number };
      await monkey(seed, steps);
    });
  }
});
