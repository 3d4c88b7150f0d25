/** Numbers that come in the same order for a seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const typed = [...'abcxyz019_-. \n\n"{}(),:=>/*é\t\r'.split(''), '\r\n', '->', '<->', '//', '/*', '*/', '"a"', '{ }'];
const words = [
  ...'import design zone component data link flow accept exclude define cite control uses note stores is in by over via on from to'.split(
    ' ',
  ),
  ...'carries returns opened run because until profile requirement where needs every and within planned evidence 15 2027-01-01'.split(' '),
];
const lines = [
  'component pasted is smart-meter in home { uses hsm-fips-140-3 }',
  'link pasted-link: a <-> b over lte, tls-1.3\n  opened by a {\n  note "x"\n}',
  'flow half: a ->',
  'flow half is',
  'define control own "Own" { note "n" }',
  'define component own-kind is smart-meter {',
  '  control encryption by',
  '/* a comment\n over lines */',
  '// note to self',
  'accept x on every smart-meter because "it is',
  'zone one zone two',
  'design again',
  'import "other.meter"',
  'component',
  '}',
  'define',
  'component meter in',
];

/** After so many edits a text is what it was at first. */
export const repairedEach = 6;

type Random = () => number;

/** A text after one more edit, of the sorts that people make and that damage makes. */
export function editedAtRandom(text: string, random: Random, base: string): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const at = below(text.length + 1);
  const put = (from: number, to: number, insert: string): string => text.slice(0, from) + insert + text.slice(to);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1;
  const found = (sign: string): number => {
    const index = text.indexOf(sign, at);
    return index < 0 ? text.indexOf(sign) : index;
  };
  switch (below(16)) {
    case 0:
    case 1:
    case 2:
      return put(at, at, one(typed));
    case 3:
      return put(at, at, one(words));
    case 4:
      return put(at, at, ` ${one(words)} `);
    case 5:
      return put(at, Math.min(text.length, at + 1 + below(3)), '');
    case 6:
      return put(at, Math.min(text.length, at + below(200)), '');
    case 7:
      return put(lineStart, lineEnd, '');
    case 8:
      return put(lineStart, lineStart, `${one(lines)}\n`);
    case 9:
      return put(lineEnd, lineEnd, text.slice(lineStart, lineEnd));
    case 10: {
      const index = found(one(['{', '}', '"', ',', ':', '*/', '/*', '\n', '->']));
      return index < 0 ? text : put(index, index + 1, '');
    }
    case 11: {
      const target = below(text.length + 1);
      const moved = text.slice(lineStart, lineEnd);
      const rest = put(lineStart, lineEnd, '');
      const start = rest.lastIndexOf('\n', target - 1) + 1;
      return rest.slice(0, start) + moved + rest.slice(start);
    }
    case 12:
      return random() < 0.5
        ? text.replace(/(?<!\r)\n/, '\r\n')
        : put(lineStart, lineEnd, text.slice(lineStart, lineEnd).replace(/\n$/, '\r\n'));
    case 13: {
      const index = found(one(words));
      return index < 0 ? text : put(index, index + 1, one(typed));
    }
    case 14:
      return put(at, at, text.slice(below(text.length), below(text.length)).slice(0, 400));
    default:
      return random() < 0.3 ? base : put(lineStart, lineStart, ' '.repeat(below(4)));
  }
}
