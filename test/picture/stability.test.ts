import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Component } from '../../language/model/index.js';
import { formerOf, layOut, sceneOf, type LaidOut, type Scene } from '../../picture/index.js';
import { oneOf, randomFrom, shuffled, type Random } from '../laws/support/random.js';
import { root } from '../support/workspace.js';
import { reviewOfTexts } from './support/designs.js';
import { faultsOf } from './support/laws.js';

/** Of how many pairs of boxes one changes its side: `UPDATE=1` writes it, and a number that grows is a picture that jumps more. */
const golden = path.join(root, 'test/picture/stability.txt');
const references = ['fr-linky', 'gb-smets2', 'nl-dsmr', 'tx-smart-meter-texas', 'us-logical-ami'];
const designs = [
  ...references.map((name) => `examples/reference/${name}/good.meter`),
  ...readdirSync(path.join(root, 'test/accuracy/practice'))
    .filter((name) => name.endsWith('.meter'))
    .map((name) => `test/accuracy/practice/${name}`),
  ...['atacama-agua', 'austria-g3', 'brazil-mesh'].map((name) => `test/accuracy/drawn/${name}.meter`),
];

/** The text of a design, with its parts in one file, so that an edit finds all of it. */
function textOf(name: string): string {
  const text = readFileSync(path.join(root, name), 'utf8');
  return text.includes('import "parts.meter"')
    ? `${text.replace('import "parts.meter"', '')}\n${readFileSync(path.join(root, path.dirname(name), 'parts.meter'), 'utf8')}`
    : text;
}

/** At most so many of a hundred pairs change their sides in an editor, where the picture is told of the one before it. */
const mostTurned = 6;
/** What goes to another zone may turn whole zones around, since which is nearer to the field follows from what is in them: that is only told. */
const unbounded = 'a component moved';

interface Edited {
  readonly text: string;
  readonly components: readonly Component[];
  readonly random: Random;
}

