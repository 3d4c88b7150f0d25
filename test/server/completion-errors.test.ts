import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver';
import { architecture } from '../review/generate/design.js';
import { asText } from '../review/generate/text.js';
import { root } from '../support/workspace.js';
import { finish, insert, spaced, unknownName } from './completion/edits.js';
import { Insertions, type Errors } from './completion/insertions.js';
import { shuffled, sitesIn, type Site } from './completion/sites.js';

/*
 * Completion offers nothing that is an error once it is inserted.
 *
 * A site is a place in a text: a name, number or day that is taken out, a gap beside a token, or a new line. Every item that is
 * offered there is inserted (of items offered at many places of one role, two of them), with its further edits, snippets with what
 * their places hold. Then no error, of reading or of meaning, may stand in the text that does not stand in one of these, too: the
 * original text; the text with the hole; the text with a name in the hole that nobody knows. An error that stands there whatever
 * is written is not the item's. Errors compare by code and message, and by how often they stand there.
 *
 * An item may leave a statement unfinished: a word such as `over`, or an attribute without its value. Then what completion offers
 * first behind it is inserted, too, up to six times, or, where completion has nothing to offer, what only the author can write: a
 * new name, a text in quotes, a number, or the name of something that is not declared yet, whose absence is then no error of the
 * item. One of the texts on that way must be free of new errors. A hop that several links can
 * carry is unfinished, too: `via` has to follow, so that the error `ambiguous-hop` alone does not count.
 *
 * A type that is written for an attribute makes each value wrong that the attribute has elsewhere, but with the type they are of. The
 * error says what the type takes, so that it reads otherwise with each type. What stands there whatever is written is here the number
 * of wrong values: no more of them than with a name in the hole that nobody knows, which is a type with that word alone.
 */
const mostSteps = 6;
const timesEach = 2;
const seed = 20_270_315;

interface Failure {
  readonly place: string;
  readonly label: string;
  readonly errors: readonly string[];
}

function newErrors(found: Errors, ...known: Errors[]): string[] {
  return [...found].flatMap(([error, count]) => {
    if (error.startsWith('ambiguous-hop') || error.includes(unknownName)) return [];
    return known.some((before) => (before.get(error) ?? 0) >= count) ? [] : [error];
  });
}

/** The attribute whose type is written at a site, where nothing of its definition follows that would be wrong by the type, too. */
function typedAt({ place }: Site): string | undefined {
  return /^define attribute (\S+)(?: on [^:|]+)? : *\|$/.exec(place)?.[1];
}

/** Errors without those at values of an attribute, and how many those are. */
function withoutValues(found: Errors, attribute: string): { others: Errors; values: number } {
  const isValue = ([error]: [string, number]) =>
    error.startsWith(`wrong-type: '${attribute}' takes `) || error.startsWith(`unknown-word: '${attribute}' is one of `);
  const all = [...found];
  return {
    others: new Map(all.filter((one) => !isValue(one))),
    values: all.filter(isValue).reduce((sum, [, count]) => sum + count, 0),
  };
}

function newErrorsAt(site: Site, found: Errors, original: Errors, hole: Errors, filled: Errors): string[] {
  const attribute = typedAt(site);
  if (attribute === undefined) return newErrors(found, original, hole, filled);
  const { others, values } = withoutValues(found, attribute);
  return newErrors(values > withoutValues(filled, attribute).values ? found : others, original, hole, filled);
}

/** Up to `most` items, those first that were taken least at places of the same role. */
function chosenOf(sites: readonly Site[], offered: readonly CompletionItem[][], most: number): { site: Site; item: CompletionItem }[] {
  const queue = sites.flatMap((site, index) => shuffled(offered[index]!, seed + index).map((item, rank) => ({ site, item, rank })));
  const times = new Map<string, number>();
  const chosen: { site: Site; item: CompletionItem }[] = [];
  for (const { site, item } of queue.sort((a, b) => a.rank - b.rank)) {
    const key = `${site.role} ${item.label}`;
    const before = times.get(key) ?? 0;
    if (chosen.length >= most || before >= timesEach) continue;
    times.set(key, before + 1);
    chosen.push({ site, item });
  }
  return chosen;
}

