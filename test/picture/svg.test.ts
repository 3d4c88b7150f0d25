import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { layOut, protections, sceneOf, svgOf, themeNames, type PictureOptions } from '../../picture/index.js';
import { badgeOrder } from '../../picture/scene/badges.js';
import { badgeShapes } from '../../picture/svg/shapes.js';
import { colourNames, themes } from '../../picture/svg/themes.js';
import { exampleFiles } from '../support/designs.js';
import { readStrictly } from '../support/readers.js';
import { root } from '../support/workspace.js';
import { reviewOfTexts } from './support/designs.js';

/** It stands in the documentation, too. */
const golden = path.join(root, 'docs/images/riverside.svg');

async function draw(files: Readonly<Record<string, string>>, options: PictureOptions = {}): Promise<string> {
  const assessment = await reviewOfTexts(files);
  return svgOf(await layOut(sceneOf(assessment.architecture, assessment, options)));
}

describe('SVG of a picture', () => {
  it('is that of the example, byte by byte', async () => {
    const svg = await draw(exampleFiles('riverside.meter', 'zones.meter'));
    if (process.env['UPDATE'] === '1') writeFileSync(golden, svg);
    assert.ok(
      existsSync(golden) && readFileSync(golden, 'utf8') === svg,
      'it differs from docs/images/riverside.svg: UPDATE=1 rewrites it',
    );
  });

  it('has a title and a description, fetches nothing and runs nothing', async () => {
    const svg = await draw(exampleFiles('riverside.meter', 'zones.meter'));
    assert.match(svg, /^<svg [^>]*role="img"[^>]*>\n<title>Riverside Municipal AMI<\/title>\n<desc>6 zones, 9 components/);
    assert.doesNotMatch(svg, /<script|<foreignObject|<image|href=|url\(|@import|\son[a-z]+=/);
  });

  it('keeps its form whatever a text holds', async () => {
    const titles = [
      '<script>alert(1)</script>',
      '\\" onload=\\"x',
      ']]>&amp;',
      'abc\u202Egnirts',
      'a\u0001b\uFFFE',
      '\uD800',
      '電表 👩‍🔧',
      'x'.repeat(5000),
      '   ',
    ];
    for (const title of titles) {
      const text = `design d "${title}" { profile x1332-core }\nzone z "${title}" is back-office\ncomponent a "${title}" is operator in z\ncomponent b "${title}" is head-end\nlink l "${title}": a -> b\ndata t "${title}" is command\nflow f "${title}": a -> b carries t\n`;
      const svg = await draw({ 'a.meter': text }, { flows: 'all' });
      readStrictly('xml', svg);
      assert.doesNotMatch(svg, /<script|onload="|[\u0000-\u0008\u202A-\u202E]/);
    }
  });

  it('tells severities and protections apart without colour', async () => {
    assert.equal(new Set(badgeOrder.map((what) => badgeShapes[what].path)).size, badgeOrder.length);
    const svg = await draw(exampleFiles('riverside.meter', 'zones.meter'), { flows: 'all' });
    const style = /<style>([\s\S]*)<\/style>/.exec(svg)![1]!;
    const dashes = ['weak', 'none'].map((one) => new RegExp(`\\.ml-${one}\\{[^}]*stroke-dasharray:([^;}]*)`).exec(style)?.[1]);
    assert.equal(new Set(dashes).size, 2);
    assert.match(style, /\.ml-double\{stroke-width:6\}/);
    for (const protection of protections) if (protection !== 'weak') assert.match(svg, new RegExp(`<title>${protection}</title>`));
  });

  it('has enough contrast in each theme: words 4.5 to 1, lines and shapes 3 to 1', () => {
    for (const theme of themeNames) {
      const colours = themes[theme];
      for (const ground of ['sheet', 'box', 'zone', 'outside'] as const) {
        for (const name of colourNames) {
          if (['sheet', 'box', 'zone', 'outside'].includes(name)) continue;
          const least = name === 'ink' || name === 'soft' ? 4.5 : 3;
          const found = contrast(colours[name], colours[ground]);
          assert.ok(found >= least, `${theme}: ${name} on ${ground} is ${found.toFixed(2)}`);
        }
      }
    }
  });
});

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
