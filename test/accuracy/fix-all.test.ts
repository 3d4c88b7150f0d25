import assert from 'node:assert/strict';
import type { SourceMap } from '../../language/source/index.js';
import { elementsOfSort } from '../../language/semantics/index.js';
import type { Condition, ControlUse, Element } from '../../language/model/index.js';
import { fixFindings } from '../../repair/findings.js';
import { impliedBy } from '../../language/semantics/kinds.js';
import {
  bestFixes,
  elementNamed,
  Evaluator,
  isOpen,
  questionsOf,
  statementsBehind,
  type Assessment,
  type Finding,
  type Gap,
  type Result,
} from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';
import { goodDesigns, reviewDate, weakDesigns, type Judged } from './designs.js';

// What holds of fix-all, whatever the design: it decides on mechanisms, and it claims nothing that only people can know.

interface Fixed {
  readonly name: string;
  readonly before: Assessment;
  readonly after: Assessment;
  readonly texts: readonly string[];
  readonly sources: SourceMap;
}

async function fixed({ name, files }: Judged): Promise<Fixed> {
  const workspace = await createWorkspace(files);
  const own = (all: readonly Assessment[]) => all.find(({ architecture }) => architecture.files[0] === workspace.uri(name).toString())!;
  const snapshot = await workspace.snapshot.with({ date: reviewDate });
  const uris = new Set(Object.keys(files).map((file) => workspace.uri(file).toString()));
  const { after, texts } = await fixFindings(snapshot, { uris });
  return { name, before: own(snapshot.assessments), after: own(after.assessments), texts: [...texts.values()], sources: after.sources };
}

const places = ['design', 'zone', 'component', 'data', 'link', 'flow'] as const;

function saidIn({ architecture }: Assessment, what: (element: Element) => readonly unknown[]): string[] {
  const elements = places.flatMap((place) => elementsOfSort(architecture, place));
  return elements.flatMap((element) => what(element).map((one) => `${element.name}: ${words(one)}`));
}

function words(said: unknown): string {
  return JSON.stringify(said);
}

