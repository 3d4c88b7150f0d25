import assert from 'node:assert/strict';
import { isFault } from '../../language/semantics/index.js';
import type { Assessment, Result } from '../../review/index.js';
import { threatsByElement, threatsByRequirement, type ThreatCell, type ThreatMatrix } from '../../summary/threat-matrix.js';
import { exampleFiles, reviewOf } from '../support/reviewed.js';

const rules = [
  'define control lid on component',
  'define control seal on component',
  'define component box',
  'define threat theft "Theft"',
  'define threat rain',
  'define threat frost',
  'define threat sun',
  'define requirement shut { severity high where count > 1 else low applies to component where is box needs lid mitigates theft, rain because "b" }',
  'define requirement sealed { severity medium applies to component where is box needs seal mitigates theft because "b" }',
  'define requirement heated { severity high applies to component where is box and count > 5 needs seal mitigates frost because "b" }',
  'define requirement named { severity low applies to component where is box needs lid because "b" }',
  'define profile own { includes shut, sealed, heated, named }',
].join('\n');
const design = [
  'design d { profile own }',
  'component a "First" is box { count = 2 control lid }',
  'component b is box { count = 2 }',
  'component c',
  'component e is box { count = 1 control seal }',
].join('\n');

async function reviewed(): Promise<Assessment> {
  const { assessments } = await reviewOf({ 'own.meter': rules, 'd.meter': design });
  return assessments.find(({ architecture }) => architecture.design.name === 'd')!;
}

const cellText = ({ state, severity, names, of }: ThreatCell) => `${severity ?? '-'} ${state} ${names.join(', ')} of ${of}`;
const linesText = ({ lines }: ThreatMatrix) =>
  lines.map(({ name, title, whole, cells }) => [
    `${name} ${title}: ${cellText(whole)}`,
    ...[...cells].map(([threat, cell]) => `${threat}: ${cellText(cell)}`),
  ]);
const threatsText = ({ threats }: ThreatMatrix) => threats.map(({ name, title, whole }) => `${name} ${title}: ${cellText(whole)}`);

describe('threat by element', () => {
  it('is what the requirements against a threat that apply to an element come to, with those that are open', async () => {
    const matrix = threatsByElement(await reviewed());
    assert.deepEqual(linesText(matrix), [
      ['a First: medium missing sealed of 3', 'theft: medium missing sealed of 2', 'rain: - met shut of 1'],
      ['b undefined: high missing shut, sealed, named of 3', 'theft: high missing shut, sealed of 2', 'rain: high missing shut of 1'],
      ['e undefined: low missing shut, named of 3', 'theft: low missing shut of 2', 'rain: low missing shut of 1'],
    ]);
    assert.deepEqual(threatsText(matrix), ['theft Theft: high missing a, b, e of 3', 'rain undefined: high missing b, e of 3']);
  });
});

describe('requirement by threat', () => {
  it('is how each requirement stands at the threats that it works against, also where it applies to nothing or is against none', async () => {
    const matrix = threatsByRequirement(await reviewed());
    assert.deepEqual(linesText(matrix), [
      ['shut undefined: high missing b, e of 3', 'theft: high missing b, e of 3', 'rain: high missing b, e of 3'],
      ['sealed undefined: medium missing a, b of 3', 'theft: medium missing a, b of 3'],
      ['heated undefined: - not applicable  of 0', 'frost: - not applicable  of 0'],
      ['named undefined: low missing b, e of 3'],
    ]);
    assert.deepEqual(threatsText(matrix), [
      'theft Theft: high missing shut, sealed of 2',
      'rain undefined: high missing shut of 1',
      'frost undefined: - not applicable  of 0',
    ]);
  });
});

describe('both matrices', () => {
  it('hold of the examples all that their reviews say, and nothing else', async () => {
    const { assessments } = await reviewOf(exampleFiles());
    for (const assessment of assessments) {
      const asked = assessment.results.filter(({ state }) => state !== 'not applicable');
      const pairs = (all: readonly Result[]) => all.map(({ requirement, element }) => `${requirement} ${element}`).sort();
      const against =
        (threat: string) =>
        ({ requirement }: Result) =>
          assessment.architecture.catalogue.requirements.get(requirement)!.mitigates.includes(threat);
      const named = (matrix: ThreatMatrix, threat: string | undefined, pairOf: (line: string, name: string) => string) =>
        matrix.lines
          .flatMap(({ name, whole, cells }) => {
            const cell = threat === undefined ? whole : cells.get(threat);
            return cell?.severity === undefined ? [] : cell.names.map((one) => pairOf(name, one));
          })
          .sort();
      const [elements, requirements] = [threatsByElement(assessment), threatsByRequirement(assessment)];
      const faults = asked.filter(({ state }) => isFault(state));
      assert.ok(faults.length > 0 || asked.length > 0);
      for (const threat of [undefined, ...assessment.architecture.catalogue.threats.keys()]) {
        const own = threat === undefined ? faults : faults.filter(against(threat));
        assert.deepEqual(
          named(elements, threat, (element, requirement) => `${requirement} ${element}`),
          pairs(own),
        );
        assert.deepEqual(
          named(requirements, threat, (requirement, element) => `${requirement} ${element}`),
          pairs(own),
        );
        const count = (threat === undefined ? asked : asked.filter(against(threat))).length;
        for (const { lines } of [elements, requirements]) {
          const cells = lines.map(({ whole, cells: all }) => (threat === undefined ? whole : all.get(threat)));
          assert.equal(
            cells.reduce((sum, cell) => sum + (cell?.of ?? 0), 0),
            count,
          );
        }
      }
      assert.deepEqual(
        requirements.lines.map(({ name }) => name),
        assessment.requirements,
      );
    }
  });
});
