type Files = Readonly<Record<string, string>>;

const all = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => one(index));
const rows = (count: number, one: (index: number) => string): string => all(count, one).join('\n');
const each = (count: number, one: (index: number) => readonly [string, string]): Files => Object.fromEntries(all(count, one));

const words = `define control seal2 "Seal" on component, link, flow, data, zone
define component thing
define zone place
define data what
define service move
define mechanism wire on link
define requirement own "Own" { severity high applies to component where is thing needs seal2 because "b" guidance "g" }
`;

export const head = `${words}define profile mine "Mine" { includes own }
design d { profile mine }
`;
const reach = `define harm loss "Loss" { counts falsifying of box }
define threat wrong "Wrong" { leads to loss }
define component box is thing
define step begin "Begin" on component where is thing { to control of component leads to wrong effort low because "b" }
define step false "False" on flow { from control of source to falsifying of flow leads to wrong effort low because "b" }`;

export interface Shape {
  readonly files: (n: number) => Files;
  /** What the checks are in proportion to, where it is not what is written: each file looks for names in all that it sees, and each requirement is compared with each. */
  readonly checks?: 'pairs';
  /** From how many on, where a limit lies between few and many. */
  readonly from?: number;
}

const one = (text: (n: number) => string): Shape => ({ files: (n) => ({ 'd.meter': `${head}${text(n)}\n` }) });
/** The design's profile is what the text says it is. */
const profiled = (text: (n: number) => string): Shape => ({
  files: (n) => ({ 'd.meter': `${words}design d { profile mine }\n${text(n)}\n` }),
});
/** A chain is followed so far, and no further: what follows costs the same each. */
const long = (shape: Shape): Shape => ({ ...shape, from: 52 });
const mine = (n: number) => `define profile mine { includes ${all(n, (at) => `r${at}`).join(', ')} }`;
const many = (imported: (n: number) => string, file: (at: number, n: number) => string, checks?: Shape['checks']): Shape => ({
  files: (n) => ({ 'd.meter': `${imported(n)}\n${head}`, ...each(n, (at) => [`f${at}.meter`, `${file(at, n)}\n`]) }),
  ...(checks && { checks }),
});
const c = (at: number) => `component c${at} is thing`;
const names = (from: number, to: number) => all(to - from, (at) => `c${from + at}`).join(', ');
const requirement = (name: string, control: string, more = '', that = '') =>
  `define requirement ${name} "R" { ${more} severity high applies to component where is thing ${that} needs ${control} because "b" guidance "g" }`;
const imports = (from: number, count: number) => rows(count, (at) => `import "f${from + at}.meter"`);

