import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../support/workspace.js';

/** Who may import whom. An entry ending in `/*` allows a package with all its parts; files are written without extension. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  // The editor and the command line have to read one pattern for files in one way.
  language: ['language', 'langium', 'picomatch/*'],
  'language/model': ['language/model'],
  // Where parts of the model stand is no part of it: the engine asks for no place, only what writes fixes does.
  'language/source': ['language/source', 'language/model'],
  'language/semantics': ['language/semantics', 'language/model'],
  'language/grammar': ['language/grammar', 'langium'],
  'language/parsing': ['language/parsing', 'language/grammar', 'language/generated', 'language/wellformed/nearest', 'langium'],
  'language/names': [
    'language/names',
    'language/parsing',
    'language/generated',
    'language/model',
    'language/semantics',
    'langium',
    'picomatch/*',
  ],
  'language/read': [
    'language/read',
    'language/names',
    'language/parsing',
    'language/generated',
    'language/model',
    'language/semantics',
    'language/source',
    'langium',
  ],
  // What a check says stands beside it: words know no syntax tree and no workspace.
  'language/wellformed/words': [
    'language/wellformed/words',
    'language/wellformed/codes',
    'language/wellformed/nearest',
    'language/parsing/heard',
    'language/parsing/clean-text',
    'language/model',
    'language/semantics',
  ],
  'language/writing': ['language/writing', 'language/semantics', 'language/source', 'language/model'],
  'language/formatting': ['language/formatting', 'language/writing', 'language/grammar', 'language/generated', 'langium'],
  catalogue: [],
  review: ['review', 'language/model', 'language/semantics', 'language/writing'],
  'review/fixes': ['review', 'language/model', 'language/semantics', 'language/source', 'language/writing'],
  // A step's needs are judged by the engine that judges requirements, so that both see the same gaps.
  reach: ['reach', 'review', 'language/model', 'language/semantics'],
  // Data only: neither may hand out a sentence, so neither sees what words it.
  summary: ['summary', 'review', 'reach', 'language/model', 'language/semantics'],
  // A timeline tells how far an attacker gets from phase to phase.
  history: ['history', 'summary', 'review', 'reach', 'language/model', 'language/semantics'],
  // Cleaning texts of users is written once, and imports nothing itself.
  picture: ['picture', 'review', 'language/model', 'language/semantics', 'report/clean', 'elkjs/*'],
  report: [
    'report',
    'picture',
    'summary',
    'history',
    'review',
    'reach',
    'language/model',
    'language/semantics',
    'language/source',
    'language/wellformed/codes',
    'language/wellformed/words',
    'language/writing',
    'csv-stringify/*',
    'diff',
    'fflate',
    'sarif',
  ],
  drafts: ['drafts', 'language/model', 'language/semantics', 'language/writing'],
  // Where everything starts: files and settings go in, states of a workspace come out.
  // A review asks it for what requirements want to know of an attacker.
  workspace: ['workspace', 'language', 'review', 'reach', 'langium'],
  // What takes fixes until nothing changes, for the editor and the command line.
  repair: ['repair', 'review', 'reach', 'workspace', 'language/source', 'language/writing'],
  server: [
    'server',
    'language',
    'catalogue',
    'workspace',
    'review',
    'reach',
    'summary',
    'history',
    'repair',
    'report',
    'picture',
    'drafts',
    'langium',
    'langium/lsp',
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
  ],
  cli: [
    ...['cli', 'language', 'catalogue', 'workspace', 'review', 'summary', 'history', 'repair', 'picture', 'report', 'drafts'],
    ...['langium', 'langium/node', 'node:*'],
  ],
  // What page and extension tell each other stands beside the page.
  client: ['client', 'server/protocol', 'webview/messages', 'vscode', 'vscode-languageclient/*', 'node:*'],
  webview: ['webview', 'server/protocol'],
  // What writes pages, grammars of colours and data of the product from the product itself; nothing of the product may need it.
  tools: ['tools', 'language', 'catalogue', 'workspace', 'review', 'summary', 'report', 'picture', 'cli', 'node:*', 'prettier'],
  // The lists of the language's page are made of the language alone.
  'tools/language': ['tools/language', 'language/grammar', 'language/model', 'language/semantics', 'langium'],
  // What is measured is what users start: the workspace as tests open it, no part put together by hand.
  bench: ['bench', 'review', 'reach', 'language/model', 'test/support/workspace', 'node:*'],
  // What shared the engine's code would share its mistakes.
  'test/review/reference': ['test/review/reference', 'language/model', 'language/semantics/named', 'language/semantics/words'],
};

/** Only these may reach the machine or a process. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'server/main': ['node:*', 'langium/node', 'vscode-languageserver/node', 'tools/group-by.mjs'],
  'server/disk': ['node:*', 'langium/node'],
  'server/place-aside': ['node:*'],
  'server/placing': ['node:*'],
  'cli/run': ['tools/group-by.mjs'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesOf(room: string): string[] {
  return readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/') && !file.includes('/node_modules/'));
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest);
  const from = file.replace(/\.ts$/, '');
  return source.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    const named = isImport ? statement.importClause?.namedBindings : statement.exportClause;
    const allTypes =
      named !== undefined && (ts.isNamedImports(named) || ts.isNamedExports(named)) && named.elements.length > 0
        ? named.elements.every((element) => element.isTypeOnly) && !(isImport && statement.importClause?.name !== undefined)
        : false;
    const typeOnly = (isImport ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : statement.isTypeOnly) || allTypes;
    const text = specifier.text;
    const to = text.startsWith('.') ? path.posix.join(path.posix.dirname(from), text).replace(/\.js$/, '') : text;
    return [{ from, to, typeOnly }];
  });
}

function allows(rule: string, target: string): boolean {
  if (rule.endsWith(':*')) return target.startsWith(rule.slice(0, -1));
  if (rule.endsWith('/*')) return target === rule.slice(0, -2) || target.startsWith(rule.slice(0, -1));
  // A room allows its files; a package allows itself and no other entry of it. Generated files are those of their room.
  const isRoom = rule in rooms || rule.split('/')[0]! in rooms || rule.startsWith('tools/');
  return target === rule || (isRoom && target.startsWith(`${rule}/`));
}

/** Of rooms within rooms the innermost. */
function roomOf(file: string): string | undefined {
  const around = Object.keys(rooms).filter((room) => file.startsWith(`${room}/`));
  return around.reduce<string | undefined>((one, other) => (one === undefined || other.length > one.length ? other : one), undefined);
}

