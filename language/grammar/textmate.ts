import type { Grammar } from './elements.js';
import { firstWordsOf, secondWordsOf, statementsOfGrammar } from './statements.js';
import { wordsOf, wordsOfRule } from './words.js';

/** Words that join and choose, which plain text shows like operators. The others are told from the grammar alone. */
const joining = new Set(
  'across and at both else end ends every first greatest holder hop incoming inside last least neighbour no not of or outgoing protocol relay same some that where with within'.split(
    ' ',
  ),
);

interface Pattern {
  readonly name?: string;
  readonly match?: string;
}

const before = '(?<![\\p{L}\\d_.-])';
const after = '(?![\\p{L}\\d_]|[-.][\\p{L}\\d_])';
const name = '([\\p{L}\\d_][\\p{L}\\d_.-]*)';

/** The patterns of words in a TextMate grammar, brought to what a grammar says; everything else in it stays. */
export function wordPatterns(patterns: readonly Pattern[], grammar: Grammar): Pattern[] {
  const found = matches(grammar);
  return patterns.map((pattern) =>
    pattern.match === undefined ? pattern : { ...pattern, match: found.get(keyOf(pattern)) ?? pattern.match },
  );
}

/** What tells patterns apart: their scope, or what they begin with. */
function keyOf({ name: scope, match = '' }: Pattern): string {
  if (scope !== undefined) return scope;
  if (match.includes('(define)')) return 'define';
  return match.startsWith('^') ? 'declaration' : 'duration';
}

function matches(grammar: Grammar): ReadonlyMap<string, string> {
  const named = [...statementsOfGrammar(grammar).values()].filter(({ isNamed, key }) => isNamed && !key.includes(' '));
  const units = wordsOfRule(grammar, 'Unit');
  const severities = wordsOfRule(grammar, 'Severity');
  const families = [...firstWordsOf(grammar)].filter((word) => secondWordsOf(grammar, word).length > 0);
  const defined = families.flatMap((word) => secondWordsOf(grammar, word));
  const types = new Set([...firstWordsOf(grammar), ...defined]);
  const taken = new Set([...units, ...severities, ...types, ...joining]);
  const words = [...wordsOf(grammar)];
  const behind = new Set(named.flatMap(({ behindName }) => behindName));
  const signs = [...behind].filter((sign) => !words.includes(sign));
  const goesOn = [
    `[${signs.join('')}]`,
    '//',
    '/\\*',
    ...[...behind].filter((word) => words.includes(word)).map((word) => `${word}\\b`),
    '$',
  ];
  const any = (some: Iterable<string>) => `${before}(?:${longestFirst(some)})${after}`;
  return new Map([
    ['duration', `${before}(\\d+)\\s+(${longestFirst(units)})${after}`],
    ['define', `${before}(${longestFirst(families)})\\s+(${longestFirst(defined)})\\s+${name}`],
    ['declaration', `^\\s*(${longestFirst(named.map(({ key }) => key))})\\s+${name}(?=\\s*(?:${goesOn.join('|')}))`],
    ['constant.language.severity.meter', any(severities)],
    ['keyword.operator.logical.meter', any(words.filter((word) => joining.has(word)))],
    ['storage.type.meter', any(types)],
    ['keyword.other.meter', any(words.filter((word) => !taken.has(word)))],
    ['keyword.other.unit.meter', any(units)],
  ]);
}

/** So that no word hides a longer one. */
function longestFirst(words: Iterable<string>): string {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