describe('a picture after a small edit', () => {
  const linked = (text: string, one: Component, other: Component) =>
    `${text}\nlink stability-new "New": ${one.name} <-> ${other.name} over tls-1.3\n`;
  const edits: Readonly<Record<string, (edited: Edited) => string>> = {
    'a component more': ({ text, components }) =>
      `${text}\ncomponent stability-new "New" is operator in ${components.find((one) => one.zone !== undefined)!.zone!}\n`,
    'a link from end to end more': ({ text, components }) => linked(text, components[0]!, components.at(-1)!),
    'a link between any two more': ({ text, components, random }) => {
      const [one, other] = shuffled(components, random);
      return linked(text, one!, other!);
    },
    'a component moved': ({ text, components, random }) => {
      const zones = new Set(components.flatMap(({ zone }) => zone ?? []));
      const moved = oneOf(
        components.filter(({ zone }) => zone !== undefined),
        random,
      )!;
      const zone = oneOf(
        [...zones].filter((one) => one !== moved.zone),
        random,
      )!;
      return text.replace(new RegExp(`^(component ${moved.name} [^{]*?\\bin )${moved.zone!}\\b`, 'm'), `$1${zone}`);
    },
    'a longer title': ({ text }) => text.replace(/^(component \S+) "([^"]*)"/m, '$1 "$2 of the second generation"'),
  };

  it('has everything else where it was seen from everything else, and still nothing that overlaps or runs through', async () => {
    const told: string[] = [];
    const jumps: string[] = [];
    for (const [index, name] of designs.entries()) {
      const text = textOf(name);
      const before = await reviewOfTexts({ 'a.meter': text });
      const picture = await layOut(sceneOf(before.architecture, before));
      assert.equal(turnedIn(picture, picture)[0], 0);
      const components = [...before.architecture.components.values()];
      const scenes = new Map<string, Scene>();
      for (const [edit, change] of Object.entries(edits)) {
        const changed = change({ text, components, random: randomFrom(index) });
        assert.notEqual(changed, text, `${edit}: ${name}`);
        const assessment = await reviewOfTexts({ 'a.meter': changed });
        scenes.set(edit, sceneOf(assessment.architecture, assessment));
      }
      scenes.set('all findings closed', sceneOf(before.architecture, before, { findings: false }));
      for (const [edit, scene] of scenes) {
        const kept = await layOut(scene, formerOf(picture));
        const [turned, pairs] = turnedIn(picture, kept);
        // The command line knows no picture before: what jumps there is seen on some.
        const anew = name.includes('/drawn/') ? `, ${turnedIn(picture, await layOut(scene))[0]} where it is drawn anew` : '';
        told.push(`${turned} of ${pairs} after ${edit}${anew}: ${name}`);
        assert.deepEqual(faultsOf(kept), [], `${edit}: ${name}`);
        if (edit !== unbounded && turned > (pairs * mostTurned) / 100) jumps.push(told.at(-1)!);
      }
    }
    assert.deepEqual(jumps, []);
    const lines = `${told.join('\n')}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(golden, lines);
    assert.equal(lines, existsSync(golden) ? readFileSync(golden, 'utf8') : '', 'UPDATE=1 rewrites it, if that is meant');
  });

  it('is drawn anew where lines would cross far more often than they have to', async () => {
    const { architecture, ...assessment } = await reviewOfTexts({ 'a.meter': textOf('test/accuracy/drawn/austria-g3.meter') });
    const scene = sceneOf(architecture, { architecture, ...assessment });
    const anew = await layOut(scene);
    const { places, crossings } = formerOf(anew);
    assert.equal((await layOut(scene, { places, crossings, isAnew: false })).former, crossings);
    assert.deepEqual(await layOut(scene, { places, crossings, isAnew: true }), anew);
    const mixed = shuffled([...places.values()], randomFrom(1));
    const tangled = new Map([...places.keys()].map((id, index) => [id, mixed[index]!]));
    assert.deepEqual(await layOut(scene, { places: tangled, crossings, isAnew: false }), anew);
    // It is compared with a picture that keeps no places, whatever was said of the last one.
    assert.deepEqual(await layOut(scene, { places: tangled, crossings: 0, isAnew: false }), anew);
  });
});

/** Pairs of boxes that stand beside or above each other in both pictures, and of which one changed its side. */
function turnedIn(before: LaidOut, after: LaidOut): readonly [turned: number, pairs: number] {
  const later = new Map(after.nodes.map((one) => [one.node.id, one]));
  const moved = new Set(before.nodes.flatMap(({ node }) => (later.get(node.id)?.node.parent === node.parent ? [] : [node.id])));
  // What is moved to another zone takes its links along.
  for (const { edge } of before.edges) {
    const [one, other] = [edge.from, edge.to].map((id) => before.nodes.find(({ node }) => node.id === id)!.node);
    if (moved.has(one!.id) && other!.sort !== 'component') moved.add(other!.id);
    if (moved.has(other!.id) && one!.sort !== 'component') moved.add(one!.id);
  }
  const both = before.nodes.flatMap((one) => (moved.has(one.node.id) ? [] : [{ one, then: later.get(one.node.id)! }]));
  let [turned, pairs] = [0, 0];
  for (const [index, a] of both.entries()) {
    for (const b of both.slice(index + 1)) {
      for (const side of [sideAcross, sideDown]) {
        const [was, is] = [side(a.one, b.one), side(a.then, b.then)];
        if (was !== 0) pairs++;
        if (was * is < 0) turned++;
      }
    }
  }
  return [turned, pairs];
}

type Room = LaidOut['nodes'][number];

function sideAcross(one: Room, other: Room): number {
  return Number(one.x >= other.x + other.width) - Number(other.x >= one.x + one.width);
}

function sideDown(one: Room, other: Room): number {
  return Number(one.y >= other.y + other.height) - Number(other.y >= one.y + one.height);
}
