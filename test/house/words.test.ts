import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { problemCodes } from '../../language/wellformed/codes.js';
import { sentences } from '../../language/wellformed/words/sentences.js';
import { root } from '../support/workspace.js';

const words = 'language/wellformed/words/';
/**
 * Where things are found out, changed or counted: what is wrong with the writing, what is missing, what closes it, what it comes to, how a text
 * is rewritten. Others say it: validation errors and repairs `language/wellformed/words/`, the rest `report/` and `server/action-titles.ts`.
 */
const finders = [
  ...['language/wellformed', 'language/parsing', 'report/decisions.ts', 'report/redundant.ts', 'server/authoring/doubles.ts'],
  ...['review', 'reach', 'summary', 'history', 'repair', 'server/refactor', 'server/actions.ts', 'server/finding-fixes.ts'],
];
/** Titles and advice of codes are what the registry is. */
const registry = 'language/wellformed/codes.ts';

/** Texts of several words that are none of the language, each with what it is. */
const noSentences: Readonly<Record<string, string>> = {
  'outside the workspace': 'what becomes of an import, a name that the code of imports gives it',
  'not a relative path': 'the same',
  'not saved yet': 'the same',
  'not applicable': 'a state, a name that the language has no other for',
  'met in part': 'the same, of a clause',
  'not asked': 'the same',
  'in force': 'the same, of a decision',
  'without effect': 'the same',
  'left out': 'the same, of a condition',
  'in vain': 'a reason, a name that the code of cuts gives it',
  'nothing to protect': 'the same, of steps',
  'whole document': 'a place in a document, a name of the list of documents',
  'ITU-T ': 'a publisher',
  'BSI TR-': 'the same',
  'kinds of component': 'a table of a design, by which it is noted what a pair reads',
  'zones around': 'the same',
  'links at': 'the same',
  'flows at': 'the same',
  'flows on': 'the same',
  'flows carrying': 'the same',
  'components in': 'the same',
  'limit in design': 'the same',
  'word …': 'the same',
  ' past …': 'a part of a key',
  '"schema": …': 'a file for programs',
  '"requirements": …': 'the same',
  '"files": …': 'the same',
  '"findings": …': 'the same',
};

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function filesIn(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
    .map((file) => `${place}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts'));
}

function importsOf(file: string): { readonly file: string; readonly names: readonly string[]; readonly to: string }[] {
  return [...read(file).matchAll(/^(?:import|export)\b([^;]*?)from '(\.[^']+)';/gm)].map(([, names, to]) => ({
    file,
    names: names!.match(/\w+/g) ?? [],
    to: path.posix.join(path.posix.dirname(file), to!),
  }));
}

/** Every word that the grammar knows, and the names of what it reads as one. */
const ofLanguage = new Set(read('language/meter.langium').match(/[a-z]+(?=(?: [a-z]+)*')/g));

/** By what somebody keeps what was found out: `derived(part, 'links by end', find)`. */
function isKey(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /\bderived$/.test(node.parent.expression.getText()) && node.parent.arguments[1] === node;
}

/** The texts of a file in which words stand that the language does not have: a text that a repair writes has none. */
function prose(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || (!ts.isSourceFile(node) && isKey(node))) return;
    const said = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
        : '';
    const several = said.replaceAll(/\$<\w+>(?:\.meter)?/g, '').match(/\p{L}[\p{L}'’-]*/gu) ?? [];
    // What stands for a token or for a part of the text that was found is no word.
    const strange = several.filter((word) => !ofLanguage.has(word) && !/^[A-Z]+$/.test(word));
    if (said.includes(' ') && strange.length > 0) found.push(said);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('one.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

describe('sentences', () => {
  it('are found where code writes one', () => {
    const text =
      "import 'not a check'; const told = { what: ['a', 'Add one'], title: `Remove ${name}`, edit: `via ${link}, control ID` }; derived(a, 'one by one', b);";
    assert.deepEqual(prose(text), ['Add one', 'Remove …']);
  });

  it('are written where things are said, and by no check, parser, review, roll-up or repair: titles of repairs, fixes and refactorings among them', () => {
    const files = finders.flatMap(filesIn).filter((file) => !file.startsWith(words) && file !== registry);
    assert.ok(files.length > 50);
    const found = files.flatMap((file) => prose(read(file)).map((text) => ({ file, text })));
    assert.deepEqual(
      found.filter(({ text }) => !(text in noSentences)),
      [],
    );
    const unused = Object.keys(noSentences).filter((text) => !found.some((one) => one.text === text));
    assert.deepEqual(unused, []);
  });

  it('are made at the edge only, by the three functions of the room', () => {
    const others = [
      'language',
      'review',
      'reach',
      'summary',
      'history',
      'report',
      'workspace',
      'repair',
      'drafts',
      'picture',
      'server',
      'cli',
      'tools',
    ];
    const files = others.flatMap(filesIn).filter((file) => !file.startsWith(words));
    const imports = files.flatMap((file) => importsOf(file).filter(({ to }) => to.startsWith(words)));
    assert.deepEqual(
      imports.filter(({ to }) => to !== `${words}index.js`),
      [],
    );
    const makers = imports.filter(({ names }) => names.some((name) => ['messageOf', 'repairTitle', 'nearbyWords'].includes(name)));
    assert.deepEqual(makers.map(({ file }) => file).sort(), [
      'cli/open.ts',
      'cli/verbs/format.ts',
      'report/problem.ts',
      'server/authoring/doubles.ts',
      'server/diagnostics.ts',
      'server/offered.ts',
    ]);
  });

  it('are of all codes of the registry but the one that is no error', () => {
    assert.deepEqual(
      Object.keys(problemCodes).filter((code) => !(code in sentences)),
      ['more-findings'],
    );
    assert.deepEqual(
      Object.keys(sentences).filter((code) => !(code in problemCodes)),
      [],
    );
  });
});
