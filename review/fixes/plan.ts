import type { SourceMap } from '../../language/source/index.js';
import { isBlank, knownNames, valueOf } from '../../language/semantics/index.js';
import type { ControlUse, Element } from '../../language/model/index.js';
import { intoBody, inQuotes, replacing } from '../../language/writing/index.js';
import type { ControlGap, Finding } from '../assessment.js';
import type { Facts } from '../facts.js';
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
export function planFix(finding: Finding, gap: ControlGap, element: Element, facts: Facts, sources: SourceMap, isAlone = false): Fix {
  const { date } = facts;
  const end = valueOf(element, knownNames.endOfUse, facts);
  const soon = dayToPlan(date);
  // What leaves service before then has it before it leaves.
  const day = end?.kind === 'date' && end.date >= date && end.date < soon ? end.date : soon;
  const statement = `control ${gap.control} planned for ${day}`;
  // A statement that does not count has the plan in its place, not beside it.
  const before = gap.idle.find((one) => one.control === gap.control && one.element === element.name && one.kind === undefined)?.statement;
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
