import assert from 'node:assert/strict';
import { citationsOn } from '../../summary/citations.js';
import { clauseRows } from '../../summary/clauses.js';
import { matrixGrid, matrixRows } from '../../summary/matrix.js';
import { stateReason } from '../../report/reasons.js';
import { review, type Assessment } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

/** Three requirements, one of which the profile leaves out, over two components and a link, each with a state of its own. */
const design = [
  'define standard book "The Book" { edition "2" }',
  'define control seal2 { on component }',
  'define requirement closed "Is sealed" { severity high applies to component where is relay needs seal2 on component see book "1.10", book "1.2" unverified, nobody "3" }',
  'define requirement shut "Is shut" { severity low applies to component where is smart-meter needs seal2 on component see book "1.2", book }',
  'define requirement other "Is not asked" { severity low applies to component needs seal2 on component see book "1.2", book "7" }',
  'define profile mine { includes closed, shut }',
  'design d { profile mine }',
  'component a "Box A" is relay { control seal2 evidence "S-1" }',
  'component b is relay',
  'component c is relay { control seal2 planned for 2027-01-01 }',
  'component e is relay',
  'accept closed on e until 2027-06-30 because "Replaced then." by "Ada"',
].join('\n');

async function reviewed(text = design): Promise<Assessment> {
  const workspace = await createWorkspace({ 'a.meter': text });
  return review(workspace.shared.meter.Designs.all()[0]!, '2026-11-24');
}

describe('the traceability matrix', () => {
  it('has a row for each pair that was looked at, with its state and why', async () => {
    const assessment = await reviewed();
    assert.deepEqual(
      matrixRows(assessment).map(
        ({ requirement, element, state, result }) => `${requirement} ${element} ${state}: ${stateReason(result, assessment)}`,
      ),
      [
        'closed a met: Seal2 on a by a statement of the design. Evidence: seal2 on a: "S-1".',
        "closed b missing: Seal2 missing on relay 'b'.",
        "closed c planned: Seal2 only planned for 2027-01-01 on relay 'c'.",
        "closed e accepted: Accepted until 2027-06-30: Replaced then (Ada). Without the decision: missing. Seal2 missing on relay 'e'.",
        ...['a', 'b', 'c', 'e'].map((name) => `shut ${name} not applicable: Not asked: it is no smart meter (${name} is relay).`),
      ],
    );
  });

  it('as a grid keeps every requirement, and every element of which something is asked', async () => {
    const { requirements, elements, stateOf } = matrixGrid(await reviewed());
    assert.deepEqual(
      requirements.map(({ name }) => [name, ...elements.map((element) => stateOf(name, element.name))]),
      [
        ['closed', 'met', 'missing', 'planned', 'accepted'],
        ['shut', 'not applicable', 'not applicable', 'not applicable', 'not applicable'],
      ],
    );
    assert.deepEqual(
      elements.map(({ name, title, sort }) => [name, title, sort]),
      [
        ['a', 'Box A', 'component'],
        ['b', undefined, 'component'],
        ['c', undefined, 'component'],
        ['e', undefined, 'component'],
      ],
    );
    assert.equal(stateOf('other', 'a'), undefined);
  });
});

