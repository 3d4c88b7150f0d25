import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { layOut, sceneOf, type LaidOut, type PictureOptions } from '../../picture/index.js';
import { root } from '../support/workspace.js';
import { reviewOfTexts } from './support/designs.js';

/** Of how many pairs of boxes one changes its side: `UPDATE=1` writes it, and a number that grows is a picture that jumps more. */
const golden = path.join(root, 'test/picture/stability.txt');
const designs = ['atacama-agua', 'austria-g3', 'brazil-mesh'].map((name) => `test/accuracy/drawn/${name}.meter`);

describe('a picture after a small edit', () => {
  const edits: Readonly<Record<string, (text: string, ends: readonly [string, string], zone: string) => string>> = {
    'a component more': (text, _ends, zone) => `${text}\ncomponent stability-new "New" is operator in ${zone}\n`,
    'a link more': (text, [one, other]) => `${text}\nlink stability-new "New": ${one} <-> ${other} over tls-1.3\n`,
    'a longer title': (text) => text.replace(/^(component \S+) "([^"]*)"/m, '$1 "$2 of the second generation"'),
  };

  it('has everything else where it was seen from everything else', async () => {
    const told: string[] = [];
    for (const name of designs) {
      const text = readFileSync(path.join(root, name), 'utf8');
      const draw = async (written: string, options: PictureOptions = {}) => {
        const assessment = await reviewOfTexts({ 'a.meter': written });
        return { assessment, picture: await layOut(sceneOf(assessment.architecture, assessment, options)) };
      };
      const { assessment, picture } = await draw(text);
      const components = [...assessment.architecture.components.values()];
      const ends = [components[0]!.name, components.at(-1)!.name] as const;
      const zone = components.find((one) => one.zone !== undefined)!.zone!;
      const after = new Map<string, LaidOut>();
      for (const [edit, change] of Object.entries(edits)) {
        const changed = change(text, ends, zone);
        assert.notEqual(changed, text, edit);
        after.set(edit, (await draw(changed)).picture);
      }
      after.set('all findings closed', (await draw(text, { findings: false })).picture);
      for (const [edit, other] of after) told.push(`${turnedIn(picture, other)} after ${edit}: ${name}`);
      assert.equal(turnedIn(picture, picture).split(' ')[0], '0');
    }
    const lines = `${told.join('\n')}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(golden, lines);
    assert.equal(lines, existsSync(golden) ? readFileSync(golden, 'utf8') : '', 'UPDATE=1 rewrites it, if that is meant');
  });
});

/** Pairs of boxes that stand beside or above each other in both pictures, and of which one changed its side. */
function turnedIn(before: LaidOut, after: LaidOut): string {
  const later = new Map(after.nodes.map((one) => [one.node.id, one]));
  const both = before.nodes.flatMap((one) => (later.has(one.node.id) ? [{ one, then: later.get(one.node.id)! }] : []));
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
  return `${turned} of ${pairs}`;
}

type Room = LaidOut['nodes'][number];

function sideAcross(one: Room, other: Room): number {
  return Number(one.x >= other.x + other.width) - Number(other.x >= one.x + one.width);
}

function sideDown(one: Room, other: Room): number {
  return Number(one.y >= other.y + other.height) - Number(other.y >= one.y + one.height);
}