async function check(
  insertions: Insertions,
  text: string,
  sites: readonly Site[],
  most: number,
): Promise<{ tried: number; failures: Failure[] }> {
  const offered = await insertions.offers(sites.map(({ hole, offset }) => ({ text: hole, offset })));
  const chosen = chosenOf(sites, offered, most);
  const used = [...new Set(chosen.map(({ site }) => site))];
  const [original] = await insertions.errors([text]);
  const holes = await insertions.errors(used.map(({ hole }) => hole));
  const filled = await insertions.errors(used.map(({ hole, offset }) => `${hole.slice(0, offset)}${unknownName}${hole.slice(offset)}`));
  let open = chosen.map(({ site, item }, number) => ({
    number,
    site,
    label: item.label,
    ...spaced(insert(site.hole, item)),
    errors: [] as string[],
  }));
  for (let step = 0; open.length > 0 && step < mostSteps; step++) {
    const errors = await insertions.errors(open.map((one) => one.text));
    const done = new Set<number>();
    open.forEach((one, index) => {
      const at = used.indexOf(one.site);
      const fresh = newErrorsAt(one.site, errors[index]!, original!, holes[at]!, filled[at]!);
      if (step === 0) one.errors = fresh;
      if (fresh.length === 0) done.add(one.number);
    });
    open = open.filter((one) => !done.has(one.number));
    if (step === mostSteps - 1) break;
    const next = await insertions.offers(open);
    open = open.flatMap((one, index) => {
      const ways = finish(one, next[index]![0]);
      // What is not declared yet is written at the beginning of the way only.
      return (step > 2 ? ways.slice(0, 1) : ways).map((way) => ({ ...one, ...way }));
    });
  }
  open = open.filter((one, index) => open.findIndex(({ number }) => number === one.number) === index);
  return { tried: chosen.length, failures: open.map(({ site, label, errors }) => ({ place: site.place, label, errors })) };
}

function read(...parts: readonly string[]): string {
  return readFileSync(path.join(root, ...parts), 'utf8');
}

/** The parts of a file that uses all of the language. */
function everything(part: 'catalogue' | 'design'): string {
  const [catalogue, design] = read('test', 'server', 'completion', 'everything.meter').split('/** The one design. */\n');
  return part === 'catalogue' ? catalogue! : design!;
}

interface Corpus {
  readonly title: string;
  readonly texts: () => readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the built-in catalogue is there. */
  readonly catalogue: boolean;
  /** Texts that are built together: what they define would clash. */
  readonly atOnce: number;
  readonly sites: number;
  /** Insertions, of all texts together at least and of each at most. */
  readonly least: number;
  readonly most: number;
}

const corpora: readonly Corpus[] = [
  {
    title: 'the example, with files that it could import',
    texts: () => [read('examples', 'riverside.meter')],
    files: { 'zones.meter': read('examples', 'zones.meter'), 'parts/more.meter': 'component spare is relay\ndata extra is event-log\n' },
    catalogue: true,
    atOnce: 40,
    sites: 100,
    least: 150,
    most: 200,
  },
  {
    title: 'the hardened example, with the ends of lines of Windows',
    texts: () => [read('examples', 'hardened.meter').replace(/\n/g, '\r\n')],
    files: { 'zones.meter': read('examples', 'zones.meter') },
    catalogue: true,
    atOnce: 40,
    sites: 60,
    least: 80,
    most: 100,
  },
  {
    title: 'the rules of an organisation, in the built-in catalogue',
    texts: () => [read('examples', 'house-rules.meter')],
    catalogue: true,
    atOnce: 1,
    sites: 12,
    least: 15,
    most: 20,
  },
  {
    title: 'a design with every statement and clause',
    texts: () => [everything('design')],
    files: { 'catalogue.meter': everything('catalogue') },
    catalogue: false,
    atOnce: 40,
    sites: 300,
    least: 200,
    most: 400,
  },
  {
    title: 'a catalogue with every definition and condition',
    texts: () => [everything('catalogue')],
    catalogue: false,
    atOnce: 1,
    sites: 120,
    least: 150,
    most: 200,
  },
  {
    title: 'generated designs with catalogues of their own',
    texts: () => fc.sample(architecture, { seed, numRuns: 6 }).map((one) => asText(one).replaceAll('; ', '\n  ')),
    catalogue: false,
    atOnce: 1,
    sites: 10,
    least: 80,
    most: 20,
  },
];

describe('completion offers nothing that is an error once inserted', () => {
  for (const { title, texts, files = {}, catalogue, atOnce, sites, least, most } of corpora) {
    it(`in ${title}`, async () => {
      const insertions = await Insertions.with(files, { catalogue, atOnce });
      let total = 0;
      for (const [index, text] of texts().entries()) {
        const { tried, failures } = await check(insertions, text, sitesIn(text, sites, seed + index), most);
        assert.deepEqual(failures, []);
        total += tried;
      }
      assert.ok(total >= least, `${total} insertions`);
    });
  }
});
