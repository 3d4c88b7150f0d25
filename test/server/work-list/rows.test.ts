// What the work list lists is what the review says, however it is grouped: nothing is left out, and nothing is told twice.
import assert from 'node:assert/strict';
import { metByStatement } from '../../../review/index.js';
import { workGroupings } from '../../../summary/work-list.js';
import { workListAnswer } from '../../../server/work-list/requests.js';
import type { WorkFilter, WorkRow } from '../../../server/protocol/work-list.js';
import type { Snapshot } from '../../../workspace/index.js';
import { exampleFiles, referenceDesigns } from '../../support/reviewed.js';
import { createWorkspace } from '../../support/workspace.js';

const everything: WorkFilter = { designs: [], severities: [], onlyNew: false, text: '' };

const rows = (snapshot: Snapshot, by: string, path: readonly string[] = [], filter = everything) =>
  workListAnswer({ by, filter, path }, snapshot).rows;

/** All rows below one, itself first, with what stands above each. */
function below(snapshot: Snapshot, by: string, row: WorkRow, above: readonly string[] = []): WorkRow[] {
  const path = [...above, row.id];
  return [row, ...(row.hasRows ? rows(snapshot, by, path).flatMap((one) => below(snapshot, by, one, path)) : [])];
}

const idsOf = (list: readonly WorkRow[]) => [...new Set(list.flatMap(({ about }) => about?.finding ?? []))].sort();

const workspaces = [['the examples', exampleFiles()], ...referenceDesigns()] as const;

for (const [name, files] of workspaces) {
  describe(`the work list of ${name}`, () => {
    let snapshot: Snapshot;
    before(async () => {
      ({ snapshot } = await createWorkspace(files));
    });
    const findings = (states: readonly string[]) =>
      snapshot.assessments
        .flatMap((assessment) => assessment.findings.filter(({ state }) => states.includes(state)).map(({ id }) => id))
        .sort();

    for (const by of workGroupings) {
      it(`by ${by} lists what is open, planned, unknown, and met by a statement only`, () => {
        const top = rows(snapshot, by);
        const all = (sign: string) =>
          top.filter((row) => row.sort === 'section' && row.sign === sign).flatMap((row) => below(snapshot, by, row));
        const open = top.filter(({ sort }) => sort !== 'section').flatMap((row) => below(snapshot, by, row));
        assert.deepEqual(idsOf(open), [...new Set(findings(['missing', 'weak']))]);
        assert.deepEqual(idsOf(all('planned')), [...new Set(findings(['planned']))]);
        const asked = idsOf(all('question'));
        for (const id of findings(['unknown'])) assert.ok(asked.includes(id), id);
        const stated = all('stated').filter(({ sort }) => sort === 'stated');
        assert.equal(stated.length, snapshot.assessments.flatMap(metByStatement).length);
        const counted = workListAnswer({ by, filter: everything, path: [] }, snapshot);
        assert.equal(counted.open, findings(['missing', 'weak']).length);
        assert.equal(counted.all, counted.open);
      });

      it(`by ${by} has an id of its own for each row beside others, and a place for each finding`, () => {
        const visit = (path: readonly string[]): void => {
          const here = rows(snapshot, by, path);
          assert.deepEqual(
            here.map(({ id }) => id),
            [...new Set(here.map(({ id }) => id))],
          );
          for (const row of here) {
            assert.ok(row.label !== '' && row.spoken !== '' && !row.label.includes('\n'));
            if (row.sort === 'finding' || row.sort === 'stated') assert.ok(row.place !== undefined && row.about !== undefined);
            if (row.hasRows) visit([...path, row.id]);
          }
        };
        visit([]);
      });
    }
  });
}

const rules = `define component box "Box"
define control lid "Lid" on component
define control seal "Seal" on component { asks "Who sealed it?" }
define attribute depth "Depth" on component : integer { asks "How deep is it?" }
define mechanism cover "Cover" on component { provides lid }
define harm loss "Loss"
define harm fire "Fire"
define threat theft "Theft" { leads to loss }
define standard book "The Book"
define requirement shut "Boxes are shut" { severity high applies to component where is box needs lid mitigates theft see book "1" }
define requirement sealed "Boxes are sealed" { severity critical applies to component where is box and depth >= 2 needs seal }
define profile plain "Plain" { includes shut, sealed }
`;
const design = `design shop "Shop" { profile plain }
zone hall "Hall"
component b is box in hall { depth = 3 }
component a is box { depth = 1 control lid planned for 2027-01-01 }
component c is box { depth = 3 control lid by cover control seal }
component d is box
`;
const open = async (text = design) => (await createWorkspace({ 'rules.meter': rules, 'shop.meter': text }, { catalogue: false })).snapshot;
const told = (list: readonly WorkRow[]) =>
  list.map(({ sign, lead, label, description }) => `${sign} ${lead === undefined ? '' : `${lead}: `}${label} | ${description}`);

