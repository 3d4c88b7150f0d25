import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/workspace.js';

interface Setting {
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly description?: string;
}

const switches = [
  'codeLens.designs',
  'codeLens.elements',
  'codeLens.reach',
  'codeLens.requirements',
  'inlayHints.protection',
  'inlayHints.severity',
];

describe('switches', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    contributes: { configuration: { properties: Readonly<Record<string, Setting>> } };
  };
  const { properties } = manifest.contributes.configuration;

  it('has a switch for each sort of line and hint, on unless somebody turns it off, explained in one line', () => {
    for (const name of switches) {
      const { description, ...rest } = properties[`meterlint.${name}`]!;
      assert.deepEqual(rest, { type: 'boolean', scope: 'window', default: true }, name);
      assert.match(description!, /^Shows [^\n]{20,130}\.$/, name);
    }
    const found = Object.keys(properties).filter((name) => /^meterlint\.(codeLens|inlayHints)\./.test(name));
    assert.deepEqual(
      found.map((name) => name.slice('meterlint.'.length)),
      switches,
    );
  });

  it('are those that the server heeds', () => {
    const source = readFileSync(path.join(root, 'server/switches.ts'), 'utf8');
    const heeded = [...source.matchAll(/'((?:codeLens|inlayHints)\.\w+)'/g)].map((match) => match[1]!);
    assert.deepEqual(heeded.sort(), [...switches].sort());
  });

  it('are documented, like all settings', () => {
    const page = readFileSync(path.join(root, 'docs/editor/settings.md'), 'utf8');
    for (const name of Object.keys(properties)) assert.ok(page.includes(`\`${name}\``), name);
  });
});
