import type { AttackMethod, Yield } from '../language/model/index.js';
import { grouped } from '../language/semantics/index.js';
import type { Assessment } from '../review/index.js';
import { answerByRequirements, askedIn, type RequirementsAnswer } from './countered.js';
import { fillings, isManyOf, derivedBy, settle, type Derivations, type Derived, type Settling } from './derive.js';
import type { Firing } from './firings.js';
import { isYield } from './gains.js';
import { sumOf, type Figure } from './positions.js';
import { wayTo, type Steps } from './spread.js';
import type { Turns } from './turns.js';
import { costOf, figureOf } from './ways.js';

/** How an attack stands to a design. `perhaps`: it depends on what the design does not say, or what is known says too little. */
export type AttackState = 'possible' | 'perhaps' | 'stopped' | 'unconcerned';

/** What the steps of an attack come to in a design. */
export interface StepsAnswer {
  readonly basis: 'steps';
  readonly state: AttackState;
  /** Where it is possible, the cheapest way; where it is stopped, the one with the fewest controls in it. */
  readonly way: readonly Firing[];
  /** What stops that way, as `CONTROL on ELEMENT`. */
  readonly stoppedBy: readonly string[];
  /** What is done with it to how many devices; undefined where its last step does nothing to them yet. */
  readonly done: { readonly hold: Yield; readonly figure: Figure; readonly isMany: boolean } | undefined;
  /** Where it does not concern the design: the first step that cannot be taken, and whether there is no place for it at all. */
  readonly missing: { readonly step: string; readonly isNowhere: boolean } | undefined;
}

export interface AttackAnswer {
  readonly attack: AttackMethod;
  readonly answer: StepsAnswer | RequirementsAnswer;
}

/** How each attack of the catalogue stands to a design. */
export function* attacksInTurns(assessment: Assessment, steps: Steps): Turns<AttackAnswer[]> {
  const { catalogue } = steps.evaluator.facts;
  const asked = askedIn(assessment);
  yield;
  const grounds = new Grounds(steps);
  const found: AttackAnswer[] = [];
  for (const attack of catalogue.attacks.values()) {
    const isTold = attack.sequences.some((sequence) => sequence.length > 0);
    found.push({ attack, answer: isTold ? answerBySteps(attack, grounds) : answerByRequirements(attack, asked, catalogue) });
    yield;
  }
  return found;
}

/** More than all efforts of a way together: what goes straight from one step of the attack to the next is that attack more than what goes round. */
const detour = 10_000;
/** More than all detours: of two ways that are stopped the one with fewer controls is nearer. */
const stopped = 1_000_000_000;

/** What anybody comes to, as the design stands and as it would be without controls: the same for all attacks. */
class Grounds {
  readonly open: { readonly settling: Settling; readonly all: Derivations };
  readonly bare: { readonly settling: Settling; readonly all: Derivations };
  private readonly byStep: ReadonlyMap<string, readonly Firing[]>;

  constructor(readonly steps: Steps) {
    const isClosed = () => false;
    const open: Settling = { entry: undefined, costOf, isClosed, helped: new Map() };
    const dear = (firing: Firing) => costOf(firing) + (firing.stoppedBy.length > 0 ? stopped : 0);
    const bare: Settling = { ...open, costOf: dear, isBare: true };
    const entries = steps.all.filter(({ from }) => from.length === 0).map((firing) => ({ firing, from: [] }));
    this.open = { settling: open, all: settle(entries, open, steps) };
    this.bare = { settling: bare, all: settle(entries, bare, steps) };
    this.byStep = grouped(steps.all, ({ step }) => [step.name]);
  }

  firingsOf(step: string): readonly Firing[] {
    return this.byStep.get(step) ?? [];
  }
}

