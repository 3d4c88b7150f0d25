import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { layOut, sceneOf, svgOf, type PictureOptions, type Scene } from '../../picture/index.js';
import { elementsOfSort } from '../../language/semantics/index.js';
import type { Assessment } from '../../review/index.js';
import { root } from '../support/workspace.js';
import { reviewsOfAllDesigns } from './support/designs.js';
import { crossingsOf } from '../../picture/layout/crossings.js';
import { faultsOf } from './support/laws.js';

/** How often lines cross in the picture of each design: `UPDATE=1` writes it, and a number that grows is a picture that got worse. */
const golden = path.join(root, 'test/picture/crossings.txt');

describe('the picture of every design', () => {
  let reviews: ReadonlyMap<string, Assessment>;
  before(async () => {
    reviews = await reviewsOfAllDesigns();
  });

  it('has nothing that overlaps, is cut, or leaves its zone, and no line through a box of others or behind words', async () => {
    const crossings: string[] = [];
    for (const [name, assessment] of reviews) {
      const picture = await layOut(sceneOf(assessment.architecture, assessment));
      assert.deepEqual(faultsOf(picture), [], name);
      crossings.push(`${crossingsOf(picture.edges)} ${name}`);
    }
    const told = `${crossings.join('\n')}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(golden, told);
    assert.equal(told, existsSync(golden) ? readFileSync(golden, 'utf8') : '', 'UPDATE=1 rewrites it, if that is meant');
  });

  it('keeps these laws with all flows and with few boxes, too', async () => {
    // Every seventh is of each folder, and takes a seventh of the time.
    const some = [...reviews].filter((_, index) => index % 7 === 0);
    const settings: readonly PictureOptions[] = [
      { flows: 'all' },
      { most: 6 },
      { readers: 'personal-data', show: 'iec-62443-3-3' },
      { signs: true, most: 12 },
    ];
    for (const [name, assessment] of some) {
      for (const options of settings) {
        const picture = await layOut(sceneOf(assessment.architecture, assessment, options));
        assert.deepEqual(faultsOf(picture), [], `${name} ${JSON.stringify(options)}`);
      }
    }
  });

  it('draws, lists or counts each element and each finding once, however few boxes there are and whatever is left out', () => {
    const settings: readonly PictureOptions[] = [{}, { most: 5 }, { only: { kinds: ['metering-device'] } }, { flows: 'all' }];
    for (const [name, assessment] of reviews) {
      const { architecture, findings } = assessment;
      const all = (['zone', 'component', 'link', 'flow', 'data'] as const).flatMap((sort) => elementsOfSort(architecture, sort));
      const names = all.map((element) => element.name).sort();
      for (const options of settings) {
        const scene = sceneOf(architecture, assessment, options);
        assert.deepEqual(told(scene), names, `${name} ${JSON.stringify(options)}`);
        assert.equal(marked(scene), findings.length, `${name} ${JSON.stringify(options)}`);
      }
    }
  });

  it('has a name for whatever stands there, which holds each word that is seen there', async () => {
    const settings: readonly PictureOptions[] = [
      { flows: 'all', signs: true },
      { most: 6, show: 'iec-62443-3-3' },
      { readers: 'personal-data' },
    ];
    for (const [index, [name, assessment]] of [...reviews].entries()) {
      if (index % 25 !== 0) continue;
      for (const options of settings) {
        const svg = svgOf(await layOut(sceneOf(assessment.architecture, assessment, options)));
        const groups = [...svg.matchAll(/^<g data-id="([^"]+)"[^>]*>(?:<title>([^<]*)<\/title>)?(.*)<\/g>$/gm)];
        assert.ok(groups.length > assessment.architecture.components.size / 10, name);
        for (const [, id, spoken = '', content = ''] of groups) {
          const numbers = [...content.matchAll(/<path class="ml-(\w+)[^>]*\/><text class="ml-number"[^>]*>(\d+)</g)];
          const texts = [...content.matchAll(/<text class="ml-(?!number)[^>]*>([^<]*)</g)].map(([, words]) => words!);
          // A heading that leads nowhere is its own words.
          if (spoken === '' && ['legend', 'flows', 'data', 'left-out'].includes(id!)) continue;
          for (const [, what, count] of numbers) assert.match(spoken, new RegExp(`(^|[ ;])${count} ${what}\\b`), `${name} ${id}`);
          // Lines are broken within words, and the end of what is cut is left to the name.
          const heard = letters(spoken);
          for (const words of texts)
            assert.ok(heard.includes(letters(words)), `${name}: '${words}' is part of '${spoken}', the name of ${id}`);
        }
      }
    }
  });

  it('is the same bytes twice', async () => {
    const some = [...reviews].filter((_, index) => index % 20 === 0);
    for (const [name, { architecture, ...assessment }] of some) {
      const draw = async () => svgOf(await layOut(sceneOf(architecture, { architecture, ...assessment })));
      assert.equal(await draw(), await draw(), name);
    }
  });
});

/** The names of all elements that stand in a scene, in the order of letters. */
function told({ nodes, panels }: Scene): string[] {
  return [...nodes, ...panels.flatMap(({ rows }) => rows)].flatMap(({ elements }) => elements).sort();
}

function marked(scene: Scene): number {
  const all = [scene, ...scene.nodes, ...scene.panels.flatMap(({ rows }) => rows)];
  return all.flatMap(({ badges }) => badges).reduce((sum, { count }) => sum + count, 0);
}

/** What is left of words wherever a line is broken, and without the sign that their end is not shown. */
function letters(words: string): string {
  return words.replace(/…$/, '').replace(/[\s\u00A0]/g, '');
}