describe('the clauses of the standards', () => {
  it('are told one by one in natural order, with the worst state of what names them and who has it', async () => {
    const rows = clauseRows(await reviewed()).filter(({ standard }) => standard === 'book');
    assert.deepEqual(
      rows.map(({ clause, state, unverified, requirements }) => [
        clause,
        state,
        unverified ? 'unverified' : 'checked',
        ...requirements.map((one) => `${one.requirement} ${one.state} ${one.elements.join()}${one.unverified ? ' unverified' : ''}`),
      ]),
      [
        ['whole document', 'not applicable', 'checked', 'shut not applicable a,b,c,e'],
        ['1.2', 'missing', 'checked', 'closed missing b unverified', 'shut not applicable a,b,c,e', 'other not asked '],
        ['1.10', 'missing', 'checked', 'closed missing b'],
        ['7', 'not asked', 'checked', 'other not asked '],
      ],
    );
    assert.deepEqual([...rows[2]!.requirements[0]!.counts].sort(), [
      ['accepted', 1],
      ['met', 1],
      ['missing', 1],
      ['planned', 1],
    ]);
    assert.deepEqual([rows[0]!.standardName, rows[0]!.standardTitle, rows[0]!.edition], ['The Book', 'The Book', '2']);
  });

  it('are met in part where all that is met answers a part, and are those of the elements that they are about', async () => {
    const text = [
      'define standard book "The Book" { edition "2" }',
      'define standard study "A study" { edition "2024" source }',
      'define control seal2 { on component }',
      'define requirement closed "Is sealed" { severity high applies to component needs seal2 on component see book "1" part, book "2" part, book "3" where is relay, book "4" part where is smart-meter, book "5" where is gateway, study "6" }',
      'define requirement shut "Is shut" { severity low applies to component where is relay needs seal2 on component see book "1" }',
      'define profile mine { includes closed, shut }',
      'cite book "7" part for shut',
      'design d { profile mine }',
      'component a is relay { control seal2 }',
      'component b is smart-meter',
    ];
    const told = async (lines: readonly string[]) =>
      clauseRows(await reviewed(lines.join('\n')))
        .filter(({ standard }) => standard === 'book' || standard === 'study')
        .map(({ clause, state, requirements }) =>
          [`${clause} ${state}`, ...requirements.map((one) => `${one.requirement} ${one.state}${one.part ? ' part' : ''}`)].join(', '),
        );
    assert.deepEqual(await told(text), [
      '1 missing, closed missing part, shut met',
      '2 missing, closed missing part',
      '3 met, closed met',
      '4 missing, closed missing part',
      '5 not applicable, closed not applicable',
      '7 met in part, shut met in part part',
    ]);
    assert.deepEqual(await told([...text.slice(0, -1), 'component b is smart-meter { control seal2 }']), [
      // One that answers all of a place makes up for one that answers a part.
      '1 met, closed met in part part, shut met',
      '2 met in part, closed met in part part',
      '3 met, closed met',
      '4 met in part, closed met in part part',
      '5 not applicable, closed not applicable',
      '7 met in part, shut met in part part',
    ]);
  });

  it('are told with a finding where they are about its element', async () => {
    const assessment = await reviewed('design d { profile x1332 }\ncomponent a is smart-meter\ncomponent b is data-concentrator');
    const { requirements } = assessment.architecture.catalogue;
    const clausesOn = (element: string) =>
      citationsOn(requirements.get('phys-tamper'), element, assessment)
        .filter(({ standard }) => standard === 'iec-62443-4-2')
        .map(({ clause }) => clause);
    assert.deepEqual(clausesOn('a'), ['EDR 3.11', 'EDR 3.11 RE 1']);
    assert.deepEqual(clausesOn('b'), ['NDR 3.11', 'NDR 3.11 RE 1']);
  });

  it('are every clause that a requirement of the catalogue names, whatever the profile', async () => {
    const assessment = await reviewed();
    const named = new Set(
      [...assessment.architecture.catalogue.requirements.values()].flatMap(({ see }) => see.map(({ standard }) => standard)),
    );
    named.delete('nobody'); // What nobody defined is a validation error, told elsewhere.
    for (const { name, source } of assessment.architecture.catalogue.standards.values()) if (source) named.delete(name);
    assert.deepEqual([...new Set(clauseRows(assessment).map(({ standard }) => standard))].sort(), [...named].sort());
    assert.ok(named.size > 40);
  });

  it('are told of half a design as far as it goes', async () => {
    const assessment = await reviewed('component a is\nlink l: a ->\nflow f: a -> b carries');
    assert.equal(matrixRows(assessment).length, assessment.results.length);
    assert.ok(clauseRows(assessment).length > 200);
  });
});