describe('the rows of the work list', () => {
  it('are requirements with their elements, the worst first, and then what is no finding yet or any more', async () => {
    const snapshot = await open();
    assert.deepEqual(told(rows(snapshot, 'requirement')), [
      'critical b: Boxes are sealed | critical',
      'high b, d: Boxes are shut | high',
      'question To be stated | 2',
      'planned Planned | 1',
      'stated Met by a statement only | 1',
    ]);
    assert.deepEqual(told(rows(snapshot, 'requirement', ['section question'])), [
      'question Who sealed it? | critical · seal of b',
      'question How deep is it? | critical · depth of d',
    ]);
    assert.deepEqual(told(rows(snapshot, 'requirement', ['section question', 'fact depth'])), [
      'critical d: Boxes are sealed | critical · unknown',
    ]);
    assert.deepEqual(told(rows(snapshot, 'requirement', ['section planned'])), ['high a: Boxes are shut | high · planned']);
    assert.deepEqual(told(rows(snapshot, 'requirement', ['section stated'])), ['stated c: Boxes are sealed | ']);
    assert.deepEqual(told(rows(snapshot, 'requirement', ['shut'])), [
      "high Lid missing on box 'b' | high",
      "high Lid missing on box 'd' | high",
    ]);
  });

  it('stand where they belong, and what belongs nowhere comes last', async () => {
    const snapshot = await open();
    const groups = (by: string) => told(rows(snapshot, by).filter(({ sort }) => sort === 'group'));
    assert.deepEqual(groups('element'), ['critical b | 1 critical, 1 high', 'high d | 1 high']);
    assert.deepEqual(groups('zone'), ['critical hall · Hall | 1 critical, 1 high', 'high In no zone | 1 high']);
    assert.deepEqual(groups('standard'), ['high The Book | 2 high', 'critical No standard is cited | 1 critical']);
    // A requirement that names no threat works against all harms.
    assert.deepEqual(groups('harm'), ['critical Loss | 1 critical, 2 high', 'critical Fire | 1 critical']);
    assert.deepEqual(groups('severity'), ['critical Critical | 1 finding', 'high High | 2 findings']);
  });

  it('are those that a filter leaves', async () => {
    const snapshot = await open();
    const left = (filter: Partial<WorkFilter>) => {
      const {
        rows: list,
        open: count,
        all,
      } = workListAnswer({ by: 'requirement', filter: { ...everything, ...filter }, path: [] }, snapshot);
      return [`${count} of ${all}`, ...told(list.filter(({ sort }) => sort !== 'section'))];
    };
    assert.deepEqual(left({ severities: ['critical'] }), ['1 of 3', 'critical b: Boxes are sealed | critical']);
    assert.deepEqual(left({ text: 'SHUT' }), ['2 of 3', 'high b, d: Boxes are shut | high']);
    assert.deepEqual(left({ text: "component 'd'" }), ['1 of 3', 'high d: Boxes are shut | high']);
    assert.deepEqual(left({ designs: ['file:///ws/elsewhere.meter'] }), ['0 of 3']);
    // No project names a baseline: nothing can be new, and nothing is hidden.
    assert.equal(left({ onlyNew: true })[0], '3 of 3');
  });

  it('name as many elements as leave room for the title', async () => {
    const many = ['concentrator', 'b1', 'b2', 'b3'].map((name) => `component ${name} is box { depth = 1 }`).join('\n');
    const lead = async (text: string) => rows(await open(`design shop { profile plain }\n${text}\n`), 'requirement')[0]!.lead;
    assert.equal(await lead(many), 'concentrator, b1 +2');
    assert.equal(await lead(many.replace('component b1', 'component concentrator-2')), 'concentrator +3');
  });

  it('keep their ids under edits elsewhere', async () => {
    const ids = async (text: string) => {
      const snapshot = await open(text);
      return workGroupings.flatMap((by) => rows(snapshot, by).flatMap((row) => below(snapshot, by, row).map(({ id }) => `${by} ${id}`)));
    };
    assert.deepEqual(await ids(`// A line more.\n${design.replace('"Hall"', '"Great hall"')}`), await ids(design));
  });
});
