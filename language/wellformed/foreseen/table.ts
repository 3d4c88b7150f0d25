import type { ForeseenSentence } from '../words/index.js';

export type Groups = Readonly<Record<string, string>>;
/** The controls that a mechanism provides. */
export type ControlsOf = (mechanism: string) => readonly string[];

/** What somebody writes who knows another language, or thinks aloud: what to say, and what to write instead. */
export interface Foreseen {
  /** Looked for in a line that cannot be read. `NAME` stands for any name; the group `at`, or else all of it, is the place. */
  readonly wrong: RegExp;
  /** What is wrong, and what to write. */
  readonly says: ForeseenSentence;
  /** The group that found the word of which it is told. */
  readonly word?: string;
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

/** One line a mistake; the first that fits is told. */
// prettier-ignore
export const foreseen: readonly Foreseen[] = [
  // Arrows
  { wrong: /(?<!(?:->|,)\s*)(?<at>(?<way>NAMES(?:\s*<-+(?!>)\s*NAMES)+))(?!\s*(?:->|<->|,))/u, says: 'arrowToTheLeft', write: reversed, sure: true },
  { wrong: /^\s*flow\b.*?(?<at><->)/u, says: 'flowOneWay', write: '->' },
  { wrong: /(?<at>-+>?\|[^|]*\|>?)/u, says: 'labelledArrow', write: '->' },
  { wrong: /\b(?:link|flow)\b.*?(?<at><--+>+|<=+>|<~+>|<>|↔|⇔|⟷)/u, says: 'arrow', write: '<->', sure: true },
  { wrong: /(?:\b(?:link|flow)\b.*?|^\s*NAME\s*)(?<at>--+>+|->>+|=+>+|~+>|\.+>|-+\.-*>|[–—]+>|→|⇒|⟶)/u, says: 'arrow', write: '->', sure: true },
  { wrong: /^\s*link\b[^"{]*:\s*NAMES\s+(?<at>-{1,3}|–|—)\s+NAME/u, says: 'arrowOfLink', write: ['<->', '->'] },
  { wrong: /^\s*link\s+(?<at>(?<a>NAME)\s*(?<arrow><?->)\s*(?<b>NAME))/u, says: 'unnamedLink', write: '$<a>-$<b>: $<a> $<arrow> $<b>' },
  { wrong: /^\s*link\s+NAME(?<at>\s*:?\s+from\s+(?<a>NAME)\s+to\s+(?<b>NAME))/u, says: 'endsOfLink', write: [': $<a> <-> $<b>', ': $<a> -> $<b>'] },
  { wrong: /^\s*link\s+NAME(?<at>\s*:?\s+between\s+(?<a>NAME)\s+and\s+(?<b>NAME))/u, says: 'endsOfLink', write: ': $<a> <-> $<b>', sure: true },
  { wrong: /^\s*(?<at>(?<a>NAME)\s*(?<arrow><?->)\s*(?<b>NAME)\s*(?::.*)?)$/u, says: 'joinedByLink', write: 'link $<a>-$<b>: $<a> $<arrow> $<b>' },
  // Lists
  { wrong: /NAME(?<at>\s*\+\s*)NAME/u, says: 'list', write: ', ', sure: true },
  { wrong: /\b(?:is|over|carries|returns|stores|uses|via|by|opened by|accept|exclude|on)\s+NAMES(?<at>\s*&\s*|\s+and\s+(?!within\b))NAME(?!.*\b(?:where|needs)\b)/u, says: 'list', write: ', ', sure: true },
  { wrong: /(?<at>\[\s*(?<names>NAMES)\s*,?\s*\])/u, says: 'bracketedList', write: '$<names>', sure: true },
  { wrong: /\b(?:is|over|carries|returns|stores|uses|via|in)\s+(?<at>\(\s*(?<names>NAMES)\s*\))/u, says: 'bracketedList', write: '$<names>', sure: true },
  { wrong: /^\s*(?<at>[-*•]\s+)NAME/u, says: 'dashedLine', write: '' },
  // Commas and the like
  { wrong: /=\s*(?:"[^"]*"|[^\s,{}"]+(?:\s+[a-z]+)?)(?<at>\s*,)(?=\s*(?:$|\}|NAME\s*=|(?:control|uses|stores|note)\b))/u, says: 'commaBetweenLines', write: '', sure: true },
  { wrong: /(?<at>\s*,)(?=\s*(?:in|over|carries|returns|via|run by|opened by|from|to|until|because|by|is)\s+[\p{L}\d"])/u, says: 'commaBeforeClause', write: '', sure: true },
  { wrong: /(?<at>\s*;)\s*(?:\}\s*)?$/u, says: 'semicolonAtEnd', write: '', sure: true },
  { wrong: /(?<at>;)/u, says: 'semicolonBetween' },
  { wrong: /[\p{L}\d"](?<at>\.)\s*$/u, says: 'fullStop', write: '', sure: true },
  // Days
  { wrong: /(?<at>(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4}))\b/u, says: 'day', write: date, sure: true },
  { wrong: /(?<at>(?<y>\d{4})[/.](?<m>\d{1,2})[/.](?<d>\d{1,2}))\b/u, says: 'day', write: date, sure: true },
  { wrong: /(?<at>(?<d>\d{1,2})[/-](?<m>\d{1,2})[/-](?<y>\d{4}))\b/u, says: 'day', write: eitherDate, sure: true },
  { wrong: /(?<at>(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})T[\d:.Z+-]*)/u, says: 'timeOfDay', write: date, sure: true },
  { wrong: /(?<at>(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2}))(?![\d-])/u, says: 'day', write: date, sure: true },
  { wrong: /\b(?:until|for)\s+(?<at>(?<y>20\d\d)(?<m>\d\d)(?<d>\d\d))\b/u, says: 'day', write: date, sure: true },
  { wrong: /\b(?:until|for)\s+(?<at>"(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)")/u, says: 'quotedDay', write: date, sure: true },
  { wrong: /\b(?:until|for)\s+(?<at>\d{4}-\d\d)(?![\d-])/u, says: 'dayMissing' },
  { wrong: /\bplanned\s+(?<at>by|until|on|before)(?=\s+\d{4}-)/u, says: 'plannedFor', write: 'for', sure: true },
  { wrong: /^\s*accept\b.*\b(?<at>expires|till|before|through|to)(?=\s+\d{4}-)/u, says: 'lastDay', write: 'until', sure: true },
  // Numbers and times
  { wrong: /(?<at>(?<n>\d+[.,]\d+)\s*(?<u>second|minute|hour|day|month|year)s?)\b/u, says: 'partOfATime', write: wholeUnits, sure: true },
  { wrong: /(?<![\d.,])(?<at>(?<n>\d{1,3}(?:,\d{3})+|\d{1,3}(?:['’]\d{3})+|\d{1,3}(?: \d{3})+))(?![\d.,]\d)/u, says: 'number', write: digits, sure: true },
  { wrong: /(?<![\d.,])(?<at>(?<n>\d{1,3}(?:\.\d{3})+))(?![\d.,]\d)/u, says: 'number', write: digits },
  { wrong: /=\s*(?<at>\d+[.,]\d+)/u, says: 'partOfANumber' },
  // What it is, and values
  { wrong: /^\s*(?:zone|component|data)\s+NAME(?:\s+"[^"]*")?(?<at>\s*(?::|=)\s*)NAME/u, says: 'kind', write: ' is ', sure: true },
  { wrong: /^\s*(?:zone|component|data|flow)\s+NAME(?:\s+"[^"]*")?\s+(?<at>extends|implements|as|type|kind|isa|instanceof|:?\s*type)\s+(?=NAME)/u, says: 'kind', write: 'is', sure: true },
  { wrong: /^\s*(?:zone|component|data)\s+(?<at>(?<title>"[^"]*")\s+as\s+(?<name>NAME))/u, says: 'titleFirst', write: '$<name> $<title>', sure: true },
  { wrong: /^\s*(?:zone|component|data)\s+NAME(?<at>(?<is>\s+is\s+NAMES)\s+(?<title>"[^"]*"))/u, says: 'titleBehindKind', write: ' $<title>$<is>', sure: true },
  { wrong: /\bis\s+(?<at>(?:an?|the)\s+)(?=NAME)/u, says: 'articleOfKind', write: '', sure: true },
  { wrong: /(?:^\s*|\{\s*|\s)(?<at>"(?<n>NAME)"\s*[:=]\s*)(?=["\p{L}\d])/u, says: 'quotedAttribute', write: '$<n> = ', sure: true },
  { wrong: /(?:^\s*|\{\s*)(?!(?:link|flow)\b)NAME(?<at>\s*(?::=|:|==)\s*)(?=["\p{L}\d])/u, says: 'value', write: ' = ', sure: true },
  { wrong: /(?:^\s*|\{\s*)(?!(?:note|version|owner)\b)(?<at>(?<n>[a-z][a-z-]*)\s+(?<v>\d+))\b/u, says: 'value', write: '$<n> = $<v>', sure: true },
  // Names and texts
  { wrong: /^\s*(?<at>(?:import|!?include|require|using)\s+['"<]?(?<path>[\w./-]+?)(?:\.meter)?['">]?)\s*$/u, says: 'importOfFile', write: 'import "$<path>.meter"', sure: true },
  { wrong: /\b(?:is|in|over|carries|returns|stores|uses|via|control|from|to)\s+(?<at>"(?<n>NAME)")/u, says: 'quotedName', write: '$<n>', sure: true },
  { wrong: /^\s*(?:zone|component|data|link|flow|design)\s+(?<at>"(?<n>NAME)")/u, says: 'quotedNameOrTitle', write: '$<n>', sure: true },
  { wrong: /^\s*(?:zone|component|data|link|flow|design)\s+(?<at>(?<title>"[^"]*"))/u, says: 'titleAlone', write: named },
  { wrong: /(?<at>'(?<t>[^'"]*)'|`(?<u>[^`"]*)`)/u, says: 'quotes', write: '"$<t>$<u>"', sure: true },
  { wrong: /(?<at>[“”„«»](?<t>[^“”„«»"]*)[“”„«»])/u, says: 'quotes', write: '"$<t>"', sure: true },
  // Comments and lines of other languages
  { wrong: /^\s*(?<at>#+|--|%%|rem\b|'(?=[^']*$))/iu, says: 'comment', write: '//', sure: true },
  { wrong: /\s(?<at>#+|--)\s/u, says: 'comment', write: '//', sure: true },
  { wrong: /(?<at><!--(?<t>.*?)-->)/u, says: 'comment', write: '/*$<t>*/', sure: true },
  { wrong: /^\s*(?<at>@(?:start|end)\w+.*|(?:graph|flowchart)\s+(?:TD|TB|LR|RL|BT).*|sequenceDiagram.*|---+|workspace\s*\{)\s*$/u, says: 'otherLanguage', write: '' },
  { wrong: /^\s*(?<at>(?<word>DESIGN|ZONE|COMPONENT|DATA|LINK|FLOW|ACCEPT|EXCLUDE|IMPORT|DEFINE|CITE|Design|Zone|Component|Data|Link|Flow|Accept|Exclude|Import|Define|Cite))\s/u, says: 'capitals', write: ({ word }) => [word!.toLowerCase()], sure: true },
  { wrong: /^\s*(?<at>(?<word>node|server|device|system|softwareSystem|actor|person|participant|container|class|object|entity|host|service|database|resource|asset))\s+["\p{L}]/u, says: 'noWord', word: 'word', write: 'component' },
  { wrong: /^\s*(?<at>(?<word>subgraph|package|boundary|group|network|subnet|segment|enclave|area|site))\s+["\p{L}]/u, says: 'noWord', word: 'word', write: 'zone' },
  { wrong: /^\s*(?<at>(?<word>connection|connect|channel|edge|relationship|relation|interface|rel))\s+["\p{L}]/u, says: 'noWord', word: 'word', write: 'link' },
  { wrong: /^\s*(?<at>(?<word>dataflow|message|interaction|step|sequence))\s+["\p{L}]/u, says: 'noWord', word: 'word', write: 'flow' },
  // Clauses
  { wrong: /\b(?<w>is|in|over|carries|returns|via|because|until|by|on|evidence|uses|stores|control|note|version|owner|profile)(?<at>\s*[:=])\s*(?=["\p{L}\d])/u, says: 'signBehindWord', word: 'w', write: '', sure: true },
  { wrong: /(?<at>\buses\s+(?<m>NAME)\s+planned(?<d>\s+for\s+\d{4}-\d\d-\d\d)?)/u, says: 'plannedUses', write: plannedControls },
  { wrong: /(?<at>\bover\s+(?<keep>(?:NAME\s*,\s*)*)(?<m>NAME)\s+planned(?<d>\s+for\s+\d{4}-\d\d-\d\d)?(?<rest>[^{]*))$/u, says: 'plannedOver', write: plannedLayers },
  { wrong: /\b(?:uses|over)\s+NAMES\s+(?<at>planned)\b/u, says: 'plannedSeveral' },
  { wrong: /\bcontrol\s+NAME(?<at>\s*[:=]?\s*(?:true|yes|on|enabled))\s*(?:$|\})/iu, says: 'controlWithValue', write: '', sure: true },
  { wrong: /\bcontrol\s+NAME(?<at>\s*[:=]?\s*(?:false|no|off|none|disabled))\s*(?:$|\})/iu, says: 'controlDenied' },
  { wrong: /(?:^\s*|\{\s*)(?<at>not|no|without)\s+NAME\s*(?:$|\})/u, says: 'absence' },
  { wrong: /^\s*component\b.*\s(?<at>within|inside|at)\s+(?=NAME)/u, says: 'zoneOfComponent', write: 'in', sure: true },
  { wrong: /^\s*component\b.*\s(?<at>@\s*)(?=NAME)/u, says: 'zoneOfComponent', write: 'in ', sure: true },
  { wrong: /^\s*(?:link|flow)\b.*\s(?<at>using|with|through|protocol)\s+(?=NAME)/u, says: 'protocols', write: 'over', sure: true },
  { wrong: /^\s*link\b.*\s(?<at>via|on)\s+(?=NAME)/u, says: 'protocolsOfLink', write: 'over' },
  { wrong: /^\s*(?:link|flow)\b.*\s(?<at>carry|carrying|transports|sends|contains|transfers)\s+(?=NAME)/u, says: 'carried', write: 'carries', sure: true },
  { wrong: /^\s*(?:accept|exclude)\b.*\s(?<at>(?:reason|why|since|comment|justification|for)\s*[:=]?\s*)(?=")/u, says: 'reason', write: 'because ', sure: true },
  { wrong: /^\s*(?:zone|component)\b[^{]*\{\s*(?<at>zone|component|data|link|flow)\s+NAME/u, says: 'nested' },
  // Conditions
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at>==)/u, says: 'equal', write: '=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at><>)/u, says: 'notEqual', write: '!=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at>=>|≥)/u, says: 'atLeast', write: '>=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits|and|or)\b.*?(?<at>=<|≤)/u, says: 'atMost', write: '<=', sure: true },
  { wrong: /\b(?:where|needs|fits|suits)\b.*?(?<at>\s*&&\s*)/u, says: 'joinedConditions', write: ' and ', sure: true },
  { wrong: /\b(?:where|needs|fits|suits)\b.*?(?<at>\s*\|\|\s*)/u, says: 'joinedConditions', write: ' or ', sure: true },
  { wrong: /\b(?:where|needs|fits|suits)\b.*?(?<at>!\s*)(?=[\p{L}(])/u, says: 'opposite', write: 'not ', sure: true },
];
