import { knownAs } from '../language/semantics/index.js';
import type { Catalogue, Definition } from '../language/model/index.js';
import { isProblemCode, problemCodes, type ProblemCode } from '../language/wellformed/codes.js';
import { problemAddress } from '../report/handbook.js';
import { quoted } from '../language/wellformed/words/lists.js';
import { forTerminal, oneLine } from '../report/clean.js';
import { pageText } from '../report/page.js';
import { pageOf } from '../report/pages.js';
import { loadFiles } from './load.js';
import { findFiles } from './files.js';
import { exitCodes, nearestWord } from './usage.js';
import { warn } from './warn.js';

/** Prints the page of a requirement, mechanism, control, threat or named condition, the workspace's own ones below the current folder included, or of a mistake's code. */
export async function explain(name: string): Promise<number> {
  const here = process.cwd();
  const { files } = await findFiles([here]);
  const { catalogue } = (await loadFiles(files, [here])).snapshot;
  const tables = [catalogue.requirements, catalogue.mechanisms, catalogue.controls, catalogue.threats, catalogue.conditions];
  const called = tables.flatMap((table) => knownAs<Definition>(name, table.values()));
  const page = pageOf(name, catalogue) ?? (called.length === 1 ? pageOf(called[0]!.name, catalogue) : undefined);
  if (page !== undefined) {
    process.stdout.write(`${pageText(page)}\n`);
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
    tables.flatMap((table) => [...table.keys()]),
  );
  const elsewhere = elsewhereCalled(name, catalogue);
  const hint = elsewhere ?? (near === undefined ? '' : `; did you mean '${near}'?`);
  warn(`there is no requirement, mechanism, control, threat or condition '${name}'${hint}`);
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

/** Kinds, classes of data, services and the like have no page; the list of their sort tells of them. */
function elsewhereCalled(word: string, catalogue: Catalogue): string | undefined {
  const { componentKinds, zoneKinds, dataClasses, services, attributes } = catalogue;
  const sorts: readonly (readonly [what: string, tables: readonly ReadonlyMap<string, Definition>[]])[] = [
    ['kinds', [componentKinds, zoneKinds, dataClasses]],
    ['services', [services]],
    ['attributes', [attributes]],
  ];
  for (const [what, tables] of sorts) {
    const found = tables.flatMap((table) => [
      ...knownAs(word, table.values()),
      ...(table.get(word) === undefined ? [] : [table.get(word)!]),
    ]);
    if (found.length > 0) return `; 'meterlint list ${what} --find "${word}"' tells of ${quoted(found.map(({ name }) => name))}`;
  }
  return undefined;
}
