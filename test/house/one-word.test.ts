import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../support/workspace.js';

const rooms = [
  ...['language', 'review', 'reach', 'report', 'summary', 'history', 'repair', 'drafts', 'picture', 'workspace'],
  ...['server', 'cli', 'client', 'webview', 'tools', 'bench', 'test'],
];

interface Declared {
  readonly file: string;
  readonly name: string;
  /** The type and the value that stand with it. */
  readonly of: string;
}

/** What a text declares, in whatever way: values, parameters, properties, functions and types. */
function declaredIn(file: string, text: string): Declared[] {
  const found: Declared[] = [];
  const visit = (node: ts.Node): void => {
    if ('name' in node && node.name !== undefined && ts.isIdentifier(node.name as ts.Node)) {
      const { name, type, initializer } = node as { name?: ts.Node; type?: ts.Node; initializer?: ts.Node };
      // What an imported or generated thing is called is said where it is declared.
      const isOwn = !ts.isImportSpecifier(node) && !ts.isImportClause(node) && !ts.isPropertyAccessExpression(node);
      if (isOwn) found.push({ file, name: name!.getText(), of: `${type?.getText() ?? ''} ${initializer?.getText() ?? ''}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The words of a name: `decisionStanding` has two. */
const wordsOf = (name: string): string[] => name.split(/(?<=[a-z])(?=[A-Z])|[-_]/).map((word) => word.toLowerCase());

/** Names that hold sorts of elements, and are called places. */
function placesThatAreSorts(all: readonly Declared[]): Declared[] {
  const isSort = /\b(?:Element|Subject)Sorts?\b|\bsorts?\b(?!\()/;
  return all.filter(({ name, of }) => /^(?:some|all|element)?places?$/i.test(name) && isSort.test(of.replace(/=>[^]*/, '')));
}

/** Where decisions are told; what else stands somehow has a status, a state or a foothold. */
const ofDecisions =
  /^(?:summary\/(?:register|decided)|report\/(?:register|management)|report\/formats\/\w+\/(?:decisions|index)|server\/decisions\/rows|review\/told-pairs|test\/summary\/register\.test|test\/language\/decision-files\.test|test\/cli\/redact\.test)\.ts$/;

describe('a word of the code', () => {
  const files = rooms
    .flatMap((room) => readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !/\/(?:generated|node_modules)\//.test(file));
  const all = files.flatMap((file) => declaredIn(file, readFileSync(path.join(root, file), 'utf8')));

  it('is read wherever a name is declared', () => {
    const text =
      'interface A { readonly places: readonly ElementSort[] } const place = rule.sort; function f(places: SubjectSort[], place: Range) {}';
    assert.deepEqual(
      declaredIn('one.ts', text).map(({ name }) => name),
      ['A', 'places', 'place', 'f', 'places', 'place'],
    );
    assert.equal(placesThatAreSorts(declaredIn('one.ts', text)).length, 3);
    assert.deepEqual(wordsOf('decisionStanding'), ['decision', 'standing']);
    assert.ok(all.length > 10000);
  });

  it('is sort, where a zone, a component or a link is told from another; a place is where something stands or is looked for', () => {
    assert.deepEqual(placesThatAreSorts(all), []);
    const grammar = readFileSync(path.join(root, 'language/meter.langium'), 'utf8');
    assert.deepEqual(
      [...grammar.matchAll(/interface (\w+)[^{]*\{[^}]*\bplaces?:/g)].map(([, name]) => name),
      ['ControlNeed'],
    );
  });

  it('is standing, where a decision is in force or is not, and nowhere else', () => {
    const named = all.filter(({ name, file }) => !ofDecisions.test(file) && wordsOf(name).some((word) => /^standings?$/.test(word)));
    assert.deepEqual(named, []);
    const called = files.filter((file) => path.basename(file).includes('standing'));
    assert.deepEqual(called, []);
  });
});
