import type { SourceMap } from '../../language/source/index.js';
import { isBlank } from '../../language/semantics/index.js';
import type { ControlUse, Element } from '../../language/model/index.js';
import { intoBody, inQuotes, replacing } from '../../language/writing/index.js';
import type { ControlGap, Finding } from '../assessment.js';
import type { Fix } from '../fix.js';

const monthsToPlan = 6;

/**
 * The day for which a fix plans: the last one of the month six months on. In half a year a test, a certificate or an assessment can be ordered
 * and held; more would outlast the review that asked for it. And an end of a month is a day that people keep in mind.
 */
export function dayToPlan(date: string): string {
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month! + monthsToPlan, 0)).toISOString().slice(0, 10);
}

/** Says that a control comes by a day: all that a fix can say where nobody but its reader knows whether it is there. Never preferred. */
export function planFix(finding: Finding, gap: ControlGap, element: Element, date: string, sources: SourceMap, isAlone = false): Fix {
  const day = dayToPlan(date);
  const statement = `control ${gap.control} planned for ${day}`;
  const before = element.controls.find((use) => use.control === gap.control && saysNothing(use, date));
  const adds = before === undefined ? { adds: { element, statement } } : {};
  return {
    kind: 'plan',
    control: gap.control,
    on: element.name,
    day,
    isAlone,
    preferred: false,
    finding: finding.id,
    closes: { element: gap.element, what: gap.control },
    edits: before === undefined ? intoBody(sources.sourceOf(element), statement) : [replacing(sources.rangeOf(before), again(before, day))],
    ...adds,
    bringsIntoScope: [],
  };
}

/** A statement that does not count: its evidence is blank, or its day is past. The plan goes in its place, not beside it. */
function saysNothing({ evidence, due }: ControlUse, date: string): boolean {
  return (evidence !== undefined && isBlank(evidence)) || (due !== undefined && due < date);
}

function again({ control, mechanisms, from, to, evidence }: ControlUse, day: string): string {
  return [
    `control ${control}`,
    ...(mechanisms.length === 0 ? [] : [`by ${mechanisms.join(', ')}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    `planned for ${day}`,
    ...(evidence === undefined || isBlank(evidence) ? [] : [`evidence ${inQuotes(evidence)}`]),
  ].join(' ');
}
