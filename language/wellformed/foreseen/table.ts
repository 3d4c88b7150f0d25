export type Groups = Readonly<Record<string, string>>;
/** The controls that a mechanism provides. */
export type ControlsOf = (mechanism: string) => readonly string[];

/** What somebody writes who knows another language, or thinks aloud: what to say, and what to write instead. */
export interface Foreseen {
  /** Looked for in a line that cannot be read. `NAME` stands for any name; the group `at`, or else all of it, is the place. */
  readonly wrong: RegExp;
  /** What is wrong, and what to write. `$<group>` stands for what a group found. */
  readonly says: string;
  /** What to write in its place, one or several to choose from; a function where it has to be worked out. */
  readonly write?: string | readonly string[] | ((groups: Groups, controlsOf: ControlsOf) => readonly string[]);
  /** Nobody can have meant anything else. */
  readonly sure?: true;
}

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');
const date = ({ y, m, d }: Groups): readonly string[] => (isDay(y, m, d) ? [`${y}-${two(m)}-${two(d)}`] : []);
/** The day comes first in most of the world, and the month in some of it. */
const eitherDate = ({ y, d, m }: Groups): readonly string[] => [
  ...new Set([...date({ y: y!, m: m!, d: d! }), ...date({ y: y!, m: d!, d: m! })]),
];
const isDay = (y = '', m = '', d = ''): boolean => {
  const day = `${y}-${two(m)}-${two(d)}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
const digits = ({ n }: Groups): readonly string[] => [n!.replace(/\D/g, '')];
/** A name made of the words of a title. */
const named = ({ title }: Groups): readonly string[] => {
  const name = title!
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? [] : [`${name} ${title!}`];
};
const reversed = ({ way }: Groups): readonly string[] => [
  way!
    .split(/\s*<-+\s*/)
    .reverse()
    .join(' -> '),
];
const smaller: Readonly<Record<string, readonly [number, string]>> = {
  minute: [60, 'seconds'],
  hour: [60, 'minutes'],
  day: [24, 'hours'],
  year: [12, 'months'],
};
const wholeUnits = ({ n, u }: Groups): readonly string[] => {
  const [times, unit] = smaller[u!] ?? [0, ''];
  const amount = Number(n!.replace(',', '.')) * times;
  return amount > 0 && Number.isInteger(amount) ? [`${amount} ${unit}`] : [];
};

const plannedControls = ({ m, d }: Groups, controlsOf: ControlsOf): readonly string[] =>
  controlsOf(m!).map((control) => `control ${control} by ${m} planned${d ?? ''}`);
const plannedLayers = ({ keep, m, d, rest }: Groups, controlsOf: ControlsOf): readonly string[] =>
  controlsOf(m!).map((control) => {
    const layers = keep === '' ? '' : `over ${keep!.replace(/\s*,\s*$/, '')}`;
    const body = `{ control ${control} by ${m} planned${d ?? ''} }`;
    return [layers, rest!.trim(), body].filter((part) => part !== '').join(' ');
  });

const arrow = "An arrow is written '->', or '<->' for both ways.";
const day = 'A day is written as year, month and day, such as 2027-06-30.';
const number = 'A whole number is written without marks between its digits.';
const list = 'Names in a list are separated by commas.';
const kind = "What something is comes after the word 'is'.";
const comment = "A comment begins with '//'.";
const quotes = 'A text stands in straight double quotes ("...").';
const element = "is no word of this language. A design is written with 'zone', 'component', 'data', 'link' and 'flow'.";

/** One line a mistake; the first that fits is told. */
// prettier-ignore
export const foreseen: readonly Foreseen[] = [
  // Arrows
  { wrong: /(?<!(?:->|,)\s*)(?<at>(?<way>NAMES(?:\s*<-+(?!>)\s*NAMES)+))(?!\s*(?:->|<->|,))/u, says: "An arrow points to the right, to where information goes: write '->' and change the sides.", write: reversed, sure: true },
  { wrong: /^\s*flow\b.*?(?<at><->)/u, says: "A flow goes one way. Write '->', and name what comes back on the same way after 'returns'.", write: '->' },
  { wrong: /(?<at>-+>?\|[^|]*\|>?)/u, says: "An arrow has no label. Write '->', and name what it carries after 'carries'.", write: '->' },
  { wrong: /\b(?:link|flow)\b.*?(?<at><--+>+|<=+>|<~+>|<>|↔|⇔|⟷)/u, says: arrow, write: '<->', sure: true },
  { wrong: /(?:\b(?:link|flow)\b.*?|^\s*NAME\s*)(?<at>--+>+|->>+|=+>+|~+>|\.+>|-+\.-*>|[–—]+>|→|⇒|⟶)/u, says: arrow, write: '->', sure: true },
  { wrong: /^\s*link\b[^"{]*:\s*NAMES\s+(?<at>-{1,3}|–|—)\s+NAME/u, says: "A link says where information goes: '->' one way, '<->' both ways.", write: ['<->', '->'] },
  { wrong: /^\s*link\s+(?<at>(?<a>NAME)\s*(?<arrow><?->)\s*(?<b>NAME))/u, says: "A link has a name, and ':' behind it, before the components that it joins.", write: '$<a>-$<b>: $<a> $<arrow> $<b>' },
  { wrong: /^\s*link\s+NAME(?<at>\s*:?\s+from\s+(?<a>NAME)\s+to\s+(?<b>NAME))/u, says: "The two ends of a link stand behind ':', with an arrow between them.", write: [': $<a> <-> $<b>', ': $<a> -> $<b>'] },
  { wrong: /^\s*link\s+NAME(?<at>\s*:?\s+between\s+(?<a>NAME)\s+and\s+(?<b>NAME))/u, says: "The two ends of a link stand behind ':', with an arrow between them.", write: ': $<a> <-> $<b>', sure: true },
  { wrong: /^\s*(?<at>(?<a>NAME)\s*(?<arrow><?->)\s*(?<b>NAME)\s*(?::.*)?)$/u, says: "Components are joined by a link, which begins with the word 'link' and a name.", write: 'link $<a>-$<b>: $<a> $<arrow> $<b>' },
  // Lists
  { wrong: /NAME(?<at>\s*\+\s*)NAME/u, says: list, write: ', ', sure: true },
  { wrong: /\b(?:is|over|carries|returns|stores|uses|via|by|opened by|accept|exclude|on)\s+NAMES(?<at>\s*&\s*|\s+and\s+(?!within\b))NAME(?!.*\b(?:where|needs)\b)/u, says: list, write: ', ', sure: true },
  { wrong: /(?<at>\[\s*(?<names>NAMES)\s*,?\s*\])/u, says: 'A list stands without brackets.', write: '$<names>', sure: true },
  { wrong: /\b(?:is|over|carries|returns|stores|uses|via|in)\s+(?<at>\(\s*(?<names>NAMES)\s*\))/u, says: 'A list stands without brackets.', write: '$<names>', sure: true },
  { wrong: /^\s*(?<at>[-*•]\s+)NAME/u, says: 'Lines begin with their word, without a dash or dot.', write: '' },
  // Commas and the like
  { wrong: /=\s*(?:"[^"]*"|[^\s,{}"]+(?:\s+[a-z]+)?)(?<at>\s*,)(?=\s*(?:$|\}|NAME\s*=|(?:control|uses|stores|note)\b))/u, says: 'No comma stands between the lines of a body: a space or a new line is enough.', write: '', sure: true },
  { wrong: /(?<at>\s*,)(?=\s*(?:in|over|carries|returns|via|run by|opened by|from|to|until|because|by|is)\s+[\p{L}\d"])/u, says: "No comma stands before a clause such as 'in' or 'over'.", write: '', sure: true },
  { wrong: /(?<at>\s*;)\s*(?:\}\s*)?$/u, says: 'A line ends without a semicolon.', write: '', sure: true },
  { wrong: /(?<at>;)/u, says: 'No semicolon stands between statements. Write each on a line of its own.' },
  { wrong: /[\p{L}\d"](?<at>\.)\s*$/u, says: 'A line ends without a full stop.', write: '', sure: true },
  // Days
  { wrong: /(?<at>(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4}))\b/u, says: day, write: date, sure: true },
  { wrong: /(?<at>(?<y>\d{4})[/.](?<m>\d{1,2})[/.](?<d>\d{1,2}))\b/u, says: day, write: date, sure: true },
  { wrong: /(?<at>(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{4}))\b/u, says: day, write: eitherDate, sure: true },
  { wrong: /(?<at>(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})T[\d:.Z+-]*)/u, says: 'A day stands without a time, such as 2027-06-30.', write: date, sure: true },
  { wrong: /(?<at>(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2}))(?![\d-])/u, says: day, write: date, sure: true },
  { wrong: /\b(?:until|for)\s+(?<at>(?<y>20\d\d)(?<m>\d\d)(?<d>\d\d))\b/u, says: day, write: date, sure: true },
  { wrong: /\b(?:until|for)\s+(?<at>"(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)")/u, says: 'A day stands without quotes.', write: date, sure: true },
  { wrong: /\b(?:until|for)\s+(?<at>\d{4}-\d\d)(?![\d-])/u, says: `${day} Here the day is missing.` },
  { wrong: /\bplanned\s+(?<at>by|until|on|before)(?=\s+\d{4}-)/u, says: "What is planned is 'planned for' a day.", write: 'for', sure: true },
  { wrong: /^\s*accept\b.*\b(?<at>expires|till|before|through|to)(?=\s+\d{4}-)/u, says: "The last day of a decision stands after 'until'.", write: 'until', sure: true },
  // Numbers and times
  { wrong: /(?<at>(?<n>\d+[.,]\d+)\s*(?<u>second|minute|hour|day|month|year)s?)\b/u, says: 'A time is a whole number of a unit. Take a smaller unit, such as 30 minutes.', write: wholeUnits, sure: true },
  { wrong: /(?<![\d.,])(?<at>(?<n>\d{1,3}(?:,\d{3})+|\d{1,3}(?:['’]\d{3})+|\d{1,3}(?: \d{3})+))(?![\d.,]\d)/u, says: number, write: digits, sure: true },
  { wrong: /(?<![\d.,])(?<at>(?<n>\d{1,3}(?:\.\d{3})+))(?![\d.,]\d)/u, says: number, write: digits },
  { wrong: /=\s*(?<at>\d+[.,]\d+)/u, says: 'A number is whole: no part of one can be stated.' },
  // What it is, and values
  { wrong: /^\s*(?:zone|component|data)\s+NAME(?:\s+"[^"]*")?(?<at>\s*(?::|=)\s*)NAME/u, says: kind, write: ' is ', sure: true },
  { wrong: /^\s*(?:zone|component|data|flow)\s+NAME(?:\s+"[^"]*")?\s+(?<at>extends|implements|as|type|kind|isa|instanceof|:?\s*type)\s+(?=NAME)/u, says: kind, write: 'is', sure: true },
  { wrong: /^\s*(?:zone|component|data)\s+(?<at>(?<title>"[^"]*")\s+as\s+(?<name>NAME))/u, says: 'The name comes first, then the title in quotes.', write: '$<name> $<title>', sure: true },
  { wrong: /^\s*(?:zone|component|data)\s+NAME(?<at>(?<is>\s+is\s+NAMES)\s+(?<title>"[^"]*"))/u, says: "The title in quotes comes before 'is'.", write: ' $<title>$<is>', sure: true },
  { wrong: /\bis\s+(?<at>(?:an?|the)\s+)(?=NAME)/u, says: "A kind is named without 'a' or 'the'.", write: '', sure: true },
  { wrong: /(?:^\s*|\{\s*|\s)(?<at>"(?<n>NAME)"\s*[:=]\s*)(?=["\p{L}\d])/u, says: "An attribute is written without quotes, with '=' before its value.", write: '$<n> = ', sure: true },
  { wrong: /(?:^\s*|\{\s*)(?!(?:link|flow)\b)NAME(?<at>\s*(?::=|:|==)\s*)(?=["\p{L}\d])/u, says: "A value stands after '='.", write: ' = ', sure: true },
  { wrong: /(?:^\s*|\{\s*)(?!(?:note|version|owner)\b)(?<at>(?<n>[a-z][a-z-]*)\s+(?<v>\d+))\b/u, says: "A value stands after '='.", write: '$<n> = $<v>', sure: true },
  // Names and texts
  { wrong: /^\s*(?<at>(?:import|!?include|require|using)\s+['"<]?(?<path>[\w./-]+?)(?:\.meter)?['">]?)\s*$/u, says: 'Another file is taken in with import "path.meter".', write: 'import "$<path>.meter"', sure: true },
  { wrong: /\b(?:is|in|over|carries|returns|stores|uses|via|control|from|to)\s+(?<at>"(?<n>NAME)")/u, says: 'A name stands without quotes.', write: '$<n>', sure: true },
  { wrong: /^\s*(?:zone|component|data|link|flow|design)\s+(?<at>"(?<n>NAME)")/u, says: 'A name stands without quotes; a title in quotes may follow it.', write: '$<n>', sure: true },
  { wrong: /^\s*(?:zone|component|data|link|flow|design)\s+(?<at>(?<title>"[^"]*"))/u, says: 'The name comes first, then the title in quotes: component meter "Smart meter".', write: named },
  { wrong: /(?<at>'(?<t>[^'"]*)'|`(?<u>[^`"]*)`)/u, says: quotes, write: '"$<t>$<u>"', sure: true },
  { wrong: /(?<at>[“”„«»](?<t>[^“”„«»"]*)[“”„«»])/u, says: quotes, write: '"$<t>"', sure: true },
  // Comments and lines of other languages
  { wrong: /^\s*(?<at>#+|--|%%|rem\b|'(?=[^']*$))/iu, says: comment, write: '//', sure: true },
  { wrong: /\s(?<at>#+|--)\s/u, says: comment, write: '//', sure: true },
  { wrong: /(?<at><!--(?<t>.*?)-->)/u, says: comment, write: '/*$<t>*/', sure: true },
  { wrong: /^\s*(?<at>@(?:start|end)\w+.*|(?:graph|flowchart)\s+(?:TD|TB|LR|RL|BT).*|sequenceDiagram.*|---+|workspace\s*\{)\s*$/u, says: 'This line belongs to another language. Leave it out.', write: '' },
  { wrong: /^\s*(?<at>(?<word>DESIGN|ZONE|COMPONENT|DATA|LINK|FLOW|ACCEPT|EXCLUDE|IMPORT|DEFINE|CITE|Design|Zone|Component|Data|Link|Flow|Accept|Exclude|Import|Define|Cite))\s/u, says: 'The words of the language are written in small letters.', write: ({ word }) => [word!.toLowerCase()], sure: true },
  { wrong: /^\s*(?<at>(?<word>node|server|device|system|softwareSystem|actor|person|participant|container|class|object|entity|host|service|database|resource|asset))\s+["\p{L}]/u, says: `'$<word>' ${element}`, write: 'component' },
  { wrong: /^\s*(?<at>(?<word>subgraph|package|boundary|group|network|subnet|segment|enclave|area|site))\s+["\p{L}]/u, says: `'$<word>' ${element}`, write: 'zone' },
  { wrong: /^\s*(?<at>(?<word>connection|connect|channel|edge|relationship|relation|interface|rel))\s+["\p{L}]/u, says: `'$<word>' ${element}`, write: 'link' },
  { wrong: /^\s*(?<at>(?<word>dataflow|message|interaction|step|sequence))\s+["\p{L}]/u, says: `'$<word>' ${element}`, write: 'flow' },
  // Clauses
  { wrong: /\b(?<w>is|in|over|carries|returns|via|because|until|by|on|evidence|uses|stores|control|note|version|owner|profile)(?<at>\s*[:=])\s*(?=["\p{L}\d])/u, says: "'$<w>' stands without ':' or '=' behind it.", write: '', sure: true },
  { wrong: /(?<at>\buses\s+(?<m>NAME)\s+planned(?<d>\s+for\s+\d{4}-\d\d-\d\d)?)/u, says: "'uses' says what is there today. What is planned is a control: control CONTROL by MECHANISM planned for 2027-06-30.", write: plannedControls },
  { wrong: /(?<at>\bover\s+(?<keep>(?:NAME\s*,\s*)*)(?<m>NAME)\s+planned(?<d>\s+for\s+\d{4}-\d\d-\d\d)?(?<rest>[^{]*))$/u, says: "'over' says what is there today. What is planned is a control in braces: { control CONTROL by MECHANISM planned for 2027-06-30 }.", write: plannedLayers },
  { wrong: /\b(?:uses|over)\s+NAMES\s+(?<at>planned)\b/u, says: "'uses' and 'over' say what is there today. What is planned is a control: control CONTROL by MECHANISM planned for 2027-06-30." },
  { wrong: /\bcontrol\s+NAME(?<at>\s*[:=]?\s*(?:true|yes|on|enabled))\s*(?:$|\})/iu, says: 'A control that is named is there: it needs no value.', write: '', sure: true },
  { wrong: /\bcontrol\s+NAME(?<at>\s*[:=]?\s*(?:false|no|off|none|disabled))\s*(?:$|\})/iu, says: 'A control that is not there is not named. Remove it.' },
  { wrong: /(?:^\s*|\{\s*)(?<at>not|no|without)\s+NAME\s*(?:$|\})/u, says: 'What is not there is not written: leave it out. An attribute can say it with a value, such as remote-switch = none.' },
  { wrong: /^\s*component\b.*\s(?<at>within|inside|at)\s+(?=NAME)/u, says: "The zone of a component stands after 'in'.", write: 'in', sure: true },
  { wrong: /^\s*component\b.*\s(?<at>@\s*)(?=NAME)/u, says: "The zone of a component stands after 'in'.", write: 'in ', sure: true },
  { wrong: /^\s*(?:link|flow)\b.*\s(?<at>using|with|through|protocol)\s+(?=NAME)/u, says: "The protocols stand after 'over'.", write: 'over', sure: true },
  { wrong: /^\s*link\b.*\s(?<at>via|on)\s+(?=NAME)/u, says: "The protocols of a link stand after 'over'.", write: 'over' },
  { wrong: /^\s*(?:link|flow)\b.*\s(?<at>carry|carrying|transports|sends|contains|transfers)\s+(?=NAME)/u, says: "What it carries stands after 'carries'.", write: 'carries', sure: true },
  { wrong: /^\s*(?:accept|exclude)\b.*\s(?<at>(?:reason|why|since|comment|justification|for)\s*[:=]?\s*)(?=")/u, says: "The reason of a decision stands after 'because'.", write: 'because ', sure: true },
  { wrong: /^\s*(?:zone|component)\b[^{]*\{\s*(?<at>zone|component|data|link|flow)\s+NAME/u, says: "Elements do not stand inside each other. Write each on a line of its own, and after 'in' the zone that it stands in." },
  // Conditions
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at>==)/u, says: "Equal is written '='.", write: '=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at><>)/u, says: "Not equal is written '!='.", write: '!=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at>=>|≥)/u, says: "At least is written '>='.", write: '>=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at>=<|≤)/u, says: "At most is written '<='.", write: '<=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits)\b.*?(?<at>\s*&&\s*)/u, says: "Conditions are joined with 'and' and 'or'.", write: ' and ', sure: true },
  { wrong: /\b(?:where|needs|fits|suits)\b.*?(?<at>\s*\|\|\s*)/u, says: "Conditions are joined with 'and' and 'or'.", write: ' or ', sure: true },
  { wrong: /\b(?:where|needs|fits|suits)\b.*?(?<at>!\s*)(?=[\p{L}(])/u, says: "The opposite is written with 'not'.", write: 'not ', sure: true },
];
