import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Architecture } from '../../../language/model/index.js';
import { createWorkspace } from '../../support/workspace.js';
import { otherLayout, otherSpaces, randomFrom } from './perturb.js';
import { format, isSound, repositoryFiles, tokens, tree } from './support.js';

const files = repositoryFiles().filter(([, text]) => isSound(text));
const seed = 20_270_315;
const images = (text: string) => tokens(text).map(({ image }) => image);

/** A file of the project and numbers to change its layout by. */
const sample = fc.record({ file: fc.constantFrom(...files), seed: fc.integer() });

describe('the formatter, on texts with other layout', () => {
  it('gives the same text whatever the spaces were', () => {
    fc.assert(
      fc.property(sample, ({ file: [, text], seed: numbers }) => {
        assert.equal(format(otherSpaces(text, randomFrom(numbers))), format(text));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('keeps tokens, comments and meaning, and settles at once', () => {
    fc.assert(
      fc.property(sample, fc.boolean(), ({ file: [, text], seed: numbers }, crlf) => {
        const changed = otherLayout(text, randomFrom(numbers)).replaceAll('\n', crlf ? '\r\n' : '\n');
        const once = format(changed);
        assert.ok(isSound(changed));
        assert.deepEqual(images(once), images(changed));
        assert.deepEqual(tree(once), tree(changed));
        assert.equal(format(once), once);
        assertTidy(once, crlf ? '\r\n' : '\n');
      }),
      { seed, numRuns: 400 },
    );
  });

  it('keeps the architecture and the definitions that a workspace reads', async () => {
    const names = ['riverside.meter', 'zones.meter', 'house-rules.meter', 'hardened.meter'];
    const texts = Object.fromEntries(names.map((name) => [name, files.find(([file]) => file === `examples/${name}`)![1]]));
    const random = randomFrom(seed);
    const relaid = Object.fromEntries(
      names.map((name) => [name, format(otherLayout(texts[name]!, random).replace(/\/\*\* doc \*\//g, ''))]),
    );
    assert.deepEqual(await told(relaid), await told(texts));
  });
});

/** Between tokens: no space at the end of a line, no two blank lines, one line break at the end. */
function assertTidy(text: string, newline: string): void {
  let end = 0;
  for (const { image, startOffset } of tokens(text)) {
    const gap = text.slice(end, startOffset);
    assert.match(gap, newline === '\n' ? /^(\n{0,2} *)$/ : /^((\r\n){0,2} *)$/, JSON.stringify(text.slice(end - 20, startOffset + 20)));
    end = startOffset + image.length;
  }
  assert.equal(text.slice(end), newline);
}

/** All that the workspace's designs say, without places. */
async function told(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const workspace = await createWorkspace(texts);
  const plain = (_key: string, value: unknown): unknown => {
    if (value instanceof Map) return [...value];
    return typeof value === 'object' && value !== null && 'startOffset' in value ? undefined : value;
  };
  const designs = Object.keys(texts).flatMap((file): readonly Architecture[] => workspace.shared.meter.Designs.of(workspace.uri(file)));
  return designs.map((design) => JSON.stringify(design, plain, 1));
}
