import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'langium';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { formatEdits } from '../../language/formatting/format.js';
import { createContainer } from '../../workspace/index.js';
import { edited } from '../../language/writing/index.js';
import { fixFindings } from '../../repair/findings.js';
import { repairMistakes } from '../../repair/mistakes.js';
import { weakDesigns } from '../accuracy/designs.js';
import { Bench, type Files } from '../server/bench.js';
import { changedEnds, endsAll, layouts, plain } from '../support/line-ends.js';
import { builtCatalogue, root } from '../support/workspace.js';
import { isThorough } from './support/held.js';

type Texts = Readonly<Record<string, string>>;

/** The files of a fixture, without its marks and what it is expected to become. */
function filesOf(file: string): Texts {
  const text = readFileSync(file, 'utf8')
    .split(/^\/\/ becomes: /m)[0]!
    .replaceAll(/[‹›]/g, '');
  const parts = text.split(/^\/\/ file: (.+)\n/m);
  if (parts.length === 1) return { [path.basename(file)]: text };
  return Object.fromEntries(parts.slice(1).flatMap((name, index, all) => (index % 2 === 0 ? [[name, all[index + 1]!]] : [])));
}

function fixtures(folder: string): string[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.meter'));
  return names.sort().map((name) => `${folder}/${name.split(path.sep).join('/')}`);
}

/** One of each sort of refactoring, a few of the mistakes and an example; the thorough run takes all. */
const sampled = [
  'test/language/wellformed/imports.meter',
  'test/language/wellformed/syntax.meter',
  'test/server/refactor/ends/all-of-a-link-at-once.meter',
  'test/server/refactor/every-hop/what-all-lack.meter',
  'test/server/refactor/extract/zone-with-its-components-and-what-they-need.meter',
  'test/server/refactor/hops/missing-links.meter',
  'test/server/refactor/inline/with-nested-imports-and-definitions.meter',
  'test/server/refactor/mechanism/the-last-thing-in-a-body.meter',
  'test/server/refactor/order/whole-file.meter',
];
const corpus: readonly (readonly [string, Texts])[] = isThorough
  ? [
      ...[...fixtures('test/language/wellformed'), ...fixtures('test/server/refactor')].map(
        (file) => [file, filesOf(path.join(root, file))] as const,
      ),
      ...weakDesigns().map(({ name, files }) => [name, files] as const),
    ]
  : sampled.map((file) => [file, filesOf(path.join(root, file))] as const);

const { LangiumParser } = createContainer().meter.parser;

/** What can be done with some files: a name, and the files afterwards. */
interface Done {
  readonly name: string;
  readonly texts: Texts;
}

const at = (file: string) => URI.parse(`file:///ws/${file}`).toString();
const named = (files: Files): Texts =>
  Object.fromEntries([...files].map(([uri, text]) => [URI.parse(uri).path.slice('/ws/'.length), text]));

/** Everything that the editor offers, and its formatting. */
async function throughEditor(bench: Bench, texts: Texts): Promise<Done[]> {
  const files: Files = new Map(Object.entries(texts).map(([file, text]) => [at(file), text]));
  // What `fix` has left behind goes first.
  await bench.set(new Map());
  await bench.set(files);
  const done = (await bench.actions()).map((action) => ({
    name: `${action.kind}: ${action.title}`,
    texts: named(bench.after(action, files)),
  }));
  for (const document of bench.documents()) {
    const edits = await bench.services.lsp.Formatter!.formatDocument(document, {
      textDocument: { uri: document.uri.toString() },
      options: { tabSize: 2, insertSpaces: true },
    });
    const action = { edit: { changes: { [document.uri.toString()]: edits as TextEdit[] } } } as unknown as CodeAction;
    done.push({ name: `format ${document.uri.path}`, texts: named(bench.after(action, files)) });
  }
  return done;
}

/** What `format`, `fix` and `fix --errors` do, in a workspace that holds the files. */
async function throughCommandLine({ shared }: Bench, texts: Texts): Promise<Done[]> {
  const done: Done[] = Object.entries(texts).map(([file, text]) => ({
    name: `format /ws/${file}`,
    texts: { ...texts, [file]: edited(text, formatEdits(text, LangiumParser.parse(text))) },
  }));
  const snapshot = shared.server.Current.get();
  for (const file of Object.keys(texts)) {
    const fixed = await fixFindings(snapshot, { uris: new Set([at(file)]) });
    done.push({ name: `fix ${file}`, texts: { ...texts, ...named(fixed.texts) } });
  }
  const repaired = await repairMistakes(snapshot, new Set(Object.keys(texts).map(at)));
  done.push({ name: 'fix --errors', texts: { ...texts, ...named(repaired.texts) } });
  return done;
}

/** Files are told in whatever order they were taken in. */
const withPlainEnds = (all: readonly Done[]): string[] =>
  all
    .map(({ name, texts }) =>
      JSON.stringify([
        name,
        Object.keys(texts)
          .sort()
          .map((file) => [file, plain(texts[file]!)]),
      ]),
    )
    .sort();

describe('line ends', () => {
  let bench: Bench;
  before(async () => {
    bench = new Bench(await builtCatalogue());
  });
  const met = new Set<string>();

  for (const [name, texts] of corpus) {
    it(`of all that is done with ${name} are those of the text, and no line that stays changes its own`, async function () {
      const lf = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, plain(text)]));
      const wanted = [...(await throughEditor(bench, lf)), ...(await throughCommandLine(bench, lf))];
      for (const one of wanted) {
        met.add(one.name.replace(/[: ].*/, ''));
        for (const text of Object.values(one.texts)) assert.ok(endsAll(text, '\n'), one.name);
      }
      for (const [layout, change] of Object.entries(layouts)) {
        const before = Object.fromEntries(Object.entries(lf).map(([file, text]) => [file, change(text)]));
        const [editor, line] = [await throughEditor(bench, before), await throughCommandLine(bench, before)];
        assert.deepEqual(withPlainEnds([...editor, ...line]), withPlainEnds(wanted), layout);
        for (const one of [...editor, ...line]) {
          for (const [file, text] of Object.entries(one.texts)) {
            if (layout === 'crlf') assert.ok(endsAll(text, '\r\n'), `${one.name} in ${file}`);
            if (before[file] !== undefined) assert.deepEqual(changedEnds(before[file], text), [], `${one.name} in ${file}, ${layout}`);
          }
        }
        // The editor and the command line write the same, byte by byte.
        for (const one of line.filter(({ name: done }) => done.startsWith('format'))) {
          assert.deepEqual(editor.find(({ name: done }) => done === one.name)?.texts, one.texts, one.name);
        }
        const fixes = line.filter(({ name: done, texts: now }) => /^fix [^-]/.test(done) && JSON.stringify(now) !== JSON.stringify(before));
        const asSet = (all: readonly Done[]) => all.map((one) => JSON.stringify(Object.entries(one.texts).sort())).sort();
        const fixAll = editor.filter(({ name: done }) => done.startsWith('source.fixAll'));
        assert.deepEqual(asSet(fixAll), asSet(fixes), layout);
      }
    });
  }

  it('were tried on every sort of action', () => {
    const kinds = ['ends', 'every-hop', 'hops', 'mechanism', 'order'].map((kind) => `refactor.rewrite.meterlint.${kind}`);
    const wanted = [
      'fix',
      'format',
      'quickfix',
      'refactor.extract.meterlint',
      'refactor.inline.meterlint',
      'source.fixAll.meterlint',
      ...kinds,
    ];
    assert.deepEqual([...met].sort(), wanted.sort());
  });
});