/** What was said before, each so often as it was. */
function without(all: readonly string[], known: readonly string[]): string[] {
  const left = [...known];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Whether nothing but bare statements shows that a requirement is met. */
function isStatedOnly(result: Result, assessment: Assessment): boolean {
  const granted = result.reasons.filter(({ kind }) => kind === 'granted').length;
  return result.state === 'met' && granted > 0 && statementsBehind(result, assessment).length === granted;
}

/** Whether something written makes a control weak on an element whoever grants it, also by way of one that includes it. */
function isLimited({ element, control }: Extract<Gap, { kind: 'control' }>, { architecture }: Assessment): boolean {
  const { catalogue } = architecture;
  const ways = [...catalogue.controls.keys()].filter((one) => one === control || impliedBy(one, catalogue).includes(control));
  const { grants } = new Evaluator(architecture, reviewDate);
  const granted = ways.filter((way) => way === control || [...catalogue.mechanisms.values()].some((one) => one.provides.includes(way)));
  return granted.every((way) => grants.limitOf(way, elementNamed(architecture, element)!) !== undefined);
}

/** Whether a control, or a fact that nobody stated, is left to say: else the design says something else than what is needed. */
function waitsForWords(gap: Gap, after: Assessment): boolean {
  switch (gap.kind) {
    case 'control':
      return !gap.unplaced && gap.state !== 'planned' && !isLimited(gap, after);
    case 'condition':
      return gap.state === 'unknown' || asksForAny(gap.condition);
    case 'and':
      return gap.gaps.some((part) => waitsForWords(part, after));
    case 'or': {
      const ways = gap.gaps.filter((part) => !isShut(part, after));
      return ways.length > 0 && ways.every((part) => waitsForWords(part, after));
    }
  }
}

/** Whether whatever is written leaves a way open: of several ways people are asked about another one then. */
function isShut(gap: Gap, after: Assessment): boolean {
  if (gap.kind === 'control') return gap.unplaced || isLimited(gap, after);
  return gap.kind === 'and' && gap.gaps.some((part) => isShut(part, after));
}

/** `retention set`, `some protocol`, `every hop some protocol`: whatever is stated is enough. */
function asksForAny(condition: Condition): boolean {
  if (condition.kind === 'set') return true;
  if (condition.kind === 'quantified' && condition.quantifier === 'every' && condition.condition !== undefined) {
    return asksForAny(condition.condition);
  }
  if (condition.kind !== 'quantified' || condition.quantifier !== 'some' || condition.condition !== undefined) return false;
  return ['protocol', 'data'].includes(condition.relation.name) && condition.relation.within === undefined;
}

describe('fix-all', () => {
  const all: Fixed[] = [];

  before(async function () {
    for (const design of [...goodDesigns(), ...weakDesigns()]) all.push(await fixed(design));
    assert.ok(all.length > 50);
  });

  it('writes no blank evidence, and no evidence at all', () => {
    for (const { name, before, after, texts } of all) {
      for (const text of texts) assert.doesNotMatch(text, /evidence\s*"\s*"/, name);
      const shown = ({ evidence }: ControlUse) => evidence !== undefined;
      const added = without(
        saidIn(after, ({ controls }) => controls.filter(shown)),
        saidIn(before, ({ controls }) => controls.filter(shown)),
      );
      assert.deepEqual(added, [], name);
    }
  });

  it('writes each control with its mechanism, plans nothing and states no value', () => {
    let written = 0;
    for (const { name, before, after } of all) {
      const added = without(
        saidIn(after, ({ controls }) => controls),
        saidIn(before, ({ controls }) => controls),
      );
      const claims = added.filter((use) => /"mechanisms":\[\]|"planned":true/.test(use));
      assert.deepEqual(claims, [], name);
      const values = ({ settings }: Element) => settings;
      assert.deepEqual(saidIn(after, values), saidIn(before, values), name);
      written += added.length;
    }
    assert.ok(written > 500, `${written} controls`);
  });

  it('writes nothing of which the catalogue says that only people can answer for it', () => {
    for (const { name, before, after } of all) {
      const { controls: known } = after.architecture.catalogue;
      const asks = ({ control }: ControlUse) => known.get(control)?.asks !== undefined;
      const claims = without(
        saidIn(after, ({ controls }) => controls.filter(asks)),
        saidIn(before, ({ controls }) => controls.filter(asks)),
      );
      assert.deepEqual(claims, [], name);
    }
  });

  it('lets nothing rest on a statement that did not stand there before, and no more on statements alone', () => {
    for (const { name, before, after } of all) {
      const bare = new Set(saidIn(before, ({ controls }) => controls.filter(({ mechanisms }) => mechanisms.length === 0)));
      const behind = saidIn(after, ({ controls }) => controls.filter(({ mechanisms }) => mechanisms.length === 0));
      assert.deepEqual(
        behind.filter((use) => !bare.has(use)),
        [],
        name,
      );
      const count = (assessment: Assessment) => assessment.results.filter((result) => isStatedOnly(result, assessment)).length;
      assert.ok(count(after) <= count(before), `${name}: ${count(before)} -> ${count(after)}`);
    }
  });

  it('asks people about whatever it leaves open and words could close, and about nothing else', () => {
    let asked = 0;
    for (const { name, after } of all) {
      const left = after.findings.filter(({ state }) => state !== 'planned');
      const waiting = left.filter((finding) => finding.state === 'unknown' || waitsForWords(finding.gaps, after)).map(({ id }) => id);
      const questions = new Set(questionsOf(after).flatMap(({ findings }) => findings));
      assert.deepEqual([...questions].sort(), waiting.sort(), name);
      asked += questions.size;
    }
    assert.ok(asked > 200, `${asked} findings are asked about`);
  });

  it('opens nothing that was not open before: what it brings into scope it closes, or it leaves alone what brings it', () => {
    let closed = 0;
    for (const { name, before, after } of all) {
      const open = ({ results }: Assessment) =>
        results.filter(({ computed }) => isOpen(computed)).map((one) => `${one.requirement} on ${one.element}`);
      const known = new Set(open(before));
      const left = new Set(open(after));
      assert.deepEqual(
        [...left].filter((pair) => !known.has(pair)),
        [],
        name,
      );
      closed += [...known].filter((pair) => !left.has(pair)).length;
    }
    assert.ok(closed > 500, `${closed} pairs closed`);
  });

  it('leaves nothing that it would have written', () => {
    const preferred = ({ after, sources }: Fixed) => after.findings.flatMap((finding: Finding) => bestFixes(finding, after, sources));
    for (const one of all) assert.deepEqual(preferred(one), [], one.name);
  });
});
