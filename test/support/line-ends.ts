/** A line of a text with its end; the last one may have none. */
export interface Line {
  readonly text: string;
  readonly end: string;
}

export function linesOf(text: string): Line[] {
  const found = [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)].map(([, line, end]) => ({ text: line!, end: end! }));
  return found.filter(({ text: line, end }) => line !== '' || end !== '');
}

/** A text without the difference between line ends. */
export function plain(text: string): string {
  return text.replaceAll(/\r\n|\r/g, '\n');
}

/** Ways to end the lines of a text. `mixed` ends each line in its own way, drawn by a seed. */
export const layouts: Readonly<Record<string, (text: string) => string>> = {
  crlf: (text) => plain(text).replaceAll('\n', '\r\n'),
  mixed: (text) => {
    let state = 20_270_315;
    return plain(text).replaceAll('\n', () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) % 2 === 0 ? '\n' : '\r\n';
    });
  },
};

/** The lines that stand once in a text before and after something was done, and whose end it changed: there are none. */
export function changedEnds(before: string, after: string): string[] {
  const [old, now] = [onceIn(before), onceIn(after)];
  // The last line of a text has no end that something behind it could keep.
  return [...old].flatMap(([text, end]) => (end === '' || (now.get(text) ?? '') === '' || now.get(text) === end ? [] : [text]));
}

/** The ends of the lines that stand once in a text, by what they say. */
function onceIn(text: string): Map<string, string> {
  const ends = new Map<string, string>();
  const several = new Set(['']);
  for (const line of linesOf(text)) {
    const said = line.text.trim();
    if (ends.has(said)) several.add(said);
    ends.set(said, line.end);
  }
  for (const said of several) ends.delete(said);
  return ends;
}

/** Whether all lines end in one way. */
export function endsAll(text: string, end: string): boolean {
  return linesOf(text).every((line) => line.end === '' || line.end === end);
}