function answerBySteps({ sequences }: AttackMethod, grounds: Grounds): StepsAnswer {
  const told = sequences.filter((sequence) => sequence.length > 0);
  const open = straightest(told.flatMap((sequence) => ends(sequence, grounds, 'open').found));
  if (open.length > 0) {
    const done = doneBy(open, grounds.steps);
    const way = wayTo(best(open, done?.hold));
    const isSure = way.every(({ sure }) => sure);
    return { basis: 'steps', state: isSure ? 'possible' : 'perhaps', way, stoppedBy: [], done, missing: undefined };
  }
  const bare = told.map((sequence) => ends(sequence, grounds, 'bare'));
  const all = bare.flatMap(({ found }) => found);
  if (all.length === 0) {
    const { missing } = bare.reduce((one, other) => (other.at > one.at ? other : one));
    return { basis: 'steps', state: 'unconcerned', way: [], stoppedBy: [], done: undefined, missing };
  }
  const way = wayTo(cheapest(all));
  const stoppedBy = [...new Set(way.flatMap((firing) => firing.stoppedBy))];
  return { basis: 'steps', state: 'stopped', way, stoppedBy, done: undefined, missing: undefined };
}

interface Ends {
  readonly found: readonly Derived[];
  /** How many of the steps can be taken one after the other. */
  readonly at: number;
  readonly missing: StepsAnswer['missing'];
}

/** What the last step of a sequence gives to somebody who has taken the others before it, with whatever leads from one to the next. */
function ends(sequence: readonly string[], grounds: Grounds, ground: 'open' | 'bare'): Ends {
  const { steps } = grounds;
  const { settling, all } = grounds[ground];
  let reached = all;
  let last: Derived[] = [];
  for (const [at, step] of sequence.entries()) {
    const firings = grounds.firingsOf(step);
    const helped: Derivations = at === 0 ? new Map() : all;
    const before = new Set([...reached.values()].flat());
    const takes = firings.flatMap((firing) => {
      const own = fillings(firing, reached, helped);
      // What begins anew does not come after what was before.
      const following = at === 0 ? own : own.filter((from) => from.some((one) => before.has(one)));
      return following.map((from) => ({ firing, from }));
    });
    last = takes.flatMap((one) => derivedBy(one, settling, steps) ?? []);
    if (last.length === 0) return { found: [], at, missing: { step, isNowhere: firings.length === 0 } };
    if (at < sequence.length - 1) reached = settle(takes, between(firings, settling, all), steps);
  }
  return { found: last, at: sequence.length, missing: undefined };
}

/** Steps that are none of the attack lead from one of it to the next, and each is a detour. */
function between(own: readonly Firing[], settling: Settling, helped: Derivations): Settling {
  const among = new Set(own);
  return { ...settling, helped, costOf: (firing) => settling.costOf(firing) + (among.has(firing) ? 0 : detour) };
}

/** Those that go straight, or least round. */
function straightest(found: readonly Derived[]): Derived[] {
  const detours = ({ cost }: Derived) => Math.floor(cost / detour);
  const least = Math.min(...found.map(detours));
  return found.filter((one) => detours(one) === least);
}

/** What the most devices are reached by, of what is done in the end. */
function doneBy(found: readonly Derived[], steps: Steps): StepsAnswer['done'] {
  const hold = found.map(({ gain }) => gain.hold).find(isYield);
  if (hold === undefined) return undefined;
  const meant = found.filter(({ gain }) => gain.hold === hold);
  const isMany = meant.some(({ gain, share }) => isManyOf(gain.element, share, steps.evaluator));
  return { hold, figure: sumOf(onEachDevice(meant, steps)), isMany };
}

/** Of each sort of devices as many as are surely reached by one way, up to as many as may be by another. */
function onEachDevice(found: readonly Derived[], steps: Steps): Figure[] {
  const each = grouped(found, ({ gain }) => [gain.element]);
  return [...each.values()].map((own) => {
    const figures = own.map((one) => figureOf(one, steps));
    const highs = figures.map(({ high }) => high ?? Number.POSITIVE_INFINITY);
    const high = Math.max(...highs);
    return { low: Math.max(...figures.map(({ low }) => low)), high: Number.isFinite(high) ? high : undefined };
  });
}

/** The surest, then of the largest share the cheapest. */
function best(found: readonly Derived[], hold: Yield | undefined): Derived {
  const meant = hold === undefined ? found : found.filter(({ gain }) => gain.hold === hold);
  const isSure = (one: Derived) => Number(wayTo(one).every(({ sure }) => sure));
  return [...meant].sort((one, other) => isSure(other) - isSure(one) || one.share - other.share || one.cost - other.cost)[0]!;
}

function cheapest(found: readonly Derived[]): Derived {
  return found.reduce((one, other) => (other.cost < one.cost ? other : one));
}