describe('who may import whom', () => {
  const files = new Set(Object.keys(rooms).flatMap(filesOf));
  const all = [...files].flatMap(importsOf);

  it('reads imports at all', () => {
    assert.ok(all.some(({ from, to }) => from === 'review/review' && to === 'review/evaluate'));
  });

  for (const [room, allowed] of Object.entries(rooms)) {
    it(`${room} imports only what the table allows`, () => {
      const wrong = all
        .filter(({ from }) => roomOf(from) === room)
        .filter(({ from, to }) => ![...allowed, ...(exceptions[from] ?? [])].some((rule) => allows(rule, to)))
        .map(({ from, to }) => `${from} -> ${to}`);
      assert.deepEqual(wrong, []);
    });
  }

  it('puts services of the language together in one file only', () => {
    const makers = all.filter(
      ({ from, typeOnly, to }) => !typeOnly && to === 'language/generated/module' && from !== 'workspace/container',
    );
    assert.deepEqual(makers, []);
  });

  it('has no cycle at run time', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, typeOnly } of all) if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) {
        cycles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
    assert.deepEqual(cycles, []);
  });

  it('keeps files to one promise: none is longer than 300 lines', () => {
    const long = [...files]
      .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 300);
    assert.deepEqual(long, []);
  });

  for (const [room, allowed] of Object.entries(rooms)) {
    it(`${room} says at the head of its first file what it promises and what it may import, as the table has it`, () => {
      const files = readdirSync(path.join(root, room), { encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
      const headed = files.filter((file) => headOf(`${room}/${file}`).startsWith(`The room \`${room}/\`: `));
      assert.equal(headed.length, 1, `begin one file of ${room} with '// The room \`${room}/\`: ... May import ...'`);
      if (files.includes('index.ts')) assert.deepEqual(headed, ['index.ts']);
      const [, promise, said] = /^The room `[\w/]+`: (.{20,}\.) May import (.+)\.$/.exec(headOf(`${room}/${headed[0]!}`)) ?? [];
      assert.ok(promise !== undefined && said !== undefined, headOf(`${room}/${headed[0]!}`));
      const names = said === 'nothing' ? [] : said.split(', ');
      assert.deepEqual(names.sort(), [...allowed.filter((one) => one !== room).map((one) => `\`${one}\``)].sort());
    });
  }
});

/** The comment that a file begins with, behind the line that names its interpreter. */
function headOf(file: string): string {
  const lines = readFileSync(path.join(root, file), 'utf8')
    .replace(/^#!.*\n/, '')
    .split('\n');
  const end = lines.findIndex((line) => !line.startsWith('// '));
  return lines
    .slice(0, end)
    .map((line) => line.slice(3))
    .join(' ');
}
