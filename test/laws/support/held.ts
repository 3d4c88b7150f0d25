import assert from 'node:assert/strict';
import type { Architecture } from '../../../language/model/index.js';
import { review, type Assessment } from '../../../review/index.js';
import { reviewDate } from '../../accuracy/designs.js';
import { asDesign } from './text.js';
import { calledBy, realDesigns } from './designs.js';
import type { Mutation } from './mutation.js';
import { randomFrom, shuffled, type Random } from './random.js';
import { smallest } from './smaller.js';
import { wandered } from './wandered.js';

/** Something that a law forbids: a requirement on an element, and what became of it. */
export interface Breach {
  readonly requirement: string;
  readonly element: string;
  readonly how: string;
}

/** What the same sort of breach has in common: one cause, as a rule. */
const sortOf = ({ requirement, how }: Breach): string => `${requirement}, ${how}`;

/** `npm run laws` tries far more than the unit tests, which take a sample. */
export const isThorough = process.env['METERLINT_LAWS'] === 'all';

const seed = 20_261_130;

/** So many changes `npm run laws` tries for each law. */
const thorough = Number(process.env['METERLINT_LAWS_CASES'] ?? 6000);

export interface Law {
  /** Every change that the law speaks of, in one design. */
  readonly mutations: (design: Architecture, random: Random) => readonly Mutation[];
  /** What is wrong of the two reviews: nothing, where the law holds. */
  readonly broken: (before: Assessment, after: Assessment, mutation: Mutation) => readonly Breach[];
  /** How many changes are tried in the unit tests. */
  readonly cases?: number;
}

interface Case {
  readonly design: Architecture;
  readonly mutation: Mutation;
  readonly breach: Breach;
}

/** Fails with a smallest design for each sort of breach, where a law does not hold. */
export async function holds(law: Law): Promise<void> {
  const found = new Map<string, Case[]>();
  let tried = 0;
  for (const [design, before, mutation] of cases(law, await startingDesigns())) {
    const changed = mutation.apply(design);
    if (changed === undefined) continue;
    tried++;
    for (const breach of law.broken(before, review(changed, reviewDate), mutation)) {
      const sort = sortOf(breach);
      found.set(sort, [...(found.get(sort) ?? []), { design, mutation, breach }]);
    }
  }
  assert.ok(tried > 0, 'nothing was tried');
  if (found.size === 0) return;
  const sorts = [...found].sort(([, one], [, other]) => other.length - one.length);
  const list = sorts.map(([sort, all]) => `  ${all.length} x ${sort}`);
  const details = sorts.slice(0, isThorough ? undefined : mostTold).map(([sort, all]) => told(law, sort, all));
  assert.fail(`${sorts.length} sorts in ${tried} changes\n${list.join('\n')}\n\n${details.join('\n\n')}\n`);
}

/** So many smallest designs are looked for and shown; all are listed. */
const mostTold = 6;

interface Start {
  readonly design: Architecture;
  readonly before: Assessment;
}

let starts: Promise<readonly Start[]> | undefined;

/** Real designs, and such as come of them by a few changes, with their reviews. */
function startingDesigns(): Promise<readonly Start[]> {
  starts ??= realDesigns().then((real) => {
    const random = randomFrom(seed);
    const all = [...real, ...real.map((design) => wandered(design, random))];
    return all.map((design) => ({ design, before: review(design, reviewDate) }));
  });
  return starts;
}

/** Changes of all designs in turn, so that a sample has some of each. */
function* cases(law: Law, designs: readonly Start[]): Generator<readonly [Architecture, Assessment, Mutation]> {
  const random = randomFrom(seed);
  const most = isThorough ? thorough : (law.cases ?? 500);
  const open = designs.map((start) => ({ ...start, left: shuffled(law.mutations(start.design, random), random) }));
  for (let given = 0; given < most;) {
    let isEmpty = true;
    for (const { design, before, left } of open) {
      const mutation = left.pop();
      if (mutation === undefined) continue;
      isEmpty = false;
      if (given++ >= most) return;
      yield [design, before, mutation];
    }
    if (isEmpty) return;
  }
}

function told(law: Law, sort: string, all: readonly Case[]): string {
  const { design, mutation } = [...all].sort((one, other) => sizeOf(one.design) - sizeOf(other.design))[0]!;
  const breachIn = (smaller: Architecture): Breach | undefined => {
    const changed = mutation.apply(smaller);
    if (changed === undefined) return undefined;
    const found = law.broken(review(smaller, reviewDate), review(changed, reviewDate), mutation);
    return found.find((one) => sortOf(one) === sort);
  };
  const small = smallest(design, (smaller) => breachIn(smaller) !== undefined);
  const breach = breachIn(small);
  return [
    `--- ${breach === undefined ? sort : `${breach.requirement} on ${breach.element}: ${breach.how}`}`,
    `    ${mutation.what} (${calledBy(design)})`,
    asDesign(small),
  ].join('\n');
}

const sizeOf = ({ components, links, flows }: Architecture) => components.size + links.size + flows.size;
