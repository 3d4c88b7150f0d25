import assert from 'node:assert/strict';
import { AstUtils, URI } from 'langium';
import type { Definition } from '../../language/model/index.js';
import { isBuiltIn } from '../../language/names/imports.js';
import { isUnparsed } from '../../language/parsing/late-document.js';
import { haveSameData } from '../../language/read/kept.js';
import type { ModelPart } from '../../language/source/index.js';
import { openWorkspace, type Snapshot } from '../../workspace/index.js';
import { exampleFiles, referenceDesigns } from '../support/reviewed.js';
import { builtCatalogue, builtInCatalogue } from '../support/workspace.js';

// A start from the compiled catalogue is a start from its files: nobody sees a difference but in time.

const date = '2026-11-24';
const folders = [URI.parse('file:///ws')];
const house = [
  'define condition small on component where counts as answered-for and count <= 3',
  'define requirement few "Few" { severity low applies to component where counts as small needs fault-monitoring }',
  'define standard book "The Book"',
  'cite book "7" for few, key-hsm',
].join('\n');

const addressed = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([file, text]) => [`file:///ws/${file}`, text]));

async function both(files: Readonly<Record<string, string>>): Promise<readonly [Snapshot, Snapshot]> {
  const input = { files: addressed(files), folders, date };
  return [
    await openWorkspace({ ...input, builtIn: await builtCatalogue() }),
    await openWorkspace({ ...input, builtIn: builtInCatalogue() }),
  ];
}

const unparsed = ({ shared }: Snapshot) => shared.workspace.LangiumDocuments.all.filter(isUnparsed).count();
const definitions = ({ catalogue }: Snapshot) =>
  Object.values(catalogue).flatMap((table: ReadonlyMap<string, Definition & ModelPart>) => [...table.values()]);

/** The parts of definitions that stand somewhere themselves. */
function partsOf(definition: object): ModelPart[] {
  const one = definition as Record<string, readonly ModelPart[] | undefined>;
  return ['rules', 'see', 'omissions', 'settings', 'controls', 'mechanisms'].flatMap((key) => one[key] ?? []);
}

describe('the compiled catalogue', () => {
  it('says what its files say, at the places where they say it, and reads no file for it', async () => {
    const [late, read] = await both({ 'house.meter': house });
    assert.ok(
      haveSameData(
        Object.fromEntries(Object.entries(late.catalogue).map(([name, table]) => [name, [...(table as ReadonlyMap<string, Definition>)]])),
        Object.fromEntries(Object.entries(read.catalogue).map(([name, table]) => [name, [...(table as ReadonlyMap<string, Definition>)]])),
      ),
    );
    assert.deepEqual(
      definitions(late).map((one) => late.sources.rangeOf(one)),
      definitions(read).map((one) => read.sources.rangeOf(one)),
    );
    assert.equal(unparsed(late), builtInCatalogue().size);
    const places = (snapshot: Snapshot) =>
      definitions(snapshot)
        .flatMap(partsOf)
        .map((part) => snapshot.sources.rangeOf(part));
    assert.ok(places(read).length > 1000);
    assert.deepEqual(places(late), places(read));
  });

  it('has every use of the name of a condition in one object', async () => {
    const [{ catalogue }] = await both({});
    for (const { name, reference } of catalogue.conditions.values()) {
      const uses: object[] = [];
      JSON.stringify([...catalogue.requirements.values()], (_, value: unknown) => {
        if (
          typeof value === 'object' &&
          value !== null &&
          'kind' in value &&
          value.kind === 'named' &&
          'name' in value &&
          value.name === name
        )
          uses.push(value);
        return value;
      });
      for (const use of uses) assert.ok(use === reference, name);
    }
  });

  it('comes to the same reviews and the same mistakes', async () => {
    for (const files of [
      exampleFiles(),
      ...referenceDesigns().values(),
      { 'broken.meter': 'component a is smart-metre { control encrypton by tls-9' },
    ]) {
      const [late, read] = await both(files);
      const told = ({ assessments }: Snapshot) =>
        assessments.map(({ findings, results }) => ({ findings, results: results.map(({ state, severity }) => [state, severity]) }));
      assert.ok(haveSameData(told(late), told(read)));
      for (const file of addressed(files).keys()) assert.deepEqual(late.mistakes(file), read.mistakes(file), file);
      assert.equal(unparsed(late), builtInCatalogue().size, 'no file of the catalogue is read');
    }
  });

  it('is read file by file where somebody follows a name into it, and knows who refers to a definition', async () => {
    const [late, read] = await both({ 'a.meter': 'component a is smart-meter { control encryption by tls-1.3 }\n' });
    const found = ({ shared, documents }: Snapshot) => {
      const references = documents[0]!.references.map((one) => ('ref' in one ? one.ref : undefined));
      const { IndexManager } = shared.workspace;
      const { AstNodeLocator } = shared.ServiceRegistry.all[0]!.workspace;
      return references.map((node) => [
        node?.$type,
        AstUtils.getDocument(node!).uri.toString(),
        IndexManager.findAllReferences(node!, AstNodeLocator.getAstNodePath(node!))
          .map(({ sourceUri, sourcePath, segment }) => `${sourceUri.toString()} ${sourcePath} ${segment.offset}`)
          .toArray()
          .sort(),
      ]);
    };
    assert.deepEqual(found(late), found(read));
    assert.ok(late.shared.workspace.LangiumDocuments.all.filter(({ uri }) => isBuiltIn(uri)).count() > 40);
  });
});
