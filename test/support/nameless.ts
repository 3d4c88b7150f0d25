// Each statement without its name, in a design that is otherwise whole, as it stands while somebody writes or when a tool left a name out.

const statements = [
  'design "A town without a name" { profile x1332 }',
  'zone street "Street" is public-place',
  'zone centre "Data centre" is head-end-dmz',
  'data volume "Daily volumes" is billing-data',
  'component hes "Head-end" is head-end in centre',
  'component gateway "Gateway" is field-gateway in street { count = 120 }',
  'link wan "Wide area": gateway -> hes over lte',
  'flow reading "Reading" is scheduled-reading: gateway -> hes carries volume',
  'define component cabinet "Cabinet" is field-gateway',
  'define zone yard "Yard" is public-place',
  'define data note "Notes" is billing-data',
  'define service asking "Asking" is scheduled-reading',
  'define control seal "Seal" on component',
  'define mechanism lock "Lock" on component { provides seal }',
  'define attribute height "Height" on component : number',
  'define requirement sealed "Sealed" { severity high applies to component where is field-gateway needs seal because "So." guidance "Seal it." }',
  'define profile ours "Ours" { includes sealed }',
  'define harm fraud "Fraud"',
  'define threat theft "Theft" { leads to fraud }',
  'define standard book "Book" { edition "1" }',
  'accept key-unique on gateway until 2027-01-01 because "It is replaced." by "Ada"',
  'exclude fw-signed on gateway because "It is replaced." by "Ada"',
  'cite book "1" for sealed',
];

const named = statements.map((one) => one.replace('design "', 'design town "'));

/** The name that a statement gives, taken out of it; for a design, as it stands there. */
function withoutName(statement: string): string {
  return statement
    .replace(/^(design|zone|data|component|link|flow|define \w+) (?!")[\w-]+ ?/, '$1 ')
    .replace(/^(accept|exclude|cite) [\w-]+/, '$1');
}

const groups = 4;

/** By file: in each some statements have no name, each in one of them; in the last none has. */
export const namelessFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from({ length: groups }, (_, group): [string, string] => {
      const lines = named.map((statement, at) => (at % groups === group ? withoutName(statement) : statement));
      return [`${group}/d.meter`, `${lines.join('\n')}\n`];
    }),
  ),
  'all/d.meter': `${statements.map(withoutName).join('\n')}\n`,
};
