import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver';
import { elementNamed, Evaluator, leafKey, leavesOf, questionsOf, type Assessment, type Gap } from '../../../review/index.js';
import { goodDesigns, weakDesigns } from '../../accuracy/designs.js';
import { architecture } from '../../review/generate/design.js';
import { asText } from '../../review/generate/text.js';
import { builtInCatalogue } from '../../support/workspace.js';
import { Bench, type Files } from '../bench.js';
import { messageOf } from '../../support/message.js';

const seed = 20_270_315;
/** Of each sort of action, so many of one design are applied, drawn by the seed. */
const mostOfASort = 1;
const generatedDesigns = 12;

/** No example, reference or scenario has a hop without a link, and whether a generated design has one is chance. */
const unlinked = `design town { profile x1332 }
zone street is neighbourhood-network
zone yard is operations
data readings is interval-consumption
component meter is smart-meter in street
component dcu is data-concentrator in street
component hes is head-end in yard
component mdms is meter-data-management in yard
link lan: meter <-> dcu
flow reading is scheduled-reading: meter -> dcu -> hes -> mdms carries readings
flow order is remote-disconnect: hes -> dcu -> meter
`;

const ranks: Readonly<Record<string, number>> = { missing: 0, weak: 1, unknown: 2, planned: 3 };

/** What an assessment says, in whatever order. */
const said = ({ results, findings }: Assessment) => [
  ...results.map(({ requirement, element, state }) => `${requirement} ${element} ${state}`).sort(),
  ...findings.map(({ id, gaps }) => `${id} ${sortedText(gaps)}`).sort(),
];

/** A gap whose parts stand in an order of their own: elements that change places change that of the parts, and nothing else. */
function sortedText(gap: Gap): string {
  return 'gaps' in gap ? `${gap.kind}(${gap.gaps.map(sortedText).sort().join(' ')})` : leafKey(gap);
}

function sortOf({ kind, title, diagnostics }: CodeAction): string {
  if (kind !== 'quickfix') return kind!;
  const data = diagnostics?.[0]?.data as { finding?: string } | undefined;
  if (data?.finding === undefined) return 'mistake';
  // A bundle that leaves a part to people says how many it adds, and not that these are all.
  return /^(Add all|Add \d+ missing controls|Add|Plan|State|Accept|Exclude)/.exec(title)![1]!.replace(/^Add \d+.*$/, 'Add all');
}

/** An owner that a profile demands is left to people: the acceptance holds from when one stands there. */
function filledIn({ title }: CodeAction, texts: Files): Files {
  if (!/^Accept .* owner left to fill$/.test(title)) return texts;
  return new Map([...texts].map(([uri, text]) => [uri, text.replaceAll(' by ""', ' by "Ada"')]));
}

/** What an action promises, asked of the workspace after it; `before` was taken from it before. */
function check(bench: Bench, action: CodeAction, before: ReadonlyMap<string, Assessment>, toldBefore: number): void {
  const after = bench.assessments();
  const sort = sortOf(action);
  const shared = [...before].filter(([file]) => after.has(file)).map(([file, one]) => [one, after.get(file)!] as const);
  assert.equal(shared.length, before.size, 'every design is still one');
  if (/extract|inline|order/.test(sort)) for (const [old, now] of shared) assert.deepEqual(said(now), said(old));
  else if (/mechanism|ends|every-hop/.test(sort)) for (const [old, now] of shared) assertNoWorse(old, now);
  else if (/hops/.test(sort)) assert.ok(withoutLink(after) < withoutLink(before), 'hops have the links that they lacked');
  if (/source/.test(sort)) {
    assert.ok(stillOpen(before, after) < stillOpen(before, before), 'less is open of what was reported');
    const uris = Object.keys(action.edit!.changes!);
    const open = [...after.values()].flatMap(({ findings }) => findings.filter(({ state }) => state !== 'planned').map(({ id }) => id));
    const asked = new Set([...after.values()].flatMap((one) => questionsOf(one).flatMap(({ findings }) => findings)));
    const left = new Set(open.filter((id) => !asked.has(id)));
    assert.deepEqual(
      closable(before, uris).filter((id) => left.has(id)),
      [],
      'what controls alone close is gone, planned, or asked of people',
    );
  }
  const diagnostic = action.diagnostics?.[0];
  const data = diagnostic?.data as { finding?: string } | undefined;
  if (sort === 'mistake') assert.ok(bench.told(String(diagnostic!.code), messageOf(diagnostic!)) < toldBefore, 'the mistake is gone');
  else if (data?.finding !== undefined) assert.ok(hasLess(data.finding, before, after, sort), 'what it closes is gone');
}

/** How many hops there are that no link can carry. */
function withoutLink(all: ReadonlyMap<string, Assessment>): number {
  const flows = [...all.values()].flatMap(({ architecture: { flows } }) => [...flows.values()]);
  return flows.flatMap(({ hops }) => hops).filter(({ candidates }) => candidates.length === 0).length;
}

/** How many of the leaves that were reported before are still. */
function stillOpen(before: ReadonlyMap<string, Assessment>, after: ReadonlyMap<string, Assessment>): number {
  const keys = (all: ReadonlyMap<string, Assessment>) =>
    [...all.values()].flatMap(({ findings }) => findings.flatMap(({ id, gaps }) => leavesOf(gaps).map((leaf) => `${id} ${leafKey(leaf)}`)));
  const reported = new Set(keys(before));
  return keys(after).filter((key) => reported.has(key)).length;
}

/**
 * The findings that controls on elements of some files close. A finding that also needs what only its author can state or change, as
 * `not over static-shared-secret` on a link over such a secret, stays with that part, and so does what a key that devices share keeps weak.
 */
