import { formKey, type LexedToken } from './beginnings.js';
import { forms } from './forms.js';

/** What is missing behind a word at which a line ends; behind any other word it is what the parser expected. */
const missingBehind: Readonly<Record<string, string>> = {
  import: 'the path of a file in quotes',
  design: 'the name of the design',
  zone: 'the name of the zone',
  component: 'the name of the component',
  data: 'the name of the data',
  link: 'the name of the link',
  flow: 'the name of the flow',
  accept: 'the name of a requirement',
  exclude: 'the name of a requirement',
  define: 'what it defines, such as component, control or mechanism',
  cite: 'the name of a standard',
  is: 'the kind',
  in: 'the zone',
  run: "'by' and the party",
  opened: "'by' and the component that opens the link",
  '->': 'the component to which it goes',
  '<->': 'the component at the other end',
  over: 'the name of a protocol or another mechanism',
  carries: 'the name of the data',
  returns: 'the name of the data',
  stores: 'the name of the data',
  via: 'the name of a link',
  from: 'the component at which it begins',
  to: 'the component at which it ends',
  on: 'the elements that it is about',
  until: 'the last day, such as 2027-06-30',
  because: 'the reason in quotes',
  evidence: 'what shows it, in quotes',
  uses: 'the name of a mechanism',
  control: 'the name of a control',
  profile: 'the name of a profile',
  note: 'the text in quotes',
  version: 'the version in quotes',
  owner: 'the owner in quotes',
  '=': 'the value',
};
/** Where more than one word says it. */
const missingBehindTwo: Readonly<Record<string, string>> = {
  'run by': 'the party that runs it',
  'opened by': 'the component that opens the link',
  'planned for': 'the day, such as 2027-06-30',
  'leads to': 'what it leads to',
  'counts as': 'the name of a condition',
  'applies to': 'the sort of element that it applies to',
};
/** Behind the name or title of a statement. */
const missingBehindName: Readonly<Record<string, string>> = {
  link: "':' and the components that it joins",
  flow: "':' and its way, such as A -> B",
  accept: "'on' and the elements that it is about",
  exclude: "'on' and the elements that it is about",
  cite: 'the place in quotes',
};
const missingBehindColon: Readonly<Record<string, string>> = {
  link: 'the components that it joins, such as A <-> B',
  flow: 'its way, such as A -> B',
};

/** The head of a statement, or a line of its body. */
export interface LineInStatement {
  readonly piece: readonly LexedToken[];
  readonly statement: readonly LexedToken[];
}

/** Says of a statement, or of a line of its body, what is missing at its end, with the form. */
export function unfinished(expected: string | undefined, tokens: readonly LexedToken[], place: LineInStatement): string {
  const last = tokens.at(-1)!;
  const form = formOf(place);
  if (last.image === ',') return `This line is not finished. Missing after the comma: another name. Add it, or take the comma away.${form}`;
  const what = missingIn(tokens, place) ?? expected ?? 'what belongs there';
  return `This line is not finished. Missing after ${shortened(last.image)}: ${what}.${form}`;
}

/** What the parser says of a word in a statement, or in a line of its body, with the form. */
export function withForm(message: string, place: LineInStatement): string {
  return message.includes(' Form: ') || message.startsWith("This '}'") ? message : `${message}${formOf(place)}`;
}

function missingIn(tokens: readonly LexedToken[], { piece, statement }: LineInStatement): string | undefined {
  const [last, before] = [tokens.at(-1)!, tokens.at(-2)];
  const word = statement[0]!.image;
  const isHead = piece[0] === statement[0];
  const isName = before !== undefined && ['ID', 'STRING'].includes(last.tokenType.name);
  if (isName) return tokens[0] === statement[0] && tokens.length <= 3 ? missingBehindName[word] : undefined;
  if (last.image === ':') return missingBehindColon[word];
  if (last.image === 'for' && word === 'cite') return 'the names of requirements';
  if (last.image === 'by' && isHead && (word === 'accept' || word === 'exclude')) return 'who decided, in quotes';
  if (last.image === 'by' && !isHead) return 'the name of a mechanism';
  if (last.image === 'define' || before?.image !== 'define') {
    const two = missingBehindTwo[`${before?.image ?? ''} ${last.image}`];
    return two ?? (last.image === 'is' && word === 'data' ? 'the class of data' : missingBehind[last.image]);
  }
  return 'the name';
}

function formOf({ piece, statement }: LineInStatement): string {
  const isHead = piece[0] === statement[0];
  const ownWord = piece[1]?.image === '=' ? '=' : piece[0]!.image;
  const form = isHead ? (forms[formKey(statement)] ?? forms[statement[0]!.image]) : forms[ownWord];
  return form === undefined ? '' : ` Form: ${form}`;
}

function shortened(text: string): string {
  return text.startsWith('"') ? 'the text' : `'${text.length > 40 ? `${text.slice(0, 40)}...` : text}'`;
}
