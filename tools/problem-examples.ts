import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text that gives one mistake and no other, and the same text without it. */
export interface ProblemExample {
  readonly code: string;
  readonly wrong: string;
  readonly repaired: string;
  /** What stands in files beside it, by name. */
  readonly beside: Readonly<Record<string, string>>;
  /** The code that follows from the mistake, where one does: a decision that decides nothing has no effect, either. */
  readonly also: string | undefined;
  /** The files that may hold decisions, where the project says so. */
  readonly decisionsFrom: string | undefined;
}

/** What no text shows by itself, and what does. */
export const withoutExample: Readonly<Record<string, string>> = {
  'unreadable-file': 'It is about a file that cannot be read, whatever stands in it.',
  'import-unsaved': 'It is about an editor whose text has no file yet.',
  'more-findings': 'It takes a file with several hundred findings.',
};

const folder = path.resolve(import.meta.dirname, '../test/language/problems');

/** The examples by code: files of parts under lines `// wrong`, `// repaired`, `// beside: NAME`, `// also: CODE` and `// decisions from: GLOB`. */
export function examples(): ReadonlyMap<string, ProblemExample> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [path.basename(file, '.meter'), read(file)]),
  );
}

function read(file: string): ProblemExample {
  const [, ...parts] = readFileSync(path.join(folder, file), 'utf8').split(
    /^\/\/ (wrong|repaired|beside: .+|decisions from: .+|also: .+)\n/m,
  );
  const texts = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) texts.set(parts[index]!, `${parts[index + 1]!.trim()}\n`);
  const named = (word: string) =>
    [...texts].flatMap(([key, text]): [string, string][] => (key.startsWith(word) ? [[key.slice(word.length), text]] : []));
  return {
    code: path.basename(file, '.meter'),
    wrong: texts.get('wrong') ?? '',
    repaired: texts.get('repaired') ?? '',
    beside: Object.fromEntries(named('beside: ')),
    also: named('also: ')[0]?.[0],
    decisionsFrom: named('decisions from: ')[0]?.[0],
  };
}
