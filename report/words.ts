import type { Architecture, Catalogue, Citation, Element } from '../language/model/index.js';
import { elementNamed, standardName, type ConditionGap, type ControlGap, type Gap } from '../review/index.js';

export const shapes = { critical: '■', high: '▲', medium: '◆', low: '●', info: '○' } as const;

/** `link 'plc' (PLC last mile)` */
export function elementWords(architecture: Architecture, name: string): string {
  const element = elementNamed(architecture, name);
  if (element === undefined) return `'${name}'`;
  return `${element.place} '${name}'${element.title === undefined ? '' : ` (${element.title})`}`;
}

/** A control by its name, as one reads it: `mutual authentication`. */
export function controlWords(control: string): string {
  return control.replaceAll('-', ' ');
}

/** `NISTIR 7628, SG.SC-9 (not checked against the text)` */
export function citationWords(citation: Citation, catalogue: Catalogue): string {
  const clause = citation.clause === undefined ? '' : `, ${citation.clause}`;
  return `${standardName(citation.standard, catalogue)}${clause}${citation.unverified ? ' (not checked against the text)' : ''}`;
}

/** What would close a gap, in words; names the element of a leaf where it is not the one that the finding is on. */
export function gapWords(gap: Gap, architecture: Architecture, subject: string, inner = false): string {
  if (gap.kind === 'control') return controlGapWords(gap, subject);
  if (gap.kind === 'condition') return conditionGapWords(gap, subject);
  const control = onlyControl(gap);
  if (control !== undefined) return `${controlWords(control)} on ${placeWords(gap)}`;
  const parts = groupsOf(gap).map((part) => gapWords(part, architecture, subject, true));
  const mixed = gap.kind === 'and' && parts.some((part) => part.includes(' or '));
  const text = mixed ? parts.join(', and ') : listed(parts, gap.kind);
  return inner && parts.length > 1 ? `(${text})` : text;
}

/** The control that all leaves of a gap ask for, if it is one. */
function onlyControl(gap: Gap): string | undefined {
  if (gap.kind === 'condition') return undefined;
  if (gap.kind === 'control') return gap.across === undefined ? gap.control : undefined;
  const [first, ...others] = gap.gaps.map(onlyControl);
  return others.every((other) => other === first) ? first : undefined;
}

/** `share or each of read and cut` */
function placeWords(gap: Gap): string {
  if (gap.kind === 'control') return gap.asked === undefined ? gap.element : nowhereWords(gap.asked).replace('on ', '');
  if (gap.kind === 'condition') return gap.element;
  const places = listed(gap.gaps.map(placeWords), gap.kind);
  return gap.kind === 'and' ? `each of ${places}` : places;
}

/** The parts of a gap, with those leaves together that ask for one control at several places. */
function groupsOf(gap: Extract<Gap, { kind: 'and' | 'or' }>): Gap[] {
  const groups = new Map<string, Gap[]>();
  for (const part of gap.gaps) {
    const key = onlyControl(part) ?? `${groups.size}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].map((parts) => (parts.length === 1 ? parts[0]! : { kind: gap.kind, gaps: parts }));
}

/** Where a control is asked for, and nothing is: no control on the element itself would answer that. */
function nowhereWords(asked: string): string {
  return `${asked} (there is none)`;
}

function controlGapWords(gap: ControlGap, subject: string): string {
  if (gap.asked !== undefined) return `${controlWords(gap.control)} ${nowhereWords(gap.asked)}`;
  const where = gap.element === subject ? '' : ` on ${gap.element}`;
  const across =
    gap.across === undefined ? '' : ` in one piece past every ${gap.across.startsWith('every relay') ? 'stop in between' : gap.across}`;
  return `${controlWords(gap.control)}${where}${across}`;
}

function conditionGapWords(gap: ConditionGap, subject: string): string {
  return gap.element === subject ? `"${gap.words}"` : `"${gap.words}" on ${gap.element}`;
}

export function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

export function titleOf(element: Element | undefined): string {
  return element?.title ?? element?.name ?? '';
}
