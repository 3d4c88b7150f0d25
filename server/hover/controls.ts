import type { Element } from '../../language/model/index.js';
import { controlWords } from '../../report/words.js';
import { grantedTo, type Evaluator, type Granted } from '../../review/index.js';
import { bounded, code, escapedText } from '../markdown.js';

/** The controls of an element: what counts, grouped by where it comes from; then what is planned, then what is weak, with why. */
export function controlLines(element: Element, evaluator: Evaluator): string[] {
  const granted = grantedTo(element, evaluator);
  const of = (state: string) => granted.filter(({ source }) => source.state === state);
  return [
    ...bounded(groups(of('met'), originWords), lineOf, { most: 12 }, (rest) => `from ${rest.length} more statements`),
    ...bounded(groups(of('planned'), plannedWords), lineOf, { most: 5 }, (rest) => `${rest.length} more are planned`),
    ...bounded(groups(of('weak'), weakWords), lineOf, { most: 5 }, (rest) => `weak in ${rest.length} more ways`),
  ];
}

type Group = readonly [words: string, controls: readonly string[]];

function groups(granted: readonly Granted[], wordsOf: (one: Granted) => string): Group[] {
  const found = new Map<string, string[]>();
  for (const one of granted) {
    const words = wordsOf(one);
    const group = found.get(words);
    if (group === undefined) found.set(words, [one.source.control]);
    else if (!group.includes(one.source.control)) group.push(one.source.control);
  }
  return [...found];
}

function lineOf([words, controls]: Group): string {
  const told = bounded(
    controls,
    (control) => escapedText(controlWords(control)),
    { most: 8 },
    (rest) => `${rest.length} more`,
  );
  return `${words}: ${told.join(', ')}`;
}

function originWords(granted: Granted): string {
  const { source, way } = granted;
  const by = source.mechanism === undefined ? undefined : code(source.mechanism);
  switch (way) {
    case 'stated':
      return `stated${spanWords(granted)}`;
    case 'by':
      return `by ${by}${spanWords(granted)}`;
    case 'uses':
      return `uses ${by}`;
    case 'over':
      return `over ${by}${spanWords(granted)}`;
    case 'kind':
      return `from kind ${code(source.kind!)}${by === undefined ? '' : ` by ${by}`}`;
  }
}

function spanWords({ from, to }: Granted): string {
  return `${from === undefined ? '' : ` from ${code(from)}`}${to === undefined ? '' : ` to ${code(to)}`}`;
}

function plannedWords(granted: Granted): string {
  const { due, mechanism } = granted.source;
  const when = due === undefined ? 'without a date' : `for ${due}`;
  return `planned ${when}${mechanism === undefined ? '' : ` by ${code(mechanism)}`}${spanWords(granted)}`;
}

function weakWords(granted: Granted): string {
  const { mechanism, weakness } = granted.source;
  const why = weakness === undefined ? '' : ` (${escapedText(weakness)})`;
  return `weak through ${code(mechanism ?? 'a statement')}${spanWords(granted)}${why}`;
}
