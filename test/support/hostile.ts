// A design whose vendor would like to speak through whatever tells of it: in the log of a CI run, in an editor, in a wiki.

/** As it stands between quotes in a file. */
const attack = [
  String.raw`\n::error file=x::owned\r\n##[error]owned\n::set-output name=a::b`,
  String.raw`\u2028`.replace(String.raw`\u2028`, '\u2028::warning ::owned'),
  '$(zap) [x](command:evil) ![y](https://evil.example/y.png) <img src=x onerror=alert(1)>',
  'a\u202Egnirts\u2066b\u2069 \u0007\u001B[2Jc\u009B31m d\uFEFF',
].join(' ');

const text = `"${attack}"`;

/** A name that only a file can have, and that a log would take for a command of its own. */
export const hostileFile = '::error title=x::owned $(zap) `[x](command:evil).meter';

export const hostileDesign = `/** ${attack.replaceAll('\\n', '\n * ')} */
design d ${text} { profile own version ${text} owner ${text} note ${text} }
define standard book ${text} { edition ${text} publisher ${text} url ${text} }
define harm loss ${text} { see book }
define threat theft ${text} { leads to loss }
define control shut ${text} on component, link, flow { asks ${text} note ${text} }
define control lock ${text} on component { asks ${text} }
define mechanism lid ${text} on component { provides shut see book ${text} note ${text} }
define mechanism tape ${text} on component { weak shut because ${text} }
define attribute place-of ${text} on component : text default ${text} { note ${text} }
define component thing ${text} { note ${text} }
define zone yard ${text}
define data secret ${text}
define service asking ${text}
define requirement r1 ${text} { severity high applies to component where is thing needs shut, lock mitigates theft see book ${text} because ${text} guidance ${text} note ${text} }
define requirement r2 ${text} { severity low applies to flow needs shut on flow because ${text} }
define profile own ${text} { includes r1, r2 }
cite book ${text} for r1
zone field ${text} is yard
data values ${text} is secret
component a ${text} is thing in field { uses tape place-of = ${text} note ${text} }
component b ${text} is thing in field { control shut by lid evidence ${text} }
component c ${text} is thing in field
link l ${text}: a -> b
flow f ${text} is asking: a -> b carries values
accept r1 on c until 2026-12-01 because ${text} by ${text}
exclude r2 on f because ${text} by ${text}
component lost ${text} is \u202Enowhere
component a ${text} is thing
wobble ${text}
`;

/** What is wrong with something that is told to people, in a word; undefined where it is right. `\n`, `\t` and `\r\n` are the only controls. */
export function rawIn(told: string): string | undefined {
  for (const [what, pattern] of raw) {
    const found = pattern.exec(told);
    if (found !== null) return `${what}: ${JSON.stringify(told.slice(Math.max(0, found.index - 40), found.index + 60))}`;
  }
  return undefined;
}

const raw: readonly (readonly [string, RegExp])[] = [
  ['a line of a log begins with a command', /(?:^|[\n\r])[^\S\n\r]*::/],
  ['a command of a log', /##(?:vso)?\[/],
  ['a control character', /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\r(?!\n)/],
  ['a mark of direction', /[\u202A-\u202E\u2066-\u2069]/],
  ['half of a character', /\p{Surrogate}/u],
  ['a line of its own', /[\u2028\u2029]/],
];
