import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { definitionSorts } from '../../report/definitions.js';
import { handbookAddress } from '../../report/handbook.js';
import { listingNamed } from '../../report/listing.js';
import { handbookPages } from '../../tools/handbook-pages.js';
import { createWorkspace, root } from '../support/workspace.js';

const folder = path.join(root, 'docs', 'catalogue');

describe('the handbook', () => {
  let pages: ReadonlyMap<string, string>;
  before(async () => {
    pages = await handbookPages();
  });

  it('in docs/catalogue is what the catalogue says; `npm run handbook` writes it', () => {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(md|svg)$/.test(file));
    assert.deepEqual(found.map((file) => file.split(path.sep).join('/')).sort(), [...pages.keys()].sort());
    for (const [file, text] of pages) assert.equal(readFileSync(path.join(folder, file), 'utf8'), text, file);
  });

  it('leads to no page that is not there', () => {
    const links = [...pages].flatMap(([file, text]) =>
      [...text.matchAll(/\]\((?<to>[^)]+)\)/g)].map(({ groups }) => ({ file, to: groups!.to! })),
    );
    assert.ok(links.length > 500);
    const dead = links.filter(({ file, to }) => !existsSync(path.join(folder, path.dirname(file), to)));
    assert.deepEqual(dead, []);
  });

  it('leads from its front page to every definition in two clicks, whatever word defines it', async () => {
    const linksOf = (file: string) =>
      [...(pages.get(file) ?? '').matchAll(/\]\((?<to>[^)]+)\)/g)].map(({ groups }) =>
        path.posix.join(path.posix.dirname(file), groups!.to!),
      );
    const one = linksOf('README.md');
    const two = new Set([...one, ...one.flatMap(linksOf)]);
    const { shared } = await createWorkspace({});
    const texts = readdirSync(path.join(root, 'catalogue'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.meter'))
      .map((file) => readFileSync(path.join(root, 'catalogue', file), 'utf8'));
    const defined = texts.flatMap((text) => [...text.matchAll(/^define (?<word>\w+) (?<name>[\w.-]+)/gm)].map(({ groups }) => groups!));
    assert.ok(defined.length > 900);
    const folders = new Map(definitionSorts.map(({ word, folder }) => [word, folder]));
    const lost = defined.filter(({ word, name }) => folders.get(word!) === undefined || !two.has(`${folders.get(word!)}${name}.md`));
    assert.deepEqual(lost, []);
    // The catalogue as it is read has the same.
    const all = definitionSorts.flatMap((sort) => sort.all(shared.meter.Designs.catalogue()).map(({ name }) => `${sort.word} ${name}`));
    assert.deepEqual(new Set(all), new Set(defined.map(({ word, name }) => `${word} ${name}`)));
  });

  it('knows every word that `define` takes', () => {
    const rule = /^Definition returns Definition: 'define' \((?<rules>[^)]*)\)/m.exec(
      readFileSync(path.join(root, 'language', 'meter.langium'), 'utf8'),
    );
    const words = rule!.groups!['rules']!.split('|').map((name) => {
      const own = new RegExp(`^${name.trim()} returns \\w+: '(?<word>\\w+)'`, 'm');
      return own.exec(readFileSync(path.join(root, 'language', 'meter.langium'), 'utf8'))!.groups!['word']!;
    });
    assert.deepEqual(definitionSorts.map(({ word }) => word).sort(), words.sort());
    for (const word of words) assert.ok(listingNamed(word) !== undefined, word);
  });

  it('shows for each requirement a design that violates it, with what a review says of it, and the design repaired', () => {
    const requirements = [...pages].filter(([file]) => !file.includes('/') && file !== 'README.md');
    assert.ok(requirements.length > 0);
    const incomplete = requirements.filter(
      ([, text]) => !/## Example\n\n```meter\n[^]+?\n```\n\nA review says:\n\n(- .+\n)+\nRepaired:\n\n```meter\n[^]+?\n```\n$/.test(text),
    );
    assert.deepEqual(
      incomplete.map(([file]) => file),
      [],
    );
  });

  it('has an address for each requirement of the catalogue and none for the requirements of a workspace', async () => {
    const own = 'define requirement mine "Mine" { severity low applies to component { needs tamper-detection } }\n';
    const { shared } = await createWorkspace({ 'own.meter': own });
    const { requirements } = shared.meter.Designs.catalogue();
    assert.match(handbookAddress(requirements.get('key-hsm')) ?? '', /\/docs\/catalogue\/key-hsm\.md$/);
    assert.ok(requirements.has('mine'));
    assert.equal(handbookAddress(requirements.get('mine')), undefined);
  });
});
