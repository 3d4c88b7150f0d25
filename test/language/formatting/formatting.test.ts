import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format, isSound, repositoryFiles, tokens, tree } from './support.js';

const folder = import.meta.dirname;
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const images = (text: string) => tokens(text).map(({ image }) => image);

describe('the formatter', () => {
  for (const before of readdirSync(folder).filter((file) => file.endsWith('.before.meter'))) {
    it(`brings ${before} into the style`, () => {
      const after = read(before.replace('.before.', '.after.'));
      assert.ok(isSound(read(before)));
      assert.equal(format(read(before)), after);
      assert.equal(format(after), after);
    });
  }

  it('leaves the tokens, comments and trees of all files of the project as they are, and settles at once', () => {
    const files = repositoryFiles();
    assert.ok(files.length > 400);
    for (const [file, text] of files) {
      const once = format(text);
      assert.deepEqual(images(once), images(text), file);
      assert.equal(format(once), once, file);
      assert.deepEqual(tree(once), tree(text), file);
    }
  });

  it('leaves a text with syntax errors as it is', () => {
    const broken = repositoryFiles().filter(([, text]) => !isSound(text));
    assert.ok(broken.length > 0);
    for (const text of [...broken.map(([, one]) => one), 'zone  a is', 'zone  a is "', '/* open', '{', 'component  a is b {']) {
      assert.equal(format(text), text);
    }
  });

  it('leaves a text that is too deep or too long to be read as it is', () => {
    const deep = `define requirement  a { applies to link where ${'('.repeat(200)}is b${')'.repeat(200)} }`;
    assert.equal(format(deep), deep);
  });

  it('keeps CRLF, a byte order mark, and ends a file with one line break', () => {
    assert.equal(format('zone  a is b\r\n\r\n\r\nzone c is d {\r\nnote "e"}'), 'zone a is b\r\n\r\nzone c is d {\r\n    note "e"\r\n}\r\n');
    assert.equal(format('\uFEFF\n zone  a is b'), '\uFEFFzone a is b\n');
    assert.equal(format('\uFEFFzone a is b\n'), '\uFEFFzone a is b\n');
    assert.equal(format('zone a is b\n\n \n'), 'zone a is b\n');
  });

  it('leaves every line the end that it has, and ends a new one as its neighbour', () => {
    assert.equal(format('zone a is b\r\nzone c is d\n'), 'zone a is b\r\nzone c is d\n');
    assert.equal(format('zone a is b\rzone  c is d\r'), 'zone a is b\rzone c is d\r');
    assert.equal(format('zone a is b {\r\nnote "e" } zone c is d\n'), 'zone a is b {\r\n    note "e"\n}\nzone c is d\n');
    assert.equal(format('zone a is b\n\r\n\r\nzone c is d\r\n'), 'zone a is b\n\r\nzone c is d\r\n');
  });

  it('takes texts without statements', () => {
    for (const [text, wanted] of [
      ['', ''],
      ['\n\n', ''],
      ['\uFEFF', '\uFEFF'],
      [' // only this', '// only this\n'],
      ['\r\n /* a */ /* b\r\n*/\r\n\r\n\r\n// c\r\n\r\n', '/* a */ /* b\r\n*/\r\n\r\n// c\r\n'],
    ] as const) {
      assert.equal(format(text), wanted);
      assert.equal(format(wanted), wanted);
    }
  });
});
