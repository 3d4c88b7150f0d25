import { deviceDays, homeDays, type Timeline, type TimelineSpan } from '../../history/timeline.js';
import type { Finding } from '../../review/index.js';
import { jsonText } from '../formats/json-text.js';
import { countedSeverities, exposedSeverities, stagedWords } from './words.js';

/** For programs, as `docs/timeline.md` describes it. What has no end, or nobody says how many there are, is `null`. */
export function timelineJson(timelines: readonly Timeline[]): string {
  const designs = timelines.map(({ architecture, date, spans, clearFrom, clearUntil, never }) => ({
    design: architecture.design.name,
    date,
    firstDayWithoutCritical: clearFrom ?? null,
    criticalAgainFrom: clearUntil ?? null,
    spans: spans.map(spanData),
    never: never.map(findingData),
  }));
  return jsonText({ version: 1, designs });
}

function spanData(span: TimelineSpan): object {
  const { from, until, days, phase, isNow, counts, harms, steps, changes } = span;
  return {
    from,
    until: until ?? null,
    days: days ?? null,
    phase: phase?.name ?? null,
    now: isNow,
    findings: Object.fromEntries(countedSeverities.map((severity) => [severity, counts[severity]])),
    deviceDays: Object.fromEntries(exposedSeverities.map((severity) => [severity, deviceDays(severity, span) ?? null])),
    harms: harms.map((one) => ({
      harm: one.harm.name,
      low: one.figure.low,
      high: one.figure.high ?? null,
      homeDays: homeDays(one, span) ?? null,
    })),
    comes: steps.filter(({ comes }) => comes).map(stagedWords),
    goes: steps.filter(({ comes }) => !comes).map(stagedWords),
    changes: changes.map(({ direction, requirement, element, before, after }) => ({
      direction,
      requirement,
      element,
      before: before ?? null,
      after: after ?? null,
    })),
  };
}

function findingData({ requirement, element, severity, state, devices }: Finding): object {
  return { requirement, element, severity, state, devices };
}
