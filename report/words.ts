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
  const alike = sameControl(gap);
  if (alike !== undefined) return alike;
  const parts = gap.gaps.map((part) => gapWords(part, architecture, subject, true));
  const text = gap.kind === 'and' ? listed(parts, 'and') : listed(parts, 'or');
  return inner && parts.length > 1 && gap.kind === 'or' ? `(${text})` : text;
}

/** One control at several places is told once: `encryption on the flows a, b and c`. */
function sameControl(gap: Extract<Gap, { kind: 'and' | 'or' }>): string | undefined {
  const leaves = gap.gaps.filter((part): part is ControlGap => part.kind === 'control' && part.across === undefined);
  const [first] = leaves;
  if (first === undefined || leaves.length !== gap.gaps.length || leaves.length < 2) return undefined;
  if (leaves.some((leaf) => leaf.control !== first.control)) return undefined;
  const names = leaves.map((leaf) => leaf.element);
  return `${controlWords(first.control)} on ${gap.kind === 'and' ? 'each of ' : ''}${listed(names, gap.kind)}`;
}

function controlGapWords(gap: ControlGap, subject: string): string {
  const where = gap.element === subject ? '' : ` on ${gap.element}`;
  const across = gap.across === undefined ? '' : ` in one span across every ${gap.across}`;
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