/** Projects that grow in one respect, by the number that they grow with. */
export const shapes: Readonly<Record<string, Shape>> = {
  'components, each with a finding': one((n) => rows(n, c)),
  'components in files of their own': many((n) => imports(0, n), c),
  'designs in files of their own': many(
    () => '',
    (at) => `design e${at} { profile mine }\n${c(at)}`,
  ),
  'a ring of imports': many(
    () => imports(0, 1),
    (at, n) => `${imports((at + 1) % n, 1)}\n${c(at)}`,
    'pairs',
  ),
  'a chain of imports': many(
    () => imports(0, 1),
    (at, n) => `${at + 1 < n ? imports(at + 1, 1) : ''}\n${c(at)}`,
    'pairs',
  ),
  'layers of imports, each file of all four below': many(
    () => imports(0, 4),
    (at, n) => `${at - (at % 4) + 4 < n ? imports(at - (at % 4) + 4, 4) : ''}\n${c(at)}`,
    'pairs',
  ),
  // The members of a ring are told with all of it, up to twenty of them, and one of more than fifty as a chain that is too long besides.
  'a ring of kinds': { ...one((n) => rows(n, (at) => `define component k${at} is k${(at + 1) % n}`)), from: 60 },
  'kinds of one kind': one((n) => rows(n, (at) => `define component k${at} is thing\ncomponent c${at} is k${at}`)),
  'mechanisms of one control': one((n) =>
    rows(n, (at) => `define mechanism m${at} on component { provides seal2 }\n${c(at)} { uses m${at} }`),
  ),
  'controls that imply one': one((n) =>
    rows(n, (at) => `define control s${at} on component { implies seal2 }\n${c(at)} { control s${at} }`),
  ),
  'requirements that refine one': {
    ...one(
      (n) =>
        `component c is thing\n${rows(n, (at) => `define requirement r${at} "R" { refines own severity high applies to component where is thing needs seal2 because "b" guidance "g" }`)}\ndefine profile more { includes ${all(n, (at) => `r${at}`).join(', ')} }`,
    ),
    checks: 'pairs',
  },
  'zones in one': one((n) => `zone outer is place\n${rows(n, (at) => `zone z${at} is place in outer\n${c(at)} in z${at}`)}`),
  'links in a row, and flows of them': one(
    (n) =>
      `${c(n)}\ndata it is what\n${rows(n, (at) => `${c(at)}\nlink l${at}: c${at} <-> c${at + 1} over wire\nflow f${at} is move: c${at} -> c${at + 1} carries it`)}`,
  ),
  'a flow over many hops': one(
    (n) =>
      `${c(n)}\n${rows(n, (at) => `${c(at)}\nlink l${at}: c${at} <-> c${at + 1} over wire`)}\nflow f is move: ${all(n + 1, (at) => `c${at}`).join(' -> ')}`,
  ),
  'a link from many to one': one(
    (n) => `component hub is thing\n${rows(n, c)}\nlink l: ${all(n, (at) => `c${at}`).join(', ')} -> hub over wire`,
  ),
  'links to one': one((n) => `component hub is thing\n${rows(n, (at) => `${c(at)}\nlink l${at}: c${at} -> hub over wire`)}`),
  'decisions, each on a finding': one((n) => rows(n, (at) => `${c(at)}\naccept own on c${at} until 2027-01-01 because "b"`)),
  'decisions without effect': one((n) => rows(n, (at) => `${c(at)} { control seal2 }\naccept own on c${at} until 2027-01-01 because "b"`)),
  'names that nobody knows': one((n) => rows(n, (at) => `component c${at} is thingg${at} in nowhere${at}`)),
  'one name many times': one((n) => rows(n, () => 'component c is thing')),
  'statements without a name': one((n) => rows(n, () => 'component is thing')),
  'signs that mean nothing': one((n) => '@'.repeat(20 * n)),
  'words that mean nothing': one((n) => rows(n, () => 'some words } that { mean nothing')),
  'open brackets of statements': one((n) => rows(n, (at) => `component c${at} is thing {`)),
  'texts without an end': one((n) => rows(n, (at) => `component c${at} "never ends is thing`)),
  'controls that are planned': one((n) => rows(n, (at) => `${c(at)} {\n control seal2 planned for ${2030 + at}-06-30\n}`)),
  'a link from many to many': one((n) => `${rows(2 * n, c)}\nlink l: ${names(0, n)} <-> ${names(n, 2 * n)} over wire`),
  'flows from many to many over it': one(
    (n) =>
      `data it is what\n${rows(2 * n, c)}\nlink l: ${names(0, n)} <-> ${names(n, 2 * n)} over wire\nflow f is move: ${names(0, n)} -> ${names(n, 2 * n)} carries it`,
  ),
  'a chain of kinds': one(
    (n) => `${rows(n, (at) => `define component k${at} is ${at === 0 ? 'thing' : `k${at - 1}`}`)}\ncomponent c is k${n - 1}`,
  ),
  'a chain of kinds, each used': long(
    one((n) => rows(n, (at) => `define component k${at} is ${at === 0 ? 'thing' : `k${at - 1}`}\ncomponent c${at} is k${at}`)),
  ),
  'a chain of mechanisms': one(
    (n) =>
      `${rows(n, (at) => `define mechanism m${at} ${at === 0 ? 'on component { provides seal2 }' : `is m${at - 1} on component`}`)}\ncomponent c is thing { uses m${n - 1} }`,
  ),
  'a chain of controls that imply the next': one(
    (n) =>
      `${rows(n, (at) => `define control s${at} on component { implies ${at === 0 ? 'seal2' : `s${at - 1}`} }`)}\ncomponent c is thing { control s${n - 1} }`,
  ),
  'a chain of zones': long(one((n) => rows(n, (at) => `zone z${at} is place ${at === 0 ? '' : `in z${at - 1}`}\n${c(at)} in z${at}`))),
  'a chain of requirements that refine the next': {
    ...long(
      profiled(
        (n) =>
          `component c is thing\n${rows(n, (at) => requirement(`r${at}`, 'seal2', `refines ${at === 0 ? 'own' : `r${at - 1}`}`))}\n${mine(n)}`,
      ),
    ),
    checks: 'pairs',
    // Of a chain that goes on, each part that is followed by itself has a finding of its own.
    from: 104,
  },
  'a chain of profiles': profiled(
    (n) =>
      `component c is thing\n${rows(n, (at) => `define profile p${at} ${at === 0 ? '{ includes own }' : `extends p${at - 1} { }`}`)}\ndefine profile mine extends p${n - 1} { }`,
  ),
  'requirements of controls of their own': {
    ...profiled(
      (n) =>
        `component c is thing\n${rows(n, (at) => `define control s${at} "S" on component\ndefine mechanism m${at} on component { provides s${at} }\n${requirement(`r${at}`, `s${at}`)}`)}\n${mine(n)}`,
    ),
    checks: 'pairs',
  },
  "requirements of one another's controls": {
    ...profiled(
      (n) =>
        `component c is thing\n${rows(n, (at) => `define control s${at} "S" on component\ndefine mechanism m${at} on component { provides s${at} }\n${requirement(`r${at}`, `s${at}`, '', `and not has s${(at + 1) % n}`)}`)}\n${mine(n)}`,
    ),
    checks: 'pairs',
  },
  'flows of data that come from far': profiled(
    (n) =>
      `${reach}\ncomponent c0 is box\ndata it is what\n${rows(n, (at) => `component c${at + 1} is thing\nflow f${at} is move: c${at} -> c${at + 1} carries it`)}\ndefine profile mine { includes own }`,
  ),
  'flows of data that come from nowhere': profiled(
    (n) =>
      `${reach}\ncomponent c0 is thing\ndata it is what\n${rows(n, (at) => `component c${at + 1} is thing\nflow f${at} is move: c${at} -> c${at + 1} carries it`)}\ndefine profile mine { includes own }`,
  ),
};
