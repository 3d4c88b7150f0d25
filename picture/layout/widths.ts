/**
 * How wide texts are in hundredths of the letter size, by the widest of the fonts that a picture asks for (DejaVu Sans): in all others
 * a text is narrower and has room. Of the printable ASCII characters, the blank first.
 */
const regular = [
  32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, 100, 68,
  69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55,
  63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];
const bold = [
  35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 58, 100, 77,
  76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59,
  72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84,
];

/** The width of a text on one line, in the unit of its size. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const character of text) width += advance(character, isBold);
  return (width * size) / 100;
}

function advance(character: string, isBold: boolean): number {
  const code = character.codePointAt(0)!;
  const table = isBold ? bold : regular;
  if (code >= 32 && code < 127) return table[code - 32]!;
  if (code === 0xa0) return table[0]!;
  if (/\p{M}|\p{Cf}/u.test(character)) return 0;
  // Writings and pictures that fill a square.
  if (code >= 0x1100 && /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{So}\uFF00-\uFFEF]/u.test(character))
    return 105;
  return /\p{Lu}/u.test(character) ? 85 : isBold ? 75 : 68;
}

/** A text in lines of at most that width, broken at blanks where there are any; of more lines than `most` the last one ends in an ellipsis. */
export function wrappedLines(text: string, width: number, size: number, most: number, isBold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, isBold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line, size, isBold) > width) {
      const head = fitting(line, width, size, isBold);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines.filter((one) => one !== '');
  const last = fitting(`${lines[most - 1]!} ${lines[most]!}`, width - size, size, isBold);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

/** The part of a text that fits, a character at least; broken behind a hyphen where one is near. */
function fitting(text: string, width: number, size: number, isBold: boolean): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && textWidth(head + character, size, isBold) > width) break;
    head += character;
  }
  const hyphen = head.lastIndexOf('-');
  return head.length < text.length && hyphen > head.length / 2 ? head.slice(0, hyphen + 1) : head;
}
