import { conditionWords } from '../language/semantics/index.js';
import type { Architecture, Catalogue, Citation, Element, ElementSort } from '../language/model/index.js';
import { elementNamed, standardName, type State } from '../review/index.js';
import type { ClauseState } from '../summary/clauses.js';

export const shapes = { critical: '■', high: '▲', medium: '◆', low: '●', info: '○' } as const;

/** A sign for each state that shades of grey and bad prints leave apart. */
export const signs: Readonly<Record<ClauseState, string>> = {
  missing: '✕',
  weak: '½',
  unknown: '?',
  planned: '▷',
  accepted: 'A',
  excluded: 'E',
  'met in part': '◐',
  met: '✓',
  'not applicable': '·',
  'not asked': '–',
};

/** What a state says, for those who read it the first time. */
export const meanings: Readonly<Record<State, string>> = {
  missing: 'what is needed is not there',
  weak: 'something is there, and too weak',
  unknown: 'a fact that decides is not stated',
  planned: 'only planned so far',
  accepted: 'open, and somebody accepted the risk',
  excluded: 'somebody decided that it does not count here',
  met: 'everything that it needs is there',
  'not applicable': 'not asked of this element',
};

/** Elements of a sort together, as a heading. */
export const sortPlurals: Readonly<Record<ElementSort, string>> = {
  design: 'The design',
  zone: 'Zones',
  component: 'Components',
  data: 'Data',
  link: 'Links',
  flow: 'Flows',
};

/** `link 'plc' (PLC last mile)` */
export function elementWords(architecture: Architecture, name: string): string {
  const element = elementNamed(architecture, name);
  if (element === undefined) return `'${name}'`;
  return `${element.sort} '${name}'${element.title === undefined ? '' : ` (${element.title})`}`;
}

/** A control by its name, as one reads it: `mutual authentication`. */
export function controlWords(control: string): string {
  return control.replaceAll('-', ' ');
}

/** `NISTIR 7628, SG.SC-9 (in part; not checked against the text)` */
export function citationWords(citation: Citation, catalogue: Catalogue): string {
  const clause = citation.clause === undefined ? '' : `, ${citation.clause}`;
  const told = [
    citation.part ? 'in part' : '',
    citation.condition === undefined ? '' : `where ${conditionWords(citation.condition)}`,
    citation.unverified ? 'not checked against the text' : '',
  ].filter((words) => words !== '');
  return `${standardName(citation.standard, catalogue)}${clause}${told.length === 0 ? '' : ` (${told.join('; ')})`}`;
}

export function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A full stop in brackets is mostly one of an abbreviation. */
export function firstSentence(text: string): string {
  return /^(?:\([^)]*\)|.)*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

export function titleOf(element: Element | undefined): string {
  return element?.title ?? element?.name ?? '';
}
