// Which lines of a room are changed: a window in each of some files, the same for the same seed.

/** About how many mutants a line has here; what it comes to is counted when they are made. */
const mutantsOfLine = 0.8;
/** A window has at most so many lines, so that a sample meets many files. */
const linesOfWindow = 20;

/** Numbers from 0 up to 1 that `seed` decides (a linear congruential generator, modulo 2^32). */
function numbersOf(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * Ranges of lines (`file:from-to`) that hold about `mutants` mutants.
 * @param {readonly { file: string, lines: number }[]} files
 * @param {number} mutants
 * @param {number} seed
 */
export function sampleOf(files, mutants, seed) {
  const next = numbersOf(seed);
  const left = [...files];
  const ranges = [];
  for (let held = 0; held < mutants && left.length > 0;) {
    const [{ file, lines }] = left.splice(Math.floor(next() * left.length), 1);
    const length = Math.min(lines, linesOfWindow, Math.ceil((mutants - held) / mutantsOfLine));
    const from = 1 + Math.floor(next() * (lines - length + 1));
    ranges.push(`${file}:${from}-${from + length - 1}`);
    held += length * mutantsOfLine;
  }
  return ranges;
}
