import { globProblem } from '../language/names/glob.js';
import { readShard, type Shard } from './shard.js';
import { nearestWord, UsageError } from './usage.js';

/** An option of a verb: how it is told, and how what was written is read. */
export interface Option<T> {
  /** The name of its value, in capitals; undefined for a switch. */
  readonly value: string | undefined;
  /** The values it takes, where there is a list. */
  readonly allowed: readonly string[];
  /** What holds where it is not given, as it is told. */
  readonly fallback: string | undefined;
  readonly described: string;
  /** Whether all of its values count where it is given again; else the last one holds, so that a script may add to what it was handed. */
  readonly many: boolean;
  readonly completes: 'files' | 'folders' | undefined;
  /** Reads the values that were written, none where it was not given; `name` is for messages, with dashes. */
  readonly read: (written: readonly string[], name: string) => T;
}

export type ValuesOf<O> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

const plain = { value: undefined, allowed: [], fallback: undefined, many: false, completes: undefined } as const;

/** On where it is given. */
export function flag(described: string): Option<boolean> {
  return { ...plain, described, read: (written) => written.length > 0 };
}

/** One word of a list. */
export function choice<const T extends string>(allowed: readonly T[], fallback: T, described: string): Option<T> {
  return {
    ...plain,
    value: 'WORD',
    allowed,
    fallback,
    described,
    read: (written, name) => oneOf(name, written.at(-1) ?? fallback, allowed),
  };
}

/** One word of a list, which has to be given. */
export function needed<const T extends string>(allowed: readonly T[], described: string): Option<T> {
  return {
    ...plain,
    value: 'WORD',
    allowed,
    described,
    read: (written, name) => {
      if (written.length === 0) throw new UsageError(`${name} is missing; it takes ${allowed.join(', ')}`);
      return oneOf(name, written.at(-1)!, allowed);
    },
  };
}

/** Any text; `completes` says what a shell offers for it. */
export function textValue(value: string, described: string, completes?: 'files' | 'folders'): Option<string | undefined> {
  return { ...plain, value, described, completes, read: (written) => written.at(-1) };
}

/** The file that a report goes to; undefined for the standard output, which is what - means, too. */
export function output(instead: 'the terminal' | 'the standard output'): Option<string | undefined> {
  const isOutput = instead === 'the standard output';
  return {
    ...plain,
    value: 'FILE',
    described: `write to a file, as a whole or not at all, instead of to ${instead}${isOutput ? ', which - means, too' : '; - means the standard output'}`,
    completes: 'files',
    read: (written) => (written.at(-1) === '-' ? undefined : written.at(-1)),
  };
}

/** Any number of texts, with commas between them or the option given again. */
export function list(value: string, described: string, allowed: readonly string[] = []): Option<readonly string[]> {
  return {
    ...plain,
    value,
    allowed,
    described,
    many: true,
    read: (written, name) => {
      const words = written.flatMap((one) => one.split(',')).map((one) => one.trim());
      const empty = words.includes('');
      if (empty) throw new UsageError(`${name} takes names with commas between them, not '${written.join(' ')}'`);
      return allowed.length === 0 ? words : words.map((word) => oneOf(name, word, allowed));
    },
  };
}

/** Patterns of files, one a value: a comma may stand in the braces of one. */
export function patterns(described: string): Option<readonly string[]> {
  return {
    ...plain,
    value: 'GLOB',
    described,
    many: true,
    read: (written, name) => {
      for (const glob of written) {
        const problem = globProblem(glob);
        if (problem !== undefined) throw new UsageError(`${name} '${glob}' ${problem}`);
      }
      return written;
    },
  };
}

/** A part of the work: `2/5`. */
export function shard(described: string): Option<Shard | undefined> {
  return {
    ...plain,
    value: 'I/N',
    described,
    read: (written, name) => {
      const given = written.at(-1);
      const read = given === undefined ? undefined : readShard(given);
      if (given !== undefined && read === undefined)
        throw new UsageError(`${name} takes a part of a number of parts, such as 2/5, not '${given}'`);
      return read;
    },
  };
}

/** A day, `YYYY-MM-DD`. */
export function day(described: string, fallback: string): Option<string | undefined> {
  return {
    ...plain,
    value: 'YYYY-MM-DD',
    described,
    fallback,
    read: (written, name) => (written.length === 0 ? undefined : dayOf(name, written.at(-1)!)),
  };
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const near = nearestWord(value, allowed);
  throw new UsageError(`${name} takes ${allowed.join(', ')}, not '${value}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
}

function dayOf(name: string, value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 2026-02-31 for the third of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new UsageError(`${name} takes a day such as 2026-11-24, not '${value}'`);
  }
  return value;
}

/** A longer list of words would not fit on a line of a terminal beside its option. */
const longestList = 60;

function standsBeside(allowed: readonly string[]): boolean {
  return allowed.length > 0 && allowed.join('|').length <= longestList;
}

/** `--fail-on high|low`, `--output FILE`, `--redundant` */
export function optionAsWritten(name: string, { value, allowed }: Option<unknown>): string {
  if (value === undefined) return `--${name}`;
  return `--${name} ${standsBeside(allowed) ? allowed.join('|') : value}`;
}

/** What an option is for, with the words that it takes where they do not stand beside it. */
export function explained({ described, allowed }: Option<unknown>): string {
  return allowed.length === 0 || standsBeside(allowed) ? described : `${described}: ${allowed.join(', ')}`;
}
