import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatRangeEdits } from '../../../language/formatting/format.js';
import { edited } from '../../../language/writing/index.js';
import { randomFrom, otherLayout } from './perturb.js';
import { format, isSound, parser, repositoryFiles, services, tokens } from './support.js';

/** Formats what stands between two `|`, or the line on which one stands. */
function range(marked: string): string {
  const [before, inside = '', after] = marked.split('|');
  const text = before! + (after === undefined ? '' : inside) + (after ?? inside);
  const end = before!.length + (after === undefined ? 0 : inside.length);
  return formatted(text, before!.length, end);
}

function formatted(text: string, start: number, end: number): string {
  return edited(text, formatRangeEdits(text, parser.LangiumParser.parse(text), services, start, end));
}

const lines = (...all: readonly string[]): string => all.join('\n');

describe('the formatter, on a range', () => {
  it('touches the lines of the range and no others', () => {
    assert.equal(
      range(lines('zone  a  is b', '', 'data  c  i|s d', 'data   ee  is|  f', '', 'zone  g  is h')),
      lines('zone  a  is b', '', 'data c  is d', 'data ee is f', '', 'zone  g  is h'),
    );
    assert.equal(range(lines('zone  a  is b', 'zone  c|  is d', 'zone  e  is f')), lines('zone  a  is b', 'zone c is d', 'zone  e  is f'));
  });

  it('does not count a line of which only the beginning is taken', () => {
    assert.equal(range(lines('|zone  a  is b', '|zone  c  is d')), lines('zone a is b', 'zone  c  is d'));
    assert.equal(range(lines('|zone  a  is b', '', '', '|', 'zone  c  is d')), lines('zone a is b', '', 'zone  c  is d'));
  });

  it('aligns with lines outside of the range', () => {
    // The end of the file belongs to its last line.
    assert.equal(range(lines('zone a  is b', 'zone longer  is d|')), lines('zone a  is b', 'zone longer is d', ''));
    assert.equal(range(lines('zone a  is| b', 'zone longer  is d')), lines('zone a      is b', 'zone longer  is d'));
  });

  it('gives the whole style for a range of the whole text', () => {
    for (const [file, text] of repositoryFiles()) {
      if (isSound(text)) assert.equal(formatted(text, 0, text.length), format(text), file);
    }
  });

  it('leaves statements with errors alone and takes the others, in a broken text', () => {
    const broken = lines(
      '|  zone  first "F"  is k',
      'zone  b  is k',
      'component  broken  is',
      '   link  l  a <-> b',
      'data  c  is k { note   "n"',
      '  note "m" }',
      'flow  open  : a->b {',
      '  uses   x',
      'accept  r on l',
      ' because "b" // c  c',
      'zone  “d”  is k',
      '   data  last  is k|',
    );
    assert.equal(
      range(broken),
      lines(
        'zone first "F" is k',
        'zone b         is k',
        'component  broken  is',
        '   link  l  a <-> b',
        'data c is k {',
        '    note "n"',
        '    note "m"',
        '}',
        'flow  open  : a->b {',
        '  uses   x',
        'accept r on l',
        '    because "b" // c  c',
        'zone  “d”  is k',
        'data last is k',
      ),
    );
  });

  it('touches only the lines of the range in a broken text, too', () => {
    assert.equal(
      range(lines('zone  a is', '', 'zone  b  is k', 'zone  cc|  is k', 'zone  d  is k')),
      lines('zone  a is', '', 'zone  b  is k', 'zone cc is k', 'zone  d  is k'),
    );
  });

  it('keeps the tokens of broken texts, wherever the range lies', () => {
    const files = repositoryFiles();
    const sample = fc.record({ file: fc.constantFrom(...files), seed: fc.integer(), cut: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(sample, ({ file: [, text], seed, cut }) => {
        const random = randomFrom(seed);
        const at = Math.floor(text.length * cut);
        const lost = otherLayout(text, random);
        const broken = lost.slice(0, at) + lost.slice(at + 1 + Math.floor(random() * 30));
        const [start, end] = [random(), random()].map((part) => Math.floor(part * broken.length)).sort((a, b) => a - b);
        const images = (one: string) => tokens(one).map(({ image }) => image);
        const result = formatted(broken, start!, end!);
        assert.deepEqual(images(result), images(broken));
        assert.equal(result.replace(/\s/g, ''), broken.replace(/\s/g, ''));
      }),
      { seed: 20_270_315, numRuns: 200 },
    );
  });
});
