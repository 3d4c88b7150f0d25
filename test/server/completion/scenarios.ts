import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What is expected at one cursor. */
export interface Expectation {
  readonly offset: number;
  /** The line with its mark, for messages. */
  readonly line: string;
  /** All labels in their order; the first ones; some that are there; some that are not. */
  readonly all: readonly string[] | undefined;
  readonly first: readonly string[];
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

export interface Scenario {
  readonly title: string;
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

const mark = '¦';

/**
 * A file of scenarios. What stands before the first line `//## title` begins each of them. A mark `¦` is a cursor; the lines
 * behind its line say what is offered there: `//= a, b` these and no others, `//< a, b` these first, `//+ a` among others,
 * `//- a` not. Marks and such lines are no part of the text.
 */
export function scenariosIn(file: string, newline = '\n'): Scenario[] {
  const [start, ...parts] = readFileSync(path.join(import.meta.dirname, file), 'utf8').split(/^\/\/## /m);
  return parts.map((part) => {
    const [title, ...lines] = part.split('\n');
    return { title: title!.trim(), ...read([...start!.split('\n'), ...lines], newline) };
  });
}

type Draft = { -readonly [K in keyof Expectation]: Expectation[K] };

function read(lines: readonly string[], newline: string): Omit<Scenario, 'title'> {
  let text = '';
  let here: Draft | undefined;
  const expectations: Draft[] = [];
  for (const line of lines) {
    const told = /^\s*\/\/([=<+-])(.*)$/.exec(line);
    if (told === null) {
      const at = line.indexOf(mark);
      if (at >= 0) {
        here = { offset: text.length + at, line: line.trim(), all: undefined, first: [], present: [], absent: [] };
        expectations.push(here);
      }
      text += line.replace(mark, '') + newline;
      continue;
    }
    if (here === undefined) throw new Error(`'${line}' follows no mark`);
    const labels = told[2]!
      .split(',')
      .map((label) => label.trim())
      .filter((label) => label !== '');
    if (told[1] === '=') here.all = [...(here.all ?? []), ...labels];
    else if (told[1] === '<') here.first = [...here.first, ...labels];
    else if (told[1] === '+') here.present = [...here.present, ...labels];
    else here.absent = [...here.absent, ...labels];
  }
  const idle = expectations.find(
    ({ all, first, present, absent }) => all === undefined && first.length + present.length + absent.length === 0,
  );
  if (idle !== undefined) throw new Error(`'${idle.line}' expects nothing: say '//=' where nothing is offered`);
  return { text, expectations };
}
