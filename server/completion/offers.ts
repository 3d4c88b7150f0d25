import { CompletionItemKind } from 'vscode-languageserver';
import { fits } from '../../language/wellformed/settings.js';
import { importPaths } from './auto-import.js';
import { mayEnd } from './automaton.js';
import { dayOffers } from './days.js';
import { beginsLine, endsLine } from './lines.js';
import { namesFor } from './names.js';
import type { CompletionOffer } from './offer.js';
import type { Situation } from './situation.js';
import { formFor } from './statements.js';
import { typeNames, valueIn, valuesHere } from './values.js';
import { definable } from './word-order.js';
import { wordOffer, wordsHere, type KeywordOffer } from './words.js';

/** Attributes stand behind the words of the language: there are many. */
const attributePlaces = new Set(['Setting.attribute', 'CompareCondition.attribute']);

/** Everything that is offered at the cursor, best first. */
export function offersAt(situation: Situation, snippets: boolean): CompletionOffer[] {
  const { cursor, steps, snapshot, statement } = situation;
  const wants = (terminal: string, ...places: string[]) =>
    steps.some((step) => step.terminal === terminal && places.includes(`${step.type}.${step.property ?? ''}`));
  if (wants('STRING', 'Import.path')) return paths(situation);
  if (cursor.quoted !== undefined || !endsLine(situation)) return [];
  const words = wordsHere(situation);
  const of = (opens: KeywordOffer['opens']) =>
    words.filter((word) => word.opens === opens).flatMap((word) => offersFor(word, situation, snippets));
  const isAttribute = (step: (typeof steps)[number]) => attributePlaces.has(`${step.type}.${step.property ?? ''}`);
  const beginning = beginsLine(situation);
  const names = [
    ...(wants('Name', 'WordValue.word') ? valuesHere(situation) : []),
    ...(wants('Name', 'Attribute.words') ? types(situation) : []),
    ...(wants('DATE', 'Decision.until', 'ControlUse.due') ? dayOffers(snapshot.settings.date) : []),
    ...namesFor(
      steps.filter((step) => !isAttribute(step)),
      situation,
    ),
  ];
  const attributes = mayNameAttribute(situation, beginning) ? namesFor(steps.filter(isAttribute), situation) : [];
  const [statements, lines, more] = [of('statement'), of('line'), of(undefined)];
  if (!beginning) return distinct([...names, ...more, ...lines, ...attributes, ...statements]);
  if (statement.brace >= 0 && lines.length > 0) return distinct([...names, ...lines, ...attributes, ...more]);
  const atMargin = cursor.start === 0 || cursor.text[cursor.start - 1] === '\n';
  return distinct(atMargin ? [...names, ...statements, ...more, ...attributes] : [...names, ...more, ...attributes, ...statements]);
}

/** In a body an attribute begins a line, as a word does. */
function mayNameAttribute({ steps, cursor }: Situation, beginning: boolean): boolean {
  if (beginning || steps.every(({ type }) => type !== 'Setting')) return true;
  const before = cursor.before.at(-1)?.image;
  return before === '{' || before === 'for' || cursor.start < cursor.offset;
}

function offersFor(word: KeywordOffer, situation: Situation, snippets: boolean): CompletionOffer[] {
  const plain = wordOffer(word);
  const { cursor, tokens, statement } = situation;
  const restOfLine = /^[^\r\n]*/.exec(cursor.text.slice(cursor.end))![0];
  // What stands behind the cursor goes on with the statement that begins there.
  if (!snippets || restOfLine.trim() !== '' || (word.opens === 'statement' && statement.after.length > 0)) return [plain];
  if (tokens.length === 1 && tokens[0]!.image === 'define') {
    return [withForm(plain, formFor(`define ${word.word}`, situation)?.slice('define '.length))];
  }
  if (word.opens !== 'statement') return [plain];
  if (word.word !== 'define') return [withForm(plain, formFor(word.word, situation))];
  const forms = definable.map((sort) => {
    const label = `define ${sort}`;
    return withForm({ ...plain, label }, formFor(label, situation));
  });
  return [plain, ...forms.filter(({ snippet }) => snippet !== undefined)];
}

function withForm(offer: CompletionOffer, form: string | undefined): CompletionOffer {
  return form === undefined ? offer : { ...offer, snippet: form, kind: CompletionItemKind.Snippet, again: false };
}

function types({ statement, tokens }: Situation): CompletionOffer[] {
  // In a list of words only words may stand, and those are new.
  if (tokens.at(-1)?.image !== ':' || statement.after.slice(0, 2).some(({ image }) => image === '|')) return [];
  // What stands behind `default` is of one type already.
  const at = statement.after.slice(0, 2).findIndex(({ image }) => image === 'default');
  const value = at === -1 ? undefined : valueIn(statement.after.slice(at + 1));
  const fitting = typeNames.filter((label) => value === undefined || fits({ kind: label }, value));
  return fitting.map((label) => ({ label, kind: CompletionItemKind.TypeParameter, detail: typeExplanations[label] }));
}

const typeExplanations: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  integer: 'a whole number',
  duration: 'such as 15 minutes or 13 months',
  text: 'a text in quotes, or a word',
  date: 'a day, such as 2027-06-30',
};

function paths(situation: Situation): CompletionOffer[] {
  const { quoted } = situation.cursor;
  return importPaths(situation).map(({ path, detail }) => {
    const insert = quoted === undefined ? `"${path}"` : `${path}${quoted.closed ? '' : '"'}`;
    return { label: path, kind: CompletionItemKind.File, detail, insert, filter: quoted === undefined ? `"${path}"` : path };
  });
}

function distinct(offers: readonly CompletionOffer[]): CompletionOffer[] {
  const seen = new Set<string>();
  return offers.filter(({ label, kind }) => {
    const key = `${kind} ${label}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether something has to follow here, so that it may be offered without being asked for. */
export function isDemanding(situation: Situation): boolean {
  return !mayEnd(situation.steps);
}
