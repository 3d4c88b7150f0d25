import type { FormWords, LineEnd } from '../../parsing/heard.js';
import { foreseenSentences, type ForeseenSentence } from './foreseen.js';
import { forms } from './forms.js';
import { missingAt } from './unfinished.js';

const tokens: Readonly<Record<string, string>> = {
  ID: 'a name',
  STRING: 'a text in quotes',
  INT: 'a number',
  DATE: 'a day such as 2027-06-30',
  EOF: 'the end of the file',
};
/** So many words of what could stand here; a list of fifty helps nobody. */
const mostWords = 6;

/** What cannot be read, as parser and lexer found it, and what may have been meant. */
export const ofReading = {
  'syntax-error': {
    expected: (names: readonly string[], found: string, form: FormWords): string =>
      `Expected ${expectedWords(names)} here, but found ${foundWords(found)}.${shown(form)}`,
    expectedAtEnd: (names: readonly string[]): string => expectedWords(names),
    // The end of the file is expected wherever a statement may end.
    stray: (found: string, form: FormWords): string => `${capital(foundWords(found))} cannot stand here.${shown(form)}`,
    noStatement: (found: string, form: FormWords): string =>
      `${capital(foundWords(found))} cannot start a statement here. A file holds import, then design, zone, component, data, link, ` +
      `flow, accept, exclude, define and cite. Is a brace closed too early?${shown(form)}`,
    misspelt: (found: string, meant: string): string => `'${found}' cannot start a statement here. Did you mean '${meant}'?`,
    closesNothing: "This '}' closes nothing: there is no '{' before it that is open.",
    unclosedBrace: (isInside: boolean): string => {
      const inside = " Elements do not stand inside each other: say where a component stands with 'in', such as component meter in home.";
      return `The '{' of this statement is not closed. Missing at its end: '}'.${isInside ? inside : ''}`;
    },
    unfinishedList: (form: FormWords): string =>
      `This line is not finished. Missing after the comma: another name. Add it, or take the comma away.${shown(form)}`,
    unfinished: (end: LineEnd, form: FormWords): string => {
      const what = missingAt(end) ?? (end.expected === undefined ? 'what belongs there' : expectedWords(end.expected));
      return `This line is not finished. Missing after ${shortened(end.last)}: ${what}.${shown(form)}`;
    },
    unclosedText: 'This text is not closed: it ends with a quote on the same line.',
    unclosedComment: 'This comment is not closed: it ends with */.',
    otherQuotes: (quote: string): string => `Texts stand in straight quotes ("), not in ${quote}.`,
    otherSigns: (signs: string): string => `'${signs}' cannot stand here. Names are of letters, digits and _, with - or . inside.`,
    tooLong: (most: number): string => `This file is longer than ${most} characters and is not analysed. Split it and import the parts.`,
    tooManyComments: (most: number): string => `More than ${most} comments in a row. Remove some; this file is not analysed.`,
    bracketsTooDeep: (most: number): string => `Brackets nest more than ${most} deep here. Close some; this file is not analysed.`,
    tooDeep: 'This file nests too deeply to be read. Split its conditions.',
    foreseen: (sentence: ForeseenSentence, word: string | undefined): string => foreseenSentences[sentence].replaceAll('WORD', word ?? ''),
  },
};

function expectedWords(names: readonly string[]): string {
  const named = names.includes('ID');
  // Nearly every keyword may be a name: where a name is expected, the list of them says nothing.
  const rest = names.filter((name) => name !== 'ID' && !(named && /^[a-z]+$/.test(name)));
  const told = [...(named ? ['a name'] : []), ...rest.map((name) => tokens[name] ?? `'${name}'`)];
  const listed = told.slice(0, mostWords);
  const more = told.length > listed.length ? ' or another word of the language' : '';
  return `${listed.length < 2 ? listed.join('') : `${listed.slice(0, -1).join(', ')} or ${listed.at(-1)}`}${more}`;
}

function foundWords(found: string): string {
  return found === '' ? 'the end of the file' : `'${cut(found)}'`;
}

function shortened(text: string): string {
  return text.startsWith('"') ? 'the text' : `'${cut(text)}'`;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

function shown(words: FormWords): string {
  // A word of the text may be called as what every object has.
  const form = words.map((word) => (Object.hasOwn(forms, word) ? forms[word] : undefined)).find((one) => one !== undefined);
  return form === undefined ? '' : ` Form: ${form}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
