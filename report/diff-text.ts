import { forTerminal } from './clean.js';
import { countChanges, hasChanged, type StateChange, type DesignDiff, type NamedElement, type DiffSide } from '../history/diff.js';
import { listed, shapes } from './words.js';

/** What changed, for a terminal: a line each, the worst first. */
export function diffText(diffs: readonly DesignDiff[]): string {
  const parts = diffs.filter(hasChanged).map(designText);
  return forTerminal([...parts, `${diffSummary(diffs)}\n`].join('\n'));
}

function designText(diff: DesignDiff): string {
  const lines = [
    headingOf(diff),
    ...elementLines('added', diff.added),
    ...elementLines('removed', diff.removed),
    ...diff.changes.map((change) => `  ${change.direction.padEnd(7)} ${lineOf(change)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** `design riverside (was hillside)` */
export function headingOf({ name, nameBefore, on }: DesignDiff): string {
  const note = on === 'new' ? ' (added)' : on === 'old' ? ' (removed)' : nameBefore === undefined ? '' : ` (was ${nameBefore})`;
  return `design ${name}${note}`;
}

function elementLines(word: string, elements: readonly NamedElement[]): string[] {
  if (elements.length === 0) return [];
  const names = elements.map(({ sort, name }) => `${sort} ${name}`);
  return [`  ${word.padEnd(7)} ${listed(names, 'and')}`];
}

function lineOf({ requirement, sort, element, before, after, title }: StateChange): string {
  return `${requirement} on ${sort} '${element}': ${sideWords(before)} -> ${sideWords(after)} (${title})`;
}

/** `■ critical missing`; met and not applicable have no severity that would matter. */
export function sideWords(side: DiffSide | undefined): string {
  if (side === undefined) return 'not there';
  const { state, severity } = side;
  return state === 'met' || state === 'not applicable' ? state : `${shapes[severity]} ${severity} ${state}`;
}

/** `2 worse, 1 decided, 3 better` */
export function diffSummary(diffs: readonly DesignDiff[]): string {
  const { worse, decided, better } = countChanges(diffs);
  if (worse + decided + better === 0) return diffs.some(hasChanged) ? 'No requirement stands otherwise than before.' : 'Nothing changed.';
  return `${worse} worse, ${decided} accepted or excluded, ${better} better`;
}