function closable(all: ReadonlyMap<string, Assessment>, uris: readonly string[]): string[] {
  return [...all.values()].flatMap(({ architecture, date, findings }) => {
    const { grants } = new Evaluator(architecture, date);
    const isClosable = (gap: Gap): boolean => {
      if ('gaps' in gap) return gap.kind === 'and' ? gap.gaps.every(isClosable) : gap.gaps.some(isClosable);
      if (gap.kind !== 'control' || gap.unplaced) return false;
      const element = elementNamed(architecture, gap.element, gap.place)!;
      return uris.includes(element.file) && grants.limitOf(gap.control, element) === undefined;
    };
    return findings.filter(({ file, gaps }) => uris.includes(file) && isClosable(gaps)).map(({ id }) => id);
  });
}

function assertNoWorse(old: Assessment, now: Assessment): void {
  const states = new Map(now.results.map(({ requirement, element, state }) => [`${requirement} ${element}`, state]));
  for (const { requirement, element, state } of old.results) {
    const then = states.get(`${requirement} ${element}`)!;
    assert.ok((ranks[then] ?? 4) >= (ranks[state] ?? 4), `${requirement} on ${element}: ${state} becomes ${then}`);
  }
}

/** Whether a part of a finding's gaps is closed; a decision closes all of it. */
function hasLess(id: string, before: ReadonlyMap<string, Assessment>, after: ReadonlyMap<string, Assessment>, sort: string): boolean {
  const leaves = (all: ReadonlyMap<string, Assessment>) =>
    [...all.values()]
      .flatMap(({ findings }) => findings.filter((one) => one.id === id))
      // A plan closes nothing: it makes of what is missing something that is planned.
      .flatMap(({ gaps }) => leavesOf(gaps).filter(({ state }) => sort !== 'Plan' || (state as string) !== 'planned'))
      .map(leafKey);
  const now = new Set(leaves(after));
  return sort === 'Accept' || sort === 'Exclude' ? now.size === 0 : leaves(before).some((leaf) => !now.has(leaf));
}

describe('every action that is offered', () => {
  const met = new Map<string, number>();
  const applied = new Map<string, number>();
  const broken: string[] = [];
  let random = seed;
  const next = (most: number) => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    return (random >>> 8) % most;
  };

  async function applySome(bench: Bench, texts: Files): Promise<void> {
    await bench.set(texts);
    const bySort = new Map<string, CodeAction[]>();
    for (const action of await bench.actions()) bySort.set(sortOf(action), [...(bySort.get(sortOf(action)) ?? []), action]);
    const before = bench.assessments();
    const errors = bench.errors();
    const chosen: { action: CodeAction; told: number }[] = [];
    for (const [sort, actions] of bySort) {
      met.set(sort, (met.get(sort) ?? 0) + actions.length);
      for (let left = mostOfASort; left > 0 && actions.length > 0; left--) {
        const [action] = actions.splice(next(actions.length), 1);
        const diagnostic = action!.diagnostics?.[0];
        chosen.push({ action: action!, told: diagnostic === undefined ? 0 : bench.told(String(diagnostic.code), messageOf(diagnostic)) });
      }
    }
    for (const { action, told } of chosen) {
      const sort = sortOf(action);
      try {
        await bench.set(filledIn(action, bench.after(action, texts)));
        for (const [error, number] of bench.errors()) assert.ok(number <= (errors.get(error) ?? 0), `brings: ${error}`);
        check(bench, action, before, told);
      } catch (error) {
        broken.push(`${[...texts.keys()][0]}: '${action.title}' (${sort}): ${(error as Error).message}`);
      }
      applied.set(sort, (applied.get(sort) ?? 0) + 1);
    }
    await bench.set(new Map());
  }

  it('keeps its promise in the examples, the reference designs and the designs with faults', async function () {
    const bench = new Bench(builtInCatalogue());
    for (const { files } of [...weakDesigns(), ...goodDesigns()]) {
      await applySome(bench, new Map(Object.entries(files).map(([file, text]) => [`file:///ws/${file}`, text])));
    }
  });

  it(`keeps its promise in ${generatedDesigns} generated designs, seed ${seed}`, async function () {
    for (const design of fc.sample(architecture, { seed, numRuns: generatedDesigns })) {
      await applySome(new Bench(new Map()), new Map([['file:///ws/generated.meter', `${asText(design)}\n`]]));
    }
  });

  it('keeps its promise in a design whose hops lack links', async function () {
    await applySome(new Bench(builtInCatalogue()), new Map([['file:///ws/unlinked.meter', unlinked]]));
  });

  after(() => {
    const lines = [...met].sort().map(([sort, number]) => `      ${sort}: ${applied.get(sort) ?? 0} of ${number} applied`);
    console.log(lines.join('\n'));
  });

  it('has kept every promise', () => {
    assert.deepEqual(broken, []);
  });

  it('was met in every sort, so that this means something', () => {
    const wanted = [
      'Accept',
      'Add',
      'Add all',
      'Exclude',
      'Plan',
      'State',
      'mistake',
      'refactor.extract.meterlint',
      'refactor.inline.meterlint',
      'refactor.rewrite.meterlint.ends',
      'refactor.rewrite.meterlint.every-hop',
      'refactor.rewrite.meterlint.hops',
      'refactor.rewrite.meterlint.mechanism',
      'refactor.rewrite.meterlint.order',
      'source.fixAll.meterlint',
    ];
    assert.deepEqual([...applied.keys()].sort(), wanted);
  });
});
