import assert from 'node:assert/strict';
import { requirementsOf } from '../../review/index.js';
import { syntaxErrors } from '../support/workspace.js';
import { headOf, isReported, pairOf, referenceCases, referenceSet, scoreOf, type ReferenceCase, type ReferenceSet } from './reference.js';

const folders = ['fr-linky', 'gb-smets2', 'nl-dsmr', 'tx-smart-meter-texas', 'us-logical-ami'];

describe('published reference architectures', () => {
  let set: ReferenceSet;
  let cases: readonly ReferenceCase[];

  before(async () => {
    [set, cases] = await Promise.all([referenceSet(), referenceCases()]);
  });

  it('stand in a folder each, with a good form, faults and nothing else that is a design', () => {
    assert.deepEqual([...new Set(set.paths.map((file) => file.split('/')[0]))], folders);
    for (const folder of folders) {
      const files = set.files.filter((file) => file.case === folder).map(({ file }) => file);
      assert.ok(files.includes('good.meter') && files.length > 4, folder);
      assert.deepEqual(
        set.paths.filter((file) => file.startsWith(`${folder}/`) && !files.includes(file.slice(folder.length + 1))),
        [`${folder}/parts.meter`],
      );
    }
    const names = set.files.map(({ architecture }) => architecture.design.name);
    assert.equal(new Set(names).size, names.length);
  });

  it('are written without a mistake, in fragments too, and hold no decision that would hide a finding', () => {
    assert.deepEqual(syntaxErrors(set.workspace), []);
    const problems = set.paths.flatMap((file) =>
      set.workspace
        .mistakes(file)
        .flatMap(({ severity, message }) => (severity === 'error' || severity === 'warning' ? [`${file}: ${message}`] : [])),
    );
    assert.deepEqual(problems, []);
    assert.ok(set.files.every(({ architecture }) => architecture.decisions.length === 0));
  });

  it('expect nothing of good forms, and something of each fault', () => {
    for (const { file, head } of set.files) assert.equal(head.expected.length === 0, file === 'good.meter', file);
  });

  it('name requirements of the profile and elements of the design', () => {
    const requirements = requirementsOf(['x1332'], set.workspace.shared.meter.Designs.catalogue()).map(({ name }) => name);
    for (const { case: folder, file, head, assessment } of set.files) {
      const pairs = assessment.results.map(pairOf);
      for (const named of [...head.expected, ...head.forbidden, ...head.notApplicable]) {
        assert.ok(named.includes(' on ') ? pairs.includes(named) : requirements.includes(named), `${folder}/${file}: ${named}`);
      }
    }
  });

  it('are reported with exactly the expected findings, and nothing that must not be flagged', () => {
    const wrong = cases.filter(({ missed, unexpected, forbidden }) => missed.length + unexpected.length + forbidden.length > 0);
    assert.deepEqual(wrong, []);
    assert.ok(cases.every(({ expected, found }) => found === expected));
    assert.equal(cases.length, set.files.length);
  });

  it('leave no information behind either', () => {
    const told = set.files.flatMap(({ case: folder, file, assessment }) =>
      assessment.findings.filter((finding) => !isReported(finding)).map((finding) => `${folder}/${file}: ${pairOf(finding)}`),
    );
    assert.deepEqual(told, []);
  });

  it('show with a reason what does not apply', () => {
    for (const { case: folder, file, head, assessment } of set.files) {
      for (const named of head.notApplicable) {
        const result = assessment.results.find((one) => pairOf(one) === named);
        assert.equal(result?.state, 'not applicable', `${folder}/${file}: ${named}`);
        assert.ok(result.reasons.length > 0);
      }
    }
  });
});

describe('the score of a reference file', () => {
  const text =
    '// Fault: a test.\n// expect a-rule on meter\n// expect b-rule on hes\n// forbid c-rule\n// forbid d-rule on hes\n\ndesign d\n';

  it('counts what was found, what is too much and what was forbidden', () => {
    const score = scoreOf(headOf(text), ['a-rule on meter', 'c-rule on hes', 'd-rule on hes', 'd-rule on meter', 'c-rule-2 on hes']);
    assert.deepEqual(score, {
      expected: 2,
      found: 1,
      missed: ['b-rule on hes'],
      unexpected: ['c-rule on hes', 'd-rule on hes', 'd-rule on meter', 'c-rule-2 on hes'],
      forbidden: ['c-rule on hes', 'd-rule on hes'],
    });
  });

  it('takes no slip of the pen for prose', () => {
    for (const line of [
      '// expect a-rule',
      '// expect a-rule on',
      '// forbid a-rule on meter, hes',
      '// not-applicable a-rule',
      '//expect a',
    ]) {
      assert.throws(() => headOf(`${line}\ndesign d\n`), /not an expectation/);
    }
    assert.throws(() => headOf('// first\ndesign d\n// expect a-rule on meter\n'), /not an expectation/);
    assert.throws(() => headOf('// forbid a-rule\n// forbid a-rule\ndesign d\n'), /not an expectation/);
  });
});
