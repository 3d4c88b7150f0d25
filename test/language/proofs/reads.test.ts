import assert from 'node:assert/strict';
import fc from 'fast-check';
import { elementsOfSort, mayBeSet, mayStand, requirementsOf } from '../../../language/semantics/index.js';
import type { Architecture, Element, ElementSort } from '../../../language/model/index.js';
import { kindTable, lineage } from '../../../language/semantics/kinds.js';
import { Readers, type StatementBearer } from '../../../language/semantics/proofs/readers.js';
import { requirementReads } from '../../../language/semantics/proofs/reads.js';
import { declarationsOf, told, withElement, type Declaration } from '../../../review/declarations.js';
import { gapIdentity } from '../../../review/gaps.js';
import { review } from '../../../review/index.js';
import { architecture } from '../../review/generate/design.js';
import { today } from '../../review/generate/names.js';
import { asText } from '../../review/generate/text.js';
import { createWorkspace } from '../../support/workspace.js';

const seed = 20_261_124;
const runs = 1200;
const sorts: readonly ElementSort[] = ['design', 'zone', 'component', 'data', 'link', 'flow'];

function readersOf({ design, catalogue }: Architecture): Readers {
  return new Readers(requirementReads(requirementsOf(design.profiles, catalogue), catalogue), catalogue);
}

function bearerOf({ sort, kinds }: Element, { catalogue }: Architecture): StatementBearer {
  return { sort, kinds: new Set(lineage(kinds, kindTable(sort, catalogue)).keys()) };
}

/** Everything that a review comes to. */
function outcome(design: Architecture): string[] {
  return review(design, today).results.map(
    ({ requirement, element, state, severity, gaps }) =>
      `${requirement} on ${element}: ${state} ${severity} ${gaps === undefined ? '' : gapIdentity(gaps)}`,
  );
}

function readerOf({ sort, name }: Declaration, bearer: StatementBearer, readers: Readers): string | undefined {
  switch (sort) {
    case 'attribute':
      return readers.ofSetting(name, bearer);
    case 'control':
      return readers.ofControl(name, bearer);
    case 'uses':
      return readers.ofMechanism(name, bearer);
    case 'over':
      return readers.ofLayer(name, bearer);
    case 'by':
      return 'how a control is done is no statement of its own';
  }
}

/** A design without one clause that the analysis says nobody reads. */
function* withoutUnreadClauses(design: Architecture, readers: Readers): Generator<readonly [string, Architecture]> {
  for (const element of sorts.flatMap((sort) => elementsOfSort(design, sort))) {
    if (element.sort === 'link' && element.openedBy.length > 0 && readers.ofClause('opened by') === undefined) {
      yield [`${element.name}: opened by`, withElement(design, { ...element, openedBy: [] })];
    }
    if (
      (element.sort === 'design' || element.sort === 'zone' || element.sort === 'component') &&
      element.runBy !== undefined &&
      readers.ofClause('run by') === undefined
    ) {
      yield [`${element.name}: run by`, withElement(design, { ...element, runBy: undefined })];
    }
    if (element.sort === 'flow' && element.returns.length > 0 && readers.ofClause('returns') === undefined) {
      yield [`${element.name}: returns`, withElement(design, { ...element, returns: [] })];
    }
  }
}

describe('what no requirement reads', () => {
  const seen = new Map<string, number>();

  function differences(design: Architecture): string[] {
    const readers = readersOf(design);
    const before = outcome(design);
    const elements = new Map(sorts.flatMap((sort) => elementsOfSort(design, sort)).map((one) => [one.name, one]));
    const variants: (readonly [string, Architecture])[] = [...withoutUnreadClauses(design, readers)];
    for (const one of declarationsOf(design)) {
      const owner = elements.get(one.owner);
      if (owner === undefined || readerOf(one, bearerOf(owner, design), readers) !== undefined) continue;
      variants.push([told(one), one.without()]);
      count(`${one.sort} ${owner.sort}`);
    }
    for (const [name] of variants.filter(([what]) => /: (opened by|run by|returns)$/.test(what))) count(name.replace(/^.*: /, ''));
    return variants.flatMap(([what, without]) => {
      const after = outcome(without);
      return after.flatMap((line, index) => (line === before[index] ? [] : [`${what}\n  before ${before[index]}\n  after  ${line}`]));
    });
  }

  function count(what: string): void {
    seen.set(what, (seen.get(what) ?? 0) + 1);
  }

  it(`changes no review of ${runs} generated designs where it is taken away, seed ${seed}`, function () {
    const property = fc.property(architecture, (design) => {
      assert.deepEqual(differences(design), []);
    });
    const details = fc.check(property, { seed, numRuns: runs, endOnFailure: false });
    if (!details.failed) return;
    const [design] = details.counterexample!;
    assert.fail(`after ${details.numRuns} designs\n${differences(design).join('\n')}\n\n${asText(design)}`);
  });

  it('has been met in every place and clause often enough for that to mean something', () => {
    const parts = ['attribute', 'control', 'uses'].flatMap((part) => sorts.map((sort) => `${part} ${sort}`));
    const all = [...parts, 'over link', 'over flow', 'opened by', 'run by', 'returns'];
    assert.deepEqual(
      all.filter((one) => (seen.get(one) ?? 0) < 20).map((one) => `${one}: ${seen.get(one) ?? 0}`),
      [],
    );
  });
});

describe('what the built-in requirements read', () => {
  it('is everything that may be stated, but for what is named here', async () => {
    const workspace = await createWorkspace({});
    const catalogue = workspace.shared.meter.Designs.catalogue();
    const readers = new Readers(requirementReads([...catalogue.requirements.values()], catalogue), catalogue);
    const unread: string[] = [];
    for (const sort of sorts) {
      const bearer: StatementBearer = { sort, kinds: undefined };
      const note = (what: string, reader: string | undefined) => {
        if (reader === undefined) unread.push(`${what} on ${sort}`);
        else assert.ok(catalogue.requirements.has(reader), reader);
      };
      for (const one of catalogue.attributes.values())
        if (mayBeSet(one, sort) && mayStand(one, sort)) note(one.name, readers.ofSetting(one.name, bearer));
      for (const one of catalogue.controls.values()) if (mayStand(one, sort)) note(one.name, readers.ofControl(one.name, bearer));
      for (const one of catalogue.mechanisms.values()) {
        if (!mayStand(one, sort)) continue;
        const isPath = sort === 'link' || sort === 'flow';
        note(one.name, isPath ? readers.ofLayer(one.name, bearer) : readers.ofMechanism(one.name, bearer));
      }
    }
    for (const clause of ['opened by', 'run by', 'returns'] as const) if (readers.ofClause(clause) === undefined) unread.push(clause);
    assert.deepEqual(unread.sort(), [
      'entity-authentication on flow',
      'entity-authentication on link',
      'key-agreement on flow',
      'key-agreement on link',
      'physical-access on component',
      'physical-access on zone',
    ]);
  });
});
