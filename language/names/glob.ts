import picomatch from 'picomatch/posix.js';

/** Whether a path with `/`, relative to a folder, is meant. */
export type Matches = (path: string) => boolean;

// A pattern becomes a regular expression that goes back over a path once for each wildcard, and patterns come with a workspace that
// nobody may have looked at yet. These bounds keep the worst of them quick; what a folder of designs needs is far below.
const longestGlob = 256;
const longestPath = 512;
const mostWildcards = 3;
const mostAlternatives = 16;

/** What is wrong with a pattern for files, as the rest of a sentence that begins with it; undefined where nothing is. */
export function globProblem(glob: string): string | undefined {
  if (glob.trim() === '') return 'is empty';
  if (glob.length > longestGlob) return `is longer than ${longestGlob} characters`;
  if (glob.includes('\\')) return 'has a backslash: write / between folders';
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob)) return 'is not relative to the folder of the project';
  if (glob.split('/').includes('..')) return 'leads out of the folder of the project';
  if (/^!|[()[\]|\0]/.test(glob)) return 'may hold *, **, ? and one {a,b}, but no !, (), [] and |';
  if (glob.split('/').some((part) => part.includes('**') && part !== '**'))
    return 'has ** beside something else: ** stands for whole folders';
  const wildcards = glob.match(/\*+/g)?.length ?? 0;
  if (wildcards > mostWildcards) return `has more than ${mostWildcards} wildcards (* or **)`;
  return bracesProblem(glob);
}

function bracesProblem(glob: string): string | undefined {
  const [group, ...others] = glob.match(/[{}]/g)?.join('').match(/\{\}/g) ?? [];
  const braces = glob.match(/[{}]/g)?.length ?? 0;
  if (braces === 0) return undefined;
  if (group === undefined || others.length > 0 || braces !== 2) return 'has braces that are not one pair: {a,b}';
  const inner = /\{(.*)\}/.exec(glob)![1]!;
  if (!inner.includes(',') || inner.includes('..')) return 'has braces without alternatives: {a,b}';
  return inner.split(',').length > mostAlternatives ? `has more than ${mostAlternatives} alternatives` : undefined;
}

/**
 * Makes a pattern that `globProblem` finds nothing wrong with into a test of paths. A folder that is named without wildcard stands for
 * all that is in it. Case counts, on every system.
 */
export function compileGlob(glob: string): Matches {
  const plain = glob.replace(/^(\.\/+)+/, '').replace(/\/+$/, '');
  const last = plain.slice(plain.lastIndexOf('/') + 1);
  const patterns = /[*?]/.test(last) ? [plain] : [plain, `${plain}/**`];
  const matches = picomatch(patterns, { noext: true, nonegate: true, dot: true });
  return (path) => path.length <= longestPath && matches(path);
}
