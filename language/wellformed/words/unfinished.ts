import type { LineEnd } from '../../parsing/heard.js';

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

/** What is missing where a line ends; undefined where only the parser knows. */
export function missingAt({ last, before, statement, isHead, isName, isShort }: LineEnd): string | undefined {
  if (isName) return isShort ? missingBehindName[statement] : undefined;
  if (last === ':') return missingBehindColon[statement];
  if (last === 'for' && statement === 'cite') return 'the names of requirements';
  if (last === 'by' && isHead && (statement === 'accept' || statement === 'exclude')) return 'who decided, in quotes';
  if (last === 'by' && !isHead) return 'the name of a mechanism';
  if (last === 'define' || before !== 'define') {
    const two = missingBehindTwo[`${before ?? ''} ${last}`];
    return two ?? (last === 'is' && statement === 'data' ? 'the class of data' : missingBehind[last]);
  }
  return 'the name';
}
