/*
 * The attack of `npm run torture`, which watches it: half of the time random texts are read, reviewed and reported, half of it random clients ask a server
 * that is edited meanwhile. What fails is written to `test/torture/found/`, where a unit test holds it.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../laws/support/random.js';
import { holdsOf, shortened } from './holds.js';
import { someText } from './input.js';
import { monkey } from './monkey.js';
import { note } from './watch.js';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
});
const [minutes, first] = [Number(values.minutes), Number(values.seed)];
const found = path.join(import.meta.dirname, 'found');
const half = (minutes * 60_000) / 2;
process.on('disconnect', () => {
  console.error('Nobody watches the attack any more: it ends.');
  process.exit(1);
});
console.log(`${minutes} minutes from seed ${first} on`);

const fails = (text: string) =>
  holdsOf(text).then(
    () => false,
    () => true,
  );

/** Longer waits nobody: what is asked has no answer then, which would end this program without a word. */
const longest = 120_000;

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('something that was asked is never answered'));
    }, longest);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

const failed: string[] = [];
let texts = 0;
for (const end = Date.now() + half; Date.now() < end; texts++) {
  const seed = first + texts;
  note({ what: 'text', seed });
  const text = someText(randomFrom(seed));
  await inTime(holdsOf(text)).catch(async (error: unknown) => {
    writeFileSync(path.join(found, `text-${seed}.meter`), await shortened(text, fails));
    failed.push(`text of seed ${seed}: ${String(error).slice(0, 500)}`);
  });
}
console.log(`${texts} texts, seeds ${first} to ${first + texts - 1}`);

let [clients, requests] = [0, 0];
for (const end = Date.now() + half; Date.now() < end; clients++) {
  const seed = first + clients;
  note({ what: 'client', seed });
  console.log(`client of seed ${seed}`);
  try {
    requests += await inTime(monkey(seed, 60));
  } catch (error) {
    writeFileSync(path.join(found, `client-${seed}.json`), `{ "seed": ${seed}, "steps": 60 }\n`);
    failed.push(`client of seed ${seed}: ${String(error).slice(0, 1500)}`);
  }
}
console.log(`${clients} clients with ${requests} requests, seeds ${first} to ${first + clients - 1}`);
for (const one of failed) console.error(one);
note({ what: 'end', seed: first });
process.exit(failed.length === 0 ? 0 : 1);
