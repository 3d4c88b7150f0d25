import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'langium';
import { catalogueUri } from '../../language/names/imports.js';
import { conditionWords } from '../../language/semantics/index.js';
import { handbook, type RequirementExample } from '../../report/handbook.js';
import { listingOf } from '../../report/listing.js';
import { pageText } from '../../report/page.js';
import { pageOf } from '../../report/definitions.js';
import { requirementsOf, review, type Result } from '../../review/index.js';
import { withCoverage } from '../../tools/handbook-coverage.js';
import { openWorkspace, type Snapshot } from '../../workspace/index.js';
import { builtInCatalogue, root } from '../support/workspace.js';

const pages = ['CONTRIBUTING.md', 'ARCHITECTURE.md'];
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const date = '2026-11-24';

describe('the pages for those who carry it on', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const names = new Set(
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(\.git|node_modules|dist)$/.test(entry.name))
      .flatMap(({ name }) => readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' }))
      .map((file) => path.basename(file)),
  );

  for (const page of pages) {
    const text = read(page);
    const spans = [...text.replace(/^ *```[^]*?^ *```$/gm, '').matchAll(/(?<!`)`([^`]+)`(?!`)/g)].map(([, span]) =>
      span!.replace(/\s+/g, ' '),
    );
    const commands = [...spans, ...[...text.matchAll(/^ {4}(\S.*)$/gm)].map(([, line]) => line!)];

    it(`${page} names files and folders that are there`, () => {
      const paths = spans.filter(
        (span) => /^\.?[\w.@-]*(\/[\w.@*-]*)*$/.test(span) && /\/|\w\.(ts|mjs|md|json|txt|meter|langium)$/.test(span),
      );
      assert.ok(paths.length > 20);
      const missing = paths.filter((one) => !isThere(one) && !(names.has(one) && !one.includes('/')));
      assert.deepEqual(missing, []);
    });

    it(`${page} names scripts, tests and programs that are there`, () => {
      const scriptsNamed = commands.flatMap((line) => [...line.matchAll(/npm (?:run (?:-s )?)?([\w:-]+)/g)].map(([, name]) => name!));
      assert.deepEqual(
        scriptsNamed.filter((name) => name !== 'ci' && !(name in scripts)),
        [],
      );
      const run = commands.filter((line) => /^(?:UPDATE=1 )?(npx mocha|node|code) /.test(line));
      const files = run.flatMap((line) => [...line.replace(/ {2}#.*/, '').matchAll(/(?<=[ "])(?:test|examples|dist|tools)\/[\w./*-]+/g)]);
      assert.deepEqual(
        files.map(([file]) => file).filter((file) => !isThere(file)),
        [],
      );
    });
  }

  it('start what there is under a debugger', () => {
    const { configurations } = JSON.parse(read('.vscode/launch.json')) as {
      configurations: { program?: string; args: string[]; preLaunchTask?: string }[];
    };
    for (const { program, args, preLaunchTask } of configurations) {
      const files = [program, ...args].flatMap((one) => /\$\{workspaceFolder\}\/?(.*)$/.exec(one ?? '')?.[1] ?? []);
      assert.deepEqual(
        files.filter((file) => !isThere(file)),
        [],
      );
      if (preLaunchTask !== undefined) assert.ok(preLaunchTask.replace('npm: ', '') in scripts);
    }
  });
});

/** Whether there is such a file or folder; of a pattern, what stands before it. What a build makes is there after it. */
function isThere(file: string): boolean {
  const parts = file.split('/');
  const pattern = parts.findIndex((part) => part.includes('*'));
  const firm = parts.slice(0, pattern < 0 ? undefined : pattern).join('/');
  return firm.startsWith('dist/') || existsSync(path.join(root, firm));
}

describe('the recipe for a requirement', () => {
  /** The texts of the recipe by the file that their first line names, without the indentation of the list. */
  const texts = new Map(
    [...read('CONTRIBUTING.md').matchAll(/^( *)```meter\n\1\/\/ (\S+)\n([^]*?)^\1```$/gm)].map(
      ([, indent, file, text]): [string, string] => [file!, text!.replaceAll(new RegExp(`^${indent!}`, 'gm'), '')],
    ),
  );
  const fixtures = [...texts].filter(([file]) => file.startsWith('test/'));
  const [, id] = /^define requirement (\S+)/m.exec([...texts.values()].join('\n')) ?? assert.fail('the recipe defines no requirement');
  const uriOf = (file: string) => `file:///ws/${file}`;
  let earlier: Snapshot;
  let later: Snapshot;

  before(async () => {
    const files = new Map(fixtures.map(([file, text]) => [uriOf(file), text]));
    const folders = [URI.parse('file:///ws')];
    earlier = await openWorkspace({ files: new Map(), folders, builtIn: builtInCatalogue(), date });
    later = await openWorkspace({ files, folders, builtIn: grown(), date });
  });

  /** The built-in catalogue with what the recipe adds. */
  function grown(): ReadonlyMap<string, string> {
    const catalogue = new Map(builtInCatalogue());
    for (const [file, text] of texts) {
      if (!file.startsWith('catalogue/')) continue;
      const name = file.slice('catalogue/'.length);
      const there = catalogue.get(name) ?? assert.fail(file);
      const [, line] = /^define profile \S+ \{ (.*) \}$/m.exec(text) ?? [];
      catalogue.set(name, line === undefined ? `${there}\n${text}` : there.replace(/\}\s*$/, `    ${line}\n}\n`));
    }
    return catalogue;
  }

  const assessmentOf = (file: string) => {
    const design = later.designs.find(({ files }) => files[0] === uriOf(file)) ?? assert.fail(file);
    return review(design, date);
  };

  it('writes a catalogue and designs that are free of mistakes', () => {
    const files = [...texts.keys()].map((file) =>
      file.startsWith('catalogue/') ? catalogueUri(file.slice('catalogue/'.length)).toString() : uriOf(file),
    );
    assert.equal(files.length, 5);
    const mistakes = files.flatMap((file) => later.mistakes(file)).filter(({ severity }) => severity === 'error');
    assert.deepEqual(mistakes, []);
  });

  it('is reviewed as its three designs expect', () => {
    assert.equal(fixtures.length, 3);
    for (const [file, text] of fixtures) {
      assert.ok(file.startsWith(`test/catalogue/${id!}/`));
      const expected = [...text.matchAll(/^\/\/ expect (.+)$/gm)].map(([, words]) => words!);
      const found = assessmentOf(file).results.filter(({ requirement }) => requirement === id);
      assert.deepEqual(found.map((result) => `${id!} on ${result.element}: ${told(result)}`).sort(), expected.sort(), file);
    }
  });

  it('is explained and listed', () => {
    const page = pageOf(id!, later.catalogue) ?? assert.fail('it has no page');
    assert.match(pageText(page), /Gateways on poles show that they were opened/);
    const { rows } = listingOf('requirements', later.catalogue, { profile: 'x1332', find: id });
    assert.deepEqual(
      rows.map((row) => [row['name'], row['severity'], row['applies to']]),
      [[id, ['medium'], ['component']]],
    );
  });

  it('is on a page of the handbook, and changes no page that does not name it', () => {
    const [violating, repaired] = ['violating', 'repaired'].map((variant) => texts.get(`test/catalogue/${id!}/${variant}.meter`)!);
    const example = new Map([[id!, { violating: violating!, repaired: repaired!, messages: [] }]]);
    const [old, now] = [pagesOf(earlier, new Map()), pagesOf(later, example)];
    assert.ok(now.get(`${id!}.md`)?.includes(violating!));
    const changed = [...now].filter(([file, text]) => text !== old.get(file));
    // The overview of coverage has a row of numbers for each document that the requirement names.
    const silent = changed.filter(([file, text]) => !text.includes(id!) && file !== 'coverage/README.md');
    assert.deepEqual(
      silent.map(([file]) => file),
      [],
    );
  });

  function pagesOf({ catalogue }: Snapshot, examples: ReadonlyMap<string, RequirementExample>): ReadonlyMap<string, string> {
    const requirements = requirementsOf(['x1332'], catalogue);
    return withCoverage(handbook(requirements, catalogue, examples), requirements, catalogue);
  }
});

/** A result in the words of an expectation. */
function told({ state, severity, reasons }: Result): string {
  if (state === 'met') return state;
  if (state !== 'not applicable') return `${state} ${severity}`;
  const [reason] = reasons;
  assert.ok(reason?.kind === 'condition');
  return `${state} because "${conditionWords(reason.condition)}" is false`;
}
