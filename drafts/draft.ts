import { knownNames } from '../language/semantics/index.js';
import type { Answers } from './answers.js';
import { carrierZone, linksFor } from './links.js';
import { stackOfChoice } from './protocols.js';
import { commodityOf, meterCount, usualMeters } from './commodities.js';
import { unnamed } from './names.js';
import { questionsFor, type Words } from './questions.js';
import { quote, table, type DraftRow } from './rows.js';
import { data, plans, switching, wayOf, type Plan } from './services.js';
import { parts, topologyOf, zones, type PartName, type Topology } from './topologies.js';

/** What a new design is called. */
export interface Naming {
  readonly name?: string;
  readonly title?: string;
  /** A profile of the catalogue; `x1332` where none is given. */
  readonly profile?: string;
}

export interface Draft {
  readonly text: string;
  /** Where the design's name stands, which is the first thing to change. */
  readonly nameOffset: number;
  readonly nameLength: number;
}

/**
 * A design to begin with: the same text for the same answers, in the formatter's style. A question without an answer takes
 * its defaults. Nothing is stated that nobody chose: what the review then misses is what is left to decide.
 */
export function draftDesign(answers: Answers, words: Words, naming: Naming = {}): Draft {
  const full = withDefaults(answers, words);
  const topology = topologyOf(full);
  const chosen = plans.filter(({ service }) => full.services?.includes(service) === true);
  // A design in which nothing flows cannot be judged at all.
  const ways = chosen.length === 0 ? [topology.chain] : chosen.map(({ way }) => wayOf(way, topology));
  const called = full.name?.[0]?.trim() ?? unnamed;
  const own = called === unnamed || called === '' ? 'New design' : called;
  const { name = called, title = own, profile = full.country?.[0] ?? knownNames.defaultProfile } = naming;
  const tables = [zoneRows(topology, full, ways), dataRows(chosen), partRows(topology, full, ways), linksFor(topology, full, ways)];
  const flows = chosen.length === 0 ? plainFlow(topology, full) : chosen.flatMap((plan) => flowLines(plan, topology, full, words));
  const taken = new Set([...tables.flat().map((row) => row.name), ...plans.map(({ flow }) => flow), 'traffic']);
  const safe = nameFor(name, taken);
  const head = `${opening(topology)}\ndesign `;
  const design = [`${head}${safe} ${quote(title)} {`, '    version "0.1"', `    profile ${profile}`, '}'];
  const blocks = [design, ...tables.map(table), flows].filter((lines) => lines.length > 0);
  return { text: blocks.map((lines) => `${lines.join('\n')}\n`).join('\n'), nameOffset: head.length, nameLength: safe.length };
}

/** The answers with the defaults of every question that they leave out. */
function withDefaults(answers: Answers, words: Words): Answers {
  let full = answers;
  // Later questions depend on earlier answers, so that one is filled in at a time.
  for (;;) {
    const open = questionsFor(full, words).find(({ id }) => full[id] === undefined);
    if (open === undefined) return full;
    full = { ...full, [open.id]: open.defaults };
  }
}

function opening({ label }: Topology): string {
  return [
    '/**',
    ` * ${label}. Names and numbers are a start: correct them.`,
    ' * What nobody states counts as absent, so the findings are what is left to decide or to write down.',
    ' */',
  ].join('\n');
}

/** A name that nothing else in the draft has, made of the letters of any text: elements share one name space with the design. */
function nameFor(text: string, taken: ReadonlySet<string>): string {
  const name = text
    .normalize('NFC')
    .replace(/[^\w\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0370-\u1FFF\u3040-\uD7FF]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  if (name === '') return unnamed;
  return taken.has(name) ? `${name}-design` : name;
}

function partsOf(topology: Topology, ways: readonly (readonly PartName[])[]): PartName[] {
  const present = new Set([...topology.chain, ...ways.flat()]);
  return (Object.keys(parts) as PartName[]).filter((name) => present.has(name));
}

function zoneRows(topology: Topology, answers: Answers, ways: readonly (readonly PartName[])[]): DraftRow[] {
  const used = new Set<string>([...partsOf(topology, ways).map((name) => parts[name].zone), carrierZone(answers)]);
  return Object.entries(zones)
    .filter(([name]) => used.has(name))
    .map(([name, { title, kind, within }]) => ({
      sort: 'zone',
      name,
      title,
      rest: `is ${kind}${within === undefined ? '' : ` in ${within}`}`,
    }));
}

function dataRows(chosen: readonly Plan[]): DraftRow[] {
  const used = new Set<string>(chosen.flatMap(({ carries, returns }) => [carries, returns ?? carries]));
  return Object.entries(data)
    .filter(([name]) => used.has(name))
    .map(([name, { title, kind, body }]) => ({ sort: 'data', name, title, rest: `is ${kind}`, body: body === '' ? [] : [body] }));
}

function partRows(topology: Topology, answers: Answers, ways: readonly (readonly PartName[])[]): DraftRow[] {
  const services = answers.services ?? [];
  const commodity = commodityOf(answers);
  const meters = meterCount(answers.meters?.[0] ?? '') ?? usualMeters;
  const hasReadings = plans.some(
    ({ service, carries, returns }) => services.includes(service) && (carries === 'readings' || returns === 'readings'),
  );
  return partsOf(topology, ways).map((name) => {
    const { zone, per } = parts[name];
    const { title, kind } = name === 'meter' ? commodity.meter : parts[name];
    const body = [
      ...(per === undefined ? [] : [`count = ${Math.max(1, Math.round(meters / per))}`]),
      ...(name === 'meter' && services.some((service) => switching.includes(service)) ? [`remote-switch = ${commodity.switch}`] : []),
      ...(hasReadings && (name === 'meter' || name === 'mdms') ? ['stores readings'] : []),
      ...(name === 'jump' ? ['uses jump-host'] : []),
    ];
    return { sort: 'component', name, title, rest: `is ${kind} in ${zone}`, body };
  });
}

function flowLines({ service, flow, way, carries, returns }: Plan, topology: Topology, answers: Answers, { services }: Words): string[] {
  const stops = wayOf(way, topology);
  const title = services.get(service)?.title;
  return [
    `flow ${flow}${title === undefined ? '' : ` ${quote(title)}`} is ${service}: ${stops.join(' -> ')}`,
    `    carries ${carries}${returns === undefined ? '' : ` returns ${returns}`}`,
    ...layer(stops, topology, answers),
  ];
}

function plainFlow(topology: Topology, answers: Answers): string[] {
  return [`flow traffic "Name its service with 'is'": ${topology.chain.join(' -> ')}`, ...layer(topology.chain, topology, answers)];
}

/** What protects from end to end covers the part of a way that runs between meter and head-end. */
function layer(stops: readonly PartName[], { chain }: Topology, answers: Answers): string[] {
  const stack = stackOfChoice(answers.application?.[0] ?? '');
  const covered = stops.filter((stop) => chain.includes(stop));
  if (stack.length === 0 || covered.length < 2) return [];
  return [`    over ${stack.join(', ')} from ${covered[0]} to ${covered.at(-1)}`];
}
