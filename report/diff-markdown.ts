import type { StateChange, DesignDiff, NamedElement } from '../history/diff.js';
import { hasChanged } from '../history/diff.js';
import { sideWords, diffSummary } from './diff-text.js';

/** A comment on a pull request may be 65,536 characters long. */
const longestComment = 60_000;
const mostRows = 200;

/** What changed, as a comment for a pull request. Whatever somebody named stands as code: it mentions, links and closes nothing. */
export function diffMarkdown(diffs: readonly DesignDiff[], old: string, now: string): string {
  const told = diffs.filter(hasChanged);
  let left = mostRows;
  const sections = told.map((diff) => {
    const rows = diff.changes.slice(0, left);
    left -= rows.length;
    return sectionOf(diff, rows);
  });
  const cut = told.reduce((sum, { changes }) => sum + changes.length, 0) - mostRows;
  const text = [`## Meterlint: ${diffSummary(diffs)}`, `From ${inert(old)} to ${inert(now)}.`, ...sections].join('\n\n');
  const end = text.length > longestComment ? text.lastIndexOf('\n', longestComment) : text.length;
  if (cut <= 0 && end === text.length) return `${text}\n`;
  const what = cut > 0 ? `${cut} further changes` : 'Further changes';
  return `${text.slice(0, end)}\n\n${what} are left out here; \`meterlint diff\` tells all of them.\n`;
}

function sectionOf(diff: DesignDiff, rows: readonly StateChange[]): string {
  const { name, nameBefore, on, added, removed } = diff;
  const note = on === 'new' ? ' (added)' : on === 'old' ? ' (removed)' : nameBefore === undefined ? '' : ` (was ${inert(nameBefore)})`;
  const parts = [`### Design ${inert(name)}${note}`, ...elementsLine('Added', added), ...elementsLine('Removed', removed)];
  if (rows.length > 0) parts.push(tableOf(rows));
  return parts.join('\n\n');
}

const mostElements = 50;

function elementsLine(word: string, elements: readonly NamedElement[]): string[] {
  if (elements.length === 0) return [];
  const names = elements.slice(0, mostElements).map(({ sort, name }) => `${sort} ${inert(name)}`);
  const more = elements.length > mostElements ? ` and ${elements.length - mostElements} more` : '';
  return [`${word}: ${names.join(', ')}${more}.`];
}

function tableOf(rows: readonly StateChange[]): string {
  const lines = rows.map(({ direction, requirement, title, sort, element, before, after }) => {
    const asked = `${inert(requirement)} ${title === requirement ? '' : inert(title)}`.trim();
    return `| ${directionWords[direction]} | ${asked} | ${sort} ${inert(element)} | ${sideWords(before)} | ${sideWords(after)} |`;
  });
  return ['| | requirement | element | before | after |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}

const directionWords = { worse: '▲ worse', decided: '◆ decided', better: '▼ better' } as const;

const longestText = 200;

/** Text as code in one line: no mention, reference, link, HTML, end of a cell or change of direction comes of it. */
export function inert(text: string): string {
  const clean = text
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/#(?=#(?:vso)?\[)/g, '# ')
    .trim();
  const characters = Array.from(clean);
  const short = characters.length > longestText ? `${characters.slice(0, longestText).join('')}…` : clean;
  const fence = '`'.repeat(Math.max(0, ...[...short.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = short.startsWith('`') || short.endsWith('`') || short === '' ? ' ' : '';
  // In a cell of a table a pipe ends the cell even within code, unless it is escaped.
  return `${fence}${space}${short.replaceAll('|', '\\|')}${space}${fence}`;
}
