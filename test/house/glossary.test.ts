import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../support/workspace.js';

const page = 'docs/glossary.md';
const rooms = [
  'cli',
  'server',
  'client',
  'report',
  'picture',
  'drafts',
  'review',
  'summary',
  'history',
  'repair',
  'workspace',
  'language',
  'reach',
];

interface Entry {
  readonly word: string;
  readonly not: string;
}

function entries(): Entry[] {
  const rows = readFileSync(path.join(root, page), 'utf8').matchAll(/^\| (?!word |-)(.+?) *\| .+? *\| (.+?) *\|$/gm);
  return [...rows].map(([, word, not]) => ({ word: word!, not: not! }));
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith(ending) && !file.includes('/generated/'));
}

/** The texts that a program may show: everything in quotes but for the names of modules. */
function shownBy(file: string): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest));
  return texts.join('\n');
}

/** Lines are wrapped anywhere: a word may go on in the next one. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

describe('the words of the glossary', () => {
  const pages = ['README.md', 'CHANGELOG.md', ...filesIn('docs', '.md')].filter((file) => file !== page);
  const read = (file: string): string => flat(readFileSync(path.join(root, file), 'utf8'));
  const written = new Map([...pages, 'package.json', ...filesIn('catalogue', '.meter')].map((file) => [file, read(file)]));
  const shown = new Map(rooms.flatMap((room) => filesIn(room, '.ts')).map((file) => [file, flat(shownBy(file))]));
  const all = [...written, ...shown];

  it('are about thirty, each once', () => {
    const words = entries().map(({ word }) => word);
    assert.ok(words.length >= 30);
    assert.deepEqual(words, [...new Set(words)]);
  });

  for (const { word, not } of entries()) {
    it(`'${word}' is used`, () => {
      assert.ok(all.some(([, text]) => text.includes(word.toLowerCase())));
    });

    it(`'${not}' is not: it is '${word}'`, () => {
      // A word may be a part of another one.
      const used = new RegExp(
        `\\b${not
          .toLowerCase()
          .replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')
          .replace(/^mistake/, 'mistakes?')}\\b`,
      );
      assert.deepEqual(
        all.filter(([, text]) => used.test(text)).map(([file]) => file),
        [],
      );
    });
  }
});
