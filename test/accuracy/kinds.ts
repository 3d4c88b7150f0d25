import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { review, type Finding } from '../../review/index.js';
import { openGroups, toldFirst } from '../../summary/first.js';
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

/** So many lines has a first screen. */
const screen = 10;

interface KindReview {
  readonly mistakes: readonly string[];
  readonly told: readonly Finding[];
  /** Behind each of the first lines, all that it stands for. */
  readonly lines: readonly (readonly Finding[])[];
}

export interface ReviewedKind {
  readonly kind: Kind;
  readonly wrong: KindReview;
  readonly right: KindReview;
}

/** Both designs of each kind, all in one workspace: each sees its own elements only. */
export async function reviewKinds(kinds: readonly Kind[]): Promise<ReviewedKind[]> {
  const fileOf = (at: number, side: 'wrong' | 'right') => `${at}-${side}.meter`;
  const texts = kinds.flatMap(({ wrong, right }, at): [string, string][] => [
    [fileOf(at, 'wrong'), wrong],
    [fileOf(at, 'right'), right],
  ]);
  const workspace = await createWorkspace(Object.fromEntries(texts));
  const designs = new Map(workspace.shared.meter.Designs.all().map((architecture) => [architecture.files[0], architecture]));
  const reviewed = (file: string): KindReview => {
    const mistakes = workspace.mistakes(file).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
    const architecture = designs.get(workspace.uri(file).toString());
    if (architecture === undefined) return { mistakes: [...mistakes, 'no design'], told: [], lines: [] };
    const assessment = review(architecture, date);
    const lines = toldFirst(openGroups([assessment]), screen).map(({ group }) => group.findings);
    return { mistakes, told: assessment.findings, lines };
  };
  return kinds.map((kind, at) => ({ kind, wrong: reviewed(fileOf(at, 'wrong')), right: reviewed(fileOf(at, 'right')) }));
}

/** What is not as a kind says, in words. */
export function wrongInKind({ kind, wrong, right }: ReviewedKind, first: number): string[] {
  const told = (of: KindReview) => of.told.map((one) => `${pairOf(one)} ${one.severity}`);
  const at = (what: string) => wrong.lines.findIndex((line) => line.some((one) => `${pairOf(one)} ${one.severity}` === what));
  const names = (what: string) => (pair: string) => pair === what || pair.startsWith(`${what} `);
  const said = [...kind.tells, ...kind.told];
  return [
    ...wrong.mistakes,
    ...right.mistakes,
    ...said.filter((what) => !told(wrong).includes(what)).map((what) => `${what} is not told`),
    ...kind.tells
      .filter((what) => told(wrong).includes(what) && (at(what) < 0 || at(what) >= first))
      .map((what) => `${what} is told in line ${at(what) + 1}`),
    ...said.filter((what) => told(right).some(names(what.replace(/ \S+$/, '')))).map((what) => `${what} is told where it is right`),
    ...kind.never.flatMap((what) => [
      ...told(wrong)
        .filter(names(what))
        .map((pair) => `${pair} is told of the first`),
      ...told(right)
        .filter(names(what))
        .map((pair) => `${pair} is told of the second`),
    ]),
  ];
}
