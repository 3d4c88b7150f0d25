import type { MistakeOf } from '../mistake.js';
import { foreseen, type ControlsOf, type Foreseen, type Groups } from './table.js';

/** From and to, from the start of the line. */
type Stretch = readonly [start: number, end: number];

export interface FoundMistake {
  readonly entry: Foreseen;
  readonly what: MistakeOf<'syntax-error'>['what'];
  /** What is wrong, without the space around it. */
  readonly at: Stretch;
  /** What a repair replaces. */
  readonly replaced: Stretch;
  readonly writes: readonly string[];
  /** Only one repair could be meant. */
  readonly isSure: boolean;
}

const name = String.raw`(?:[\p{L}\d_]+(?:[-.][\p{L}\d_]+)*)`;
const names = String.raw`(?:${name}(?:\s*,\s*${name})*)`;

const patterns = foreseen.map((entry) => {
  const source = entry.wrong.source.replaceAll('NAMES', names).replaceAll('NAME', name);
  return { entry, pattern: new RegExp(source, `${entry.wrong.flags}dg`) };
});

/** The first of the foreseen mistakes in a line that cannot be read. */
export function foreseenIn(line: string, controlsOf: ControlsOf): FoundMistake | undefined {
  const closed = textsAndComments(line);
  for (const { entry, pattern } of patterns) {
    for (const match of line.matchAll(pattern)) {
      const replaced = match.indices?.groups?.['at'] ?? [match.index, match.index + match[0].length];
      if (closed.some(([from, to]) => from < replaced[0] && replaced[0] < to)) continue;
      const writes = written(entry, match.groups ?? {}, controlsOf);
      // What stands there as it should is no mistake.
      if (writes.includes(line.slice(...replaced))) continue;
      return {
        entry,
        what: ['foreseen', entry.says, entry.word === undefined ? undefined : match.groups?.[entry.word]],
        at: trimmed(line, replaced),
        replaced,
        writes,
        isSure: entry.sure === true && writes.length === 1,
      };
    }
  }
  return undefined;
}

function written({ write }: Foreseen, groups: Groups, controlsOf: ControlsOf): readonly string[] {
  if (write === undefined) return [];
  if (typeof write === 'function') return write(groups, controlsOf);
  return (typeof write === 'string' ? [write] : write).map((text) => filled(text, groups));
}

function filled(text: string, groups: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/\$<(\w+)>/g, (_, group: string) => groups[group] ?? '');
}

function trimmed(line: string, [start, end]: Stretch): Stretch {
  const text = line.slice(start, end);
  if (text.trim() === '') return [start, end];
  return [start + text.length - text.trimStart().length, start + text.trimEnd().length];
}

/** What the language itself reads as a text or a comment: nothing in it is a mistake. */
function textsAndComments(line: string): Stretch[] {
  const found = line.matchAll(/"(?:\\.|[^"\\])*"|\/\/.*|\/\*.*?(?:\*\/|$)/g);
  return [...found].map(({ index, 0: text }) => [index, index + text.length]);
}
