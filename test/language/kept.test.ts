import assert from 'node:assert/strict';
import type { Architecture } from '../../language/model/index.js';
import { elementsOfSort } from '../../language/semantics/index.js';
import type { ModelPart } from '../../language/source/index.js';
import { randomFrom, shuffled } from '../laws/support/random.js';
import { exampleFiles, referenceDesigns } from '../support/reviewed.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

// What an edit leaves as it was stays the same object: whoever keeps something by a part of the model need not ask what it says.

const sorts = ['design', 'zone', 'component', 'data', 'link', 'flow'] as const;
const house = [
  'define component street-box "Box" is data-concentrator',
  'define condition small on component where count <= 3',
  'define requirement few "Few" { severity low applies to component where counts as small needs fault-monitoring }',
  'define profile house { extends x1332 includes few }',
  'define standard book "The Book"',
  'cite book "7" for few, key-hsm',
].join('\n');

/** Positions in a text where a blank changes nothing that it says: behind a blank or an end of line that stands between statements' words. */
function quiet(text: string): number[] {
  const inString = new Set<number>();
  for (const { index, 0: found } of text.matchAll(/"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\//g)) {
    for (let at = index; at < index + found.length; at++) inString.add(at);
  }
  return [...text.matchAll(/[ \n]/g)].map(({ index }) => index).filter((index) => !inString.has(index) && !inString.has(index - 1));
}

function partsOf(architecture: Architecture): ModelPart[] {
  const elements = sorts.flatMap((sort) => elementsOfSort(architecture, sort));
  return [
    ...elements.flatMap((element) => [
      element,
      ...element.settings,
      ...element.controls,
      ...element.mechanisms,
      ...('layers' in element ? element.layers : []),
    ]),
    ...architecture.decisions,
  ];
}

/** Everything that a workspace's source map says of its parts, in their order. */
function placesIn({ shared }: Workspace): unknown[] {
  const { Designs } = shared.meter;
  const sources = Designs.sources();
  const own = Object.values(Designs.catalogue()).flatMap((table: ReadonlyMap<string, { readonly builtIn: boolean } & ModelPart>) =>
    [...table.values()].filter(({ builtIn }) => !builtIn),
  );
  const parts = [...Designs.all().flatMap(partsOf), ...own];
  return parts.map((part) => [
    sources.rangeOf(part),
    'sort' in part && 'settings' in part ? sources.sourceOf(part as never) : undefined,
    'stack' in part ? sources.stackOf(part) : undefined,
  ]);
}

describe('what an edit leaves as it was', () => {
  const seed = 20261130;
  const workspaces: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
    ['examples', exampleFiles()],
    ['house rules', { 'rules.meter': house, 'plan.meter': 'design plan { profile house }\ncomponent a is street-box { count = 2 }\n' }],
    ...[...referenceDesigns()].slice(0, 3),
  ]);

  for (const [name, files] of workspaces) {
    it(`stays the same object where a blank is typed: ${name}`, async () => {
      const workspace = await createWorkspace(files);
      const Designs = now(workspace);
      const random = randomFrom(seed);
      for (const [file, text] of Object.entries(files)) {
        for (const at of shuffled(quiet(text), random).slice(0, 2)) {
          const [catalogue, before] = [Designs.catalogue(), Designs.all()];
          const [requirements, parts] = [[...catalogue.requirements.values()], before.flatMap(partsOf)];
          await workspace.update(file, `${text.slice(0, at)} ${text.slice(at)}`);
          assert.ok(Designs.catalogue() === catalogue, `${file} ${at}: the catalogue`);
          assert.equal(Designs.all().length, before.length);
          for (const [index, design] of Designs.all().entries())
            assert.ok(design === before[index], `${file} ${at}: ${design.design.name}`);
          assertSame([...Designs.catalogue().requirements.values()], requirements, `${file} ${at}: requirement`);
          assertSame(Designs.all().flatMap(partsOf), parts, `${file} ${at}: part`);
          const fresh = await createWorkspace({ ...files, [file]: `${text.slice(0, at)} ${text.slice(at)}` }, { catalogue: false });
          assert.deepEqual(placesIn(workspace), placesIn(fresh));
          await workspace.update(file, text);
        }
      }
    });
  }

  it('are all elements but the one that changes', async () => {
    const text = 'component a is smart-meter { count = 2 }\ncomponent b is head-end\nlink l: a <-> b\nflow f: a -> b\n';
    const workspace = await createWorkspace({ 'a.meter': text });
    const Designs = now(workspace);
    const [before] = Designs.all();
    await workspace.update('a.meter', text.replace('count = 2', 'count = 3'));
    const [after] = Designs.all();
    const kept = (name: string) => elementsNamed(before!, name) === elementsNamed(after!, name);
    assert.deepEqual(
      ['a', 'b', 'l', 'f'].filter((name) => !kept(name)),
      ['a'],
    );
    assert.deepEqual(
      [after!.links === before!.links, after!.flows === before!.flows, after!.components === before!.components],
      [true, true, false],
    );
  });

  it('is a flow, too, whose steps come to something else', async () => {
    const text = 'component a is smart-meter\ncomponent b is head-end\nlink l: a -> b\nflow f: a -> b\n';
    const workspace = await createWorkspace({ 'a.meter': text });
    const Designs = now(workspace);
    const [before] = Designs.all();
    await workspace.update('a.meter', `${text}link m: a -> b\n`);
    const [after] = Designs.all();
    assert.notEqual(after!.flows.get('f'), before!.flows.get('f'));
    assert.equal(Designs.sources().rangeOf(after!.flows.get('f')!).startLine, 3);
  });
});

/** The same objects in the same order. */
function assertSame(now: readonly object[], before: readonly object[], words: string): void {
  assert.equal(now.length, before.length, words);
  for (const [index, one] of now.entries()) assert.ok(one === before[index], `${words} ${index}`);
}

/** What is read of a workspace as it stands when it is asked. */
function now(workspace: Workspace) {
  return {
    all: () => workspace.snapshot.designs,
    catalogue: () => workspace.snapshot.catalogue,
    sources: () => workspace.snapshot.sources,
  };
}

function elementsNamed(architecture: Architecture, name: string) {
  return sorts.flatMap((sort) => elementsOfSort(architecture, sort)).find((element) => element.name === name);
}
