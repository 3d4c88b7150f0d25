import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noticesOf, objectionsTo, thirdPartiesOf } from '../../tools/third-party.mjs';
import { bundled } from '../support/bundle.js';
import { inFolder } from '../support/cli.js';
import { cyclonedxSchema } from '../support/cyclonedx.js';
import { root } from '../support/workspace.js';

const some = { name: 'some', version: '1.0.0', licence: 'MIT', texts: ['Permission is hereby granted'] };

describe('what others wrote of what is shipped', () => {
  it('is found by the files that are shipped, a package once, whatever lies inside of it', () =>
    inFolder({}, (folder) => {
      const library = path.join(folder, 'node_modules', '@of', 'library');
      mkdirSync(path.join(library, 'esm'), { recursive: true });
      writeFileSync(path.join(library, 'package.json'), '{ "name": "@of/library", "version": "2.1.0", "license": "ISC" }');
      writeFileSync(path.join(library, 'LICENSE'), 'the licence\r\nof two lines\r\n');
      writeFileSync(path.join(library, 'NOTICE.txt'), 'a notice');
      writeFileSync(path.join(library, 'esm', 'package.json'), '{ "type": "module" }');
      const inputs = ['cli/main.ts', 'node_modules/@of/library/esm/one.js', 'node_modules/@of/library/two.js'];
      assert.deepEqual(thirdPartiesOf(folder, inputs), [
        { name: '@of/library', version: '2.1.0', licence: 'ISC', texts: ['the licence\nof two lines', 'a notice'] },
      ]);
      return Promise.resolve();
    }));

  it('is not shipped under a licence that asks for more than a notice, or without the text of its licence', () => {
    assert.deepEqual(objectionsTo([some]), []);
    assert.deepEqual(objectionsTo([{ ...some, licence: 'AGPL-3.0-only' }]), [
      'some 1.0.0: "AGPL-3.0-only" is not among the licences that may be shipped',
    ]);
    assert.deepEqual(objectionsTo([{ ...some, licence: 'EPL-2.0 OR GPL-3.0-or-later' }]), [
      'some 1.0.0: "EPL-2.0 OR GPL-3.0-or-later" is not among the licences that may be shipped',
    ]);
    assert.deepEqual(objectionsTo([{ ...some, licence: '', texts: [] }]), [
      'some 1.0.0: "" is not among the licences that may be shipped',
      'some 1.0.0: its package has no text of its licence',
    ]);
  });

  it('is named in one text, with a licence that several share told once', () => {
    const text = noticesOf([some, { ...some, name: 'other' }, { ...some, name: 'third', licence: 'ISC', texts: ['Another text'] }]);
    assert.deepEqual(text.split('Permission is hereby granted').length, 2);
    assert.match(text, /^some 1\.0\.0 \(MIT\)\nother 1\.0\.0 \(MIT\)\n\nPermission is hereby granted\n/m);
    assert.match(text, /^third 1\.0\.0 \(ISC\)\n\nAnother text\n/m);
  });

  interface Component {
    readonly group?: string;
    readonly name: string;
    readonly version: string;
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }

  it('stands in the bill of materials of a build, which follows the schema, with the hash of its archive, and in the notices', () => {
    const bom = JSON.parse(readFileSync(bundled('sbom.cdx.json'), 'utf8')) as { readonly components: readonly Component[] };
    const validate = cyclonedxSchema();
    assert.equal(validate(bom), true, JSON.stringify(validate.errors?.slice(0, 3)));
    const listed = bom.components.map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`);
    const noticed = [...readFileSync(bundled('THIRD-PARTY-NOTICES.txt'), 'utf8').matchAll(/^(\S+ \d+\.\d+\.\d+\S*) \(.+\)$/gm)];
    assert.deepEqual(listed.toSorted(), noticed.map(([, one]) => one).toSorted());
    for (const name of ['langium', 'chevrotain', 'elkjs', 'vscode-languageclient'])
      assert.ok(
        listed.some((one) => one.startsWith(`${name} `)),
        name,
      );
    for (const { name, hashes } of bom.components) {
      assert.equal(hashes?.length, 1, name);
      assert.match(hashes[0]!.content, /^[0-9a-f]{128}$/, name);
    }
  });
});

describe('what builds it', () => {
  it('is named by what it is, not by a name that can be moved', () => {
    const workflow = readFileSync(path.join(root, '.github/workflows/test.yml'), 'utf8');
    const used = [...workflow.matchAll(/uses: (\S+)(.*)$/gm)];
    assert.equal(used.length, 4);
    for (const [line, action, version] of used) assert.match(`${action!}${version!}`, /^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, line);
  });
});
