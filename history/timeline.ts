import { allElements, isFault, phaseOn } from '../language/semantics/index.js';
import type { Architecture, ControlUse, Element, Harm, MechanismUse, Phase, Severity, Setting } from '../language/model/index.js';
import { inquiriesOf, sizeOf, type Figure } from '../reach/index.js';
import { elementNamed, type Assessment, type Finding } from '../review/index.js';
import { countFindings } from '../summary/count.js';
import { daysBetween } from '../summary/register.js';
import { changesOf, type StateChange } from './diff.js';

/** Something that is there from a day on, or no longer. */
export interface TimelineStep {
  readonly comes: boolean;
  readonly element: string;
  readonly sort: Element['sort'];
  /** What the element says then; undefined where it is the element itself. */
  readonly part: ControlUse | MechanismUse | Setting | undefined;
  /** The value before, where another one takes its place. */
  readonly was: Setting | undefined;
}

/** How far one attacker gets at worst. */
export interface HarmFigure {
  readonly harm: Harm;
  readonly figure: Figure;
}

/** A stretch of days on which a design stands as it does on the first of them. */
export interface TimelineSpan {
  /** Its first day, `YYYY-MM-DD`. */
  readonly from: string;
  /** The first day of the next one; undefined of the last. */
  readonly until: string | undefined;
  /** How many days it lasts; undefined of the last. */
  readonly days: number | undefined;
  /** Undefined before the first phase. */
  readonly phase: Phase | undefined;
  /** Whether the day of the review is in it. */
  readonly isNow: boolean;
  readonly assessment: Assessment;
  /** Of those that are missing or weak. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly harms: readonly HarmFigure[];
  readonly steps: readonly TimelineStep[];
  /** How requirements stand otherwise than before it, the worst first; none of the first span. */
  readonly changes: readonly StateChange[];
}

/** What comes of a design from phase to phase. */
export interface Timeline {
  readonly architecture: Architecture;
  /** The day that it is told as of. */
  readonly date: string;
  readonly spans: readonly TimelineSpan[];
  /** The first day, not before that of the review, on which nothing critical is missing or weak; undefined where there is none. */
  readonly clearFrom: string | undefined;
  /** The day from which something critical is again; undefined where it stays so. */
  readonly clearUntil: string | undefined;
  /** What is critical or high, missing or weak, and stays so in the last span: nothing that is written ends it. */
  readonly never: readonly Finding[];
}

/** The timeline of one design from its reviews on the days on which it may change, the first of them first. */
export function timelineOf(reviews: readonly Assessment[], date: string): Timeline {
  const spans = reviews.reduce<TimelineSpan[]>((before, assessment) => [...before, ...spanOf(assessment, before.at(-1), date)], []);
  const ended = spans.map((span, index) => endedBy(span, spans[index + 1], date));
  const now = Math.max(
    0,
    ended.findIndex(({ isNow }) => isNow),
  );
  const isClear = ({ counts }: TimelineSpan) => counts.critical === 0;
  const clear = ended.findIndex((span, index) => index >= now && isClear(span));
  const again = clear < 0 ? undefined : ended.slice(clear).find((span) => !isClear(span));
  const last = ended.at(-1)!;
  return {
    architecture: reviews[0]!.architecture,
    date,
    spans: ended,
    clearFrom: clear < 0 ? undefined : clear === now && date > ended[clear]!.from ? date : ended[clear]!.from,
    clearUntil: again?.from,
    never: last.assessment.findings.filter(({ severity, state }) => isFault(state) && (severity === 'critical' || severity === 'high')),
  };
}

/** None where the day changes nothing and no phase begins. */
function spanOf(assessment: Assessment, before: TimelineSpan | undefined, date: string): TimelineSpan[] {
  const { architecture, findings } = assessment;
  const { phases } = architecture;
  const phase = phases[phaseOn(assessment.date, phases)];
  const old = before?.assessment;
  const changes = old === undefined ? [] : changesOf(old, assessment);
  const steps = old === undefined ? [] : stepsBetween(old.architecture, architecture);
  if (before !== undefined && before.phase === phase && changes.length + steps.length === 0) return [];
  const harms = inquiriesOf(assessment)
    .ways.now()
    .map(({ harm, worst }) => ({ harm, figure: worst?.figure ?? { low: 0, high: 0 } }));
  return [
    {
      from: assessment.date,
      until: undefined,
      days: undefined,
      phase,
      isNow: assessment.date <= date,
      assessment,
      counts: countFindings(findings).bySeverity,
      harms,
      steps,
      changes,
    },
  ];
}

function endedBy(span: TimelineSpan, next: TimelineSpan | undefined, date: string): TimelineSpan {
  if (next === undefined) return span;
  return { ...span, until: next.from, days: daysBetween(span.from, next.from), isNow: span.isNow && date < next.from };
}

/** What is there in one of two phases only. A part of a body that is in both is the same object. */
function stepsBetween(old: Architecture, now: Architecture): TimelineStep[] {
  const gone = onlyIn(old, now);
  const come = onlyIn(now, old).map((step) => ({
    ...step,
    comes: true,
    was: gone.find((one) => isReplaced(one, step))?.part as Setting | undefined,
  }));
  const left = gone.filter((one) => !come.some((step) => step.was !== undefined && step.was === one.part));
  return [...come, ...left.map((step) => ({ ...step, comes: false, was: undefined }))];
}

/** Whether a value takes the place of another one. */
function isReplaced(one: Found, step: Found): boolean {
  const [before, after] = [one.part, step.part];
  if (before === undefined || after === undefined || !('attribute' in before) || !('attribute' in after)) return false;
  return one.element === step.element && before.attribute === after.attribute;
}

type Found = Pick<TimelineStep, 'element' | 'sort' | 'part'>;

function onlyIn(one: Architecture, other: Architecture): Found[] {
  return allElements(one).flatMap((element): Found[] => {
    const { name, sort } = element;
    const same = elementNamed(other, name);
    if (same?.sort !== sort) return [{ element: name, sort, part: undefined }];
    if (same === element) return [];
    const known = new Set<object>(partsOf(same));
    return partsOf(element)
      .filter((part) => !known.has(part))
      .map((part) => ({ element: name, sort, part }));
  });
}

function partsOf({ controls, mechanisms, settings }: Element): (ControlUse | MechanismUse | Setting)[] {
  return [...settings, ...controls, ...mechanisms];
}

/** How many homes are within reach on how many days: their number times the days; undefined where the span has no end or nobody says how many. */
export function homeDays({ figure }: HarmFigure, { days }: TimelineSpan): number | undefined {
  return days === undefined || figure.high === undefined ? undefined : sizeOf(figure) * days;
}

/** The devices of each finding of a severity that is missing or weak, times the days of the span. */
export function deviceDays(severity: Severity, { assessment, days }: TimelineSpan): number | undefined {
  if (days === undefined) return undefined;
  const found = assessment.findings.filter((one) => isFault(one.state) && one.severity === severity);
  return found.reduce((sum, { devices }) => sum + devices, 0) * days;
}
