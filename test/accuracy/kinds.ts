import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentsLines } from '../../report/terminal/contents.js';
import { review, type Assessment, type Finding } from '../../review/index.js';
import { groupFindings } from '../../summary/groups.js';
import { createWorkspace, root } from '../support/workspace.js';
import { pairOf } from './reference.js';

const folder = 'test/accuracy/kinds';
const date = '2026-11-30';

/** A kind of fault, as a design that has it and one that is right; or a careful place, which must stay without what is `never` told. */
export interface Kind {
  readonly file: string;
  readonly title: string;
  /** `REQUIREMENT on ELEMENT SEVERITY`: told of the wrong design among the first lines, and never of the right one. */
  readonly tells: readonly string[];
  /** The same of what is an omission, or has a cause that is told first: told of the wrong design, in whatever line. */
  readonly told: readonly string[];
  /** `REQUIREMENT on ELEMENT` or `REQUIREMENT`: told of neither. */
  readonly never: readonly string[];
  readonly wrong: string;
  readonly right: string;
}

/**
 * The kinds of a file. What stands before the first `===` begins each of its designs. Below a title stand `tells`, `told` and `never` lines, then one
 * text: a line that begins with `- ` is the wrong design's only, one with `+ ` the right one's.
 */
export function kindsOf(file: string, text: string): Kind[] {
  const [prelude, ...sections] = text.split(/^=== /m);
  return sections.map((section): Kind => {
    const [title, ...lines] = section.split('\n');
    const said = (word: string) => lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1).trim()] : []));
    const drawn = lines.filter((line) => !/^(tells|told|never) /.test(line));
    const side = (own: string) =>
      `${prelude}\n${drawn
        .filter((line) => !/^[-+] /.test(line) || line.startsWith(own))
        .map((line) => line.replace(/^[-+] /, ''))
        .join('\n')}`;
    return {
      file,
      title: title!.trim(),
      tells: said('tells'),
      told: said('told'),
      never: said('never'),
      wrong: side('-'),
      right: side('+'),
    };
  });
}

export function allKinds(): Kind[] {
  return readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.kinds'))
    .sort()
    .flatMap((file) => kindsOf(file, readFileSync(path.join(root, folder, file), 'utf8')));
}

export interface KindReview {
  readonly mistakes: readonly string[];
  readonly told: readonly Finding[];
  /** Behind each of the first lines, all that it stands for. */
  readonly lines: readonly (readonly Finding[])[];
}

export async function reviewKind(text: string): Promise<KindReview> {
  const workspace = await createWorkspace({ 'kind.meter': text });
  const mistakes = workspace.mistakes('kind.meter').flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
  const [architecture] = workspace.shared.meter.Designs.all();
  if (architecture === undefined) return { mistakes: [...mistakes, 'no design'], told: [], lines: [] };
  const assessment: Assessment = review(architecture, date);
  const lines = contentsLines([{ assessment, groups: groupFindings(assessment) }]).map(({ group }) => group.findings);
  return { mistakes, told: assessment.findings, lines };
}

/** What is not as a kind says, in words. */
export async function wrongInKind(kind: Kind, first: number): Promise<string[]> {
  const name = `${kind.file}: ${kind.title}`;
  const [wrong, right] = [await reviewKind(kind.wrong), await reviewKind(kind.right)];
  const told = (of: KindReview) => of.told.map((one) => `${pairOf(one)} ${one.severity}`);
  const at = (what: string) => wrong.lines.findIndex((line) => line.some((one) => `${pairOf(one)} ${one.severity}` === what));
  const names = (what: string) => (pair: string) => pair === what || pair.startsWith(`${what} `);
  return [
    ...[...wrong.mistakes, ...right.mistakes].map((message) => `${name}: ${message}`),
    ...[...kind.tells, ...kind.told].filter((what) => !told(wrong).includes(what)).map((what) => `${name}: ${what} is not told`),
    ...kind.tells
      .filter((what) => told(wrong).includes(what) && (at(what) < 0 || at(what) >= first))
      .map((what) => `${name}: ${what} is told in line ${at(what) + 1}`),
    ...[...kind.tells, ...kind.told]
      .filter((what) => told(right).some(names(what.replace(/ \S+$/, ''))))
      .map((what) => `${name}: ${what} is told where it is right`),
    ...kind.never.flatMap((what) => [
      ...told(wrong)
        .filter(names(what))
        .map((pair) => `${name}: ${pair} is told of the first`),
      ...told(right)
        .filter(names(what))
        .map((pair) => `${name}: ${pair} is told of the second`),
    ]),
  ];
}
