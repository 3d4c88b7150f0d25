import { knownAs } from '../language/semantics/index.js';
import type { Definition } from '../language/model/index.js';
import { isProblemCode, problemCodes, type ProblemCode } from '../language/wellformed/codes.js';
import { problemAddress } from '../report/handbook.js';
import { forTerminal, oneLine } from '../report/clean.js';
import { pageText } from '../report/page.js';
import { definitionSorts, pageOf, pagesOf } from '../report/definitions.js';
import { loadFiles } from './load.js';
import { findFiles } from './files.js';
import { exitCodes, nearestWord } from './usage.js';
import { warn } from './warn.js';

/** Prints the pages of whatever bears a name, the workspace's own definitions below the current folder included, or of a mistake's code. */
export async function explain(name: string): Promise<number> {
  const here = process.cwd();
  const { files } = await findFiles([here]);
  const { catalogue } = (await loadFiles(files, [here])).snapshot;
  const all = definitionSorts.map((sort) => sort.all(catalogue));
  const called = all.flatMap((some) => knownAs<Definition>(name, some));
  const named = pagesOf(name, catalogue);
  const [only] = called;
  const known = only !== undefined && called.length === 1 ? pageOf(only.name, catalogue) : undefined;
  const pages = named.length > 0 || known === undefined ? named : [known];
  if (pages.length > 0) {
    process.stdout.write(`${pages.map(pageText).join('\n\n')}\n`);
    return exitCodes.clean;
  }
  if (isProblemCode(name)) {
    process.stdout.write(codeText(name));
    return exitCodes.clean;
  }
  if (called.length > 0) {
    process.stdout.write(`${severalText(name, called)}\n`);
    return exitCodes.clean;
  }
  const near = nearestWord(
    name,
    all.flatMap((some) => some.map((one) => one.name)),
  );
  warn(`the catalogue has no '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
  return exitCodes.couldNotRun;
}

/** What the registry knows of a code; the example is on its page. */
function codeText(code: ProblemCode): string {
  const { title, advice, severities, hides } = problemCodes[code];
  const hidden = hides ? '. It hides a part of the design, so that the exit code is 2' : '';
  const lines = [
    code,
    '',
    title,
    ...(advice === undefined ? [] : [advice]),
    '',
    `Severity: ${severities.join(' or ')}${hidden}.`,
    '',
    problemAddress(code),
  ];
  return `${lines.join('\n')}\n`;
}

/** What one everyday word stands for, where that is several: a line each. */
function severalText(word: string, called: readonly Definition[]): string {
  const width = Math.max(...called.map(({ name }) => name.length));
  const lines = called.map(({ name, title }) => `  ${name.padEnd(width)}  ${oneLine(title ?? '')}`.trimEnd());
  return forTerminal([`'${word}' is an everyday name of several. 'meterlint explain NAME' tells of each:`, '', ...lines].join('\n'));
}
