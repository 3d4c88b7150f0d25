import assert from 'node:assert/strict';
import { baselineDesigns, compareWithBaseline, type BaselineComparison } from '../../history/baseline.js';
import { readBaseline, writeBaseline } from '../../history/baseline-file.js';
import { formatNamed, formats } from '../../report/formats/index.js';
import type { Assessment } from '../../review/index.js';
import { reviewFiles } from '../support/designs.js';
import { both, catalogue, design } from '../support/metering.js';
import { reportContext, told } from '../support/reports.js';

const village = design('village', { a: 'uses wax loud = yes control watched', b: 'loud = yes control watched' });
const fileOf = ({ architecture }: Assessment) => reportContext.toPath(architecture.files[0]!);

/** What programs follow findings by from one report to the next: in each format the values of those keys. */
const followedBy: Readonly<Record<string, RegExp>> = {
  sarif: /"(?:elementPath\/v1|primaryLocationLineHash)": "([^"]+)"/g,
  'gitlab-code-quality': /"fingerprint": "([^"]+)"/g,
  'gitlab-sast': /"id": "([0-9a-f-]{36})"/g,
};

async function identities(files: Readonly<Record<string, string>>, format: string): Promise<string[]> {
  const { reviewed } = await reviewFiles({ 'z/catalogue.meter': catalogue, ...files }, { catalogue: false });
  return [...told(format, reviewed).matchAll(followedBy[format]!)].map(([, identity]) => identity!);
}

describe('designs of one name', () => {
  for (const format of Object.keys(followedBy)) {
    it(`move no identity of a finding in ${format} when one comes before or behind`, async () => {
      assert.ok(formatNamed(format));
      const alone = await identities({ 'm/village.meter': village }, format);
      assert.ok(alone.length >= 2);
      const among = await identities({ 'a/village.meter': village, 'm/village.meter': village, 'x/village.meter': village }, format);
      assert.deepEqual(
        alone.filter((one) => !among.includes(one)),
        [],
      );
      assert.equal(new Set(among).size, 3 * new Set(alone).size, 'no two have one identity');
    });
  }

  it('are told apart by their files in formats that name elements, also when a third comes', async () => {
    for (const id of ['otm', 'cyclonedx']) {
      assert.ok(
        formats.some((format) => format.id === id),
        id,
      );
      const two = await reviewFiles({ 'z/catalogue.meter': catalogue, 'm/v.meter': village, 'x/v.meter': village }, { catalogue: false });
      const three = await reviewFiles(
        { 'z/catalogue.meter': catalogue, 'a/v.meter': village, 'm/v.meter': village, 'x/v.meter': village },
        { catalogue: false },
      );
      const names = (text: string) => new Set([...text.matchAll(/village~[a-z]\/v\.meter(?:\/[ab]\b)?/g)].map(([name]) => name));
      const [before, after] = [names(told(id, two.reviewed)), names(told(id, three.reviewed))];
      assert.ok(before.size >= 2, id);
      assert.deepEqual(
        [...before].filter((name) => !after.has(name)),
        [],
      );
    }
  });

  it('keep what a baseline says of the others when one comes, goes or changes', async () => {
    const review = async (files: Readonly<Record<string, string>>) =>
      (await reviewFiles({ 'z/catalogue.meter': catalogue, ...files }, { catalogue: false })).reviewed.assessments;
    const baseline = readBaseline(writeBaseline(await review({ 'm/v.meter': village, 'x/v.meter': village }), '1.0.0', fileOf));
    assert.ok(!('fault' in baseline));
    const sound = design('village', { a: both, b: both });
    for (const [files, news] of [
      [{ 'm/v.meter': village, 'x/v.meter': village }, []],
      [{ 'a/v.meter': village, 'm/v.meter': village, 'x/v.meter': village }, ['a/v.meter']],
      [{ 'm/v.meter': sound, 'x/v.meter': village }, []],
      [{ 'a/v.meter': sound, 'm/v.meter': village, 'x/v.meter': sound, 'y/v.meter': village }, ['y/v.meter']],
    ] as const) {
      const assessments = await review(files);
      const there: readonly string[] = Object.keys(files);
      const { statuses }: BaselineComparison = compareWithBaseline(baselineDesigns(assessments, fileOf), baseline, (file) =>
        there.includes(file),
      );
      const fresh: Assessment[] = assessments.filter(({ findings }) =>
        findings.some((finding) => statuses.get(finding)?.against !== 'known'),
      );
      assert.deepEqual(fresh.map(fileOf), news);
    }
  });
});
