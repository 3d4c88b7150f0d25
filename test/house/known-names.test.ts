import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { knownNames } from '../../language/semantics/known-names.js';
import { root } from '../support/workspace.js';

const rooms = [
  'language',
  'review',
  'report',
  'picture',
  'summary',
  'history',
  'repair',
  'drafts',
  'server',
  'cli',
  'client',
  'tools',
  'reach',
];
const list = 'language/semantics/known-names.ts';

/** A draft is the text of a design: its tables hold names as a drafted file does, and `test/drafts` reads each file that comes out. */
const textOfDrafts: readonly string[] = [
  'drafts/links.ts',
  'drafts/protocols.ts',
  'drafts/questions.ts',
  'drafts/commodities.ts',
  'drafts/services.ts',
  'drafts/topologies.ts',
];

/** How kinds look is no matter of the language: one table says so, and `test/picture` reads it against the catalogue. */
const looks = 'picture/icons/';

/** Words that mean something else where they stand than what the catalogue calls so, each with the files in which they do. */
const ordinary: Readonly<Record<string, { readonly means: string; readonly files: readonly string[] }>> = {
  alarm: { means: 'the look of a cell that asks for a decision', files: ['report/formats/xlsx/cells.ts', 'report/formats/xlsx/styles.ts'] },
  application: {
    means: 'a question about the protocol between meter and head-end; a kind of component of CycloneDX',
    files: ['drafts/answers.ts', 'report/formats/cyclonedx/index.ts'],
  },
  command: { means: 'a word of the command line', files: ['cli/run.ts'] },
  device: { means: 'a kind of component of CycloneDX', files: ['report/formats/cyclonedx/targets.ts'] },
  operator: {
    means: 'what stands between the sides of a comparison, as a property and as a sort of token',
    files: ['language/semantics/proofs/bounds.ts', 'report/conditions.ts', 'server/colours/legend.ts', 'server/colours/roles.ts'],
  },
  party: {
    means:
      'a border of the language (`crosses party`), and whoever runs something in a step; whatever is replaced by a pseudonym of a party; who runs a thing, as a grouping',
    files: [
      'cli/picture.ts',
      'language/model/catalogue.ts',
      'language/model/condition.ts',
      'language/semantics/proofs/reads.ts',
      'report/redaction/names.ts',
      'report/redaction/pseudonyms.ts',
      'report/step-page.ts',
      'review/observed.ts',
      'review/placement.ts',
      'reach/firings.ts',
      'summary/work-list.ts',
    ],
  },
  person: {
    means: 'a reason why a hop does not count; whoever is asked what no fix may write',
    files: [
      'report/reasons.ts',
      'review/assessment.ts',
      'review/fixes/controls.ts',
      'review/fixes/index.ts',
      'review/fixes/way-out.ts',
      'review/questions.ts',
      'review/spans.ts',
    ],
  },
  relay: {
    means: 'a relation of the language, what `across every relay` asks, and where a step starts from',
    files: [
      'language/model/catalogue.ts',
      'language/model/condition.ts',
      'language/model/need.ts',
      'language/read/condition.ts',
      'language/semantics/named.ts',
      'language/semantics/names.ts',
      'language/semantics/proofs/reads.ts',
      'language/semantics/relations.ts',
      'report/open/closing.ts',
      'report/redaction/conditions.ts',
      'review/needs.ts',
      'review/spans.ts',
      'server/completion/word-order.ts',
      'reach/firings.ts',
    ],
  },
  server: { means: 'the language server', files: ['cli/verbs/lsp.ts', 'client/main.ts'] },
  service: {
    means: 'a sort of kinds, a word of the language',
    files: [
      'cli/picture.ts',
      'language/model/catalogue.ts',
      'language/read/catalogue.ts',
      'language/semantics/kinds.ts',
      'language/wellformed/words/texts.ts',
      'picture/scene/services.ts',
      'report/definitions.ts',
      'report/formats/oscal/subjects.ts',
      'report/kind-pages.ts',
      'server/colours/legend.ts',
      'server/colours/roles.ts',
      'server/completion/word-order.ts',
    ],
  },
};

/** Every name that a file of the catalogue defines. */
function definedNames(): ReadonlySet<string> {
  const folder = path.join(root, 'catalogue');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.meter'));
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/^define [a-z]+ ([^\s{]+)/gm)].map((match) => match[1]!)));
}

/** The words that stand in a file as texts of their own: as values, as types and as quoted keys. */
function textsIn(file: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

function filesOf(room: string): string[] {
  return readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/') && !file.includes('/node_modules/'));
}

describe('the names of the catalogue that the program knows', () => {
  const defined = definedNames();
  const files = rooms.flatMap(filesOf);
  const inFiles = new Map(files.map((file) => [file, [...textsIn(file)].filter((text) => defined.has(text))]));
  const filesWith = (name: string) =>
    files.filter((file) => inFiles.get(file)!.includes(name) && file !== list && !file.startsWith(looks) && !textOfDrafts.includes(file));

  it('are read from the catalogue at all', () => {
    assert.ok(defined.size > 900);
    assert.ok(defined.has('smart-meter') && defined.has('x1332'));
  });

  it('are defined there', () => {
    assert.deepEqual(
      Object.values(knownNames).filter((name) => !defined.has(name)),
      [],
    );
  });

  it('stand in their list and in no other file', () => {
    const expected = Object.entries(ordinary).map(([word, { files: allowed }]) => [word, [...allowed].sort()] as const);
    const found = [...defined].flatMap((name) => {
      const where = filesWith(name);
      return where.length === 0 ? [] : [[name, where.sort()] as const];
    });
    assert.deepEqual(Object.fromEntries([...found].sort()), Object.fromEntries([...expected].sort()));
  });

  it('are all needed', () => {
    const sources = files.filter((file) => file !== list).map((file) => readFileSync(path.join(root, file), 'utf8'));
    const unused = Object.keys(knownNames).filter((key) => !sources.some((text) => isRead(key, text)));
    assert.deepEqual(unused, []);
  });

  it('stand in tables of drafts only where a table holds them', () => {
    const idle = textOfDrafts.filter((file) => inFiles.get(file)!.length === 0);
    assert.deepEqual(idle, []);
  });
});

function isRead(key: string, text: string): boolean {
  return text.includes(`knownNames.${key}`) || new RegExp(String.raw`\{[^}]*\b${key}\b[^}]*\} = knownNames`).test(text);
}
