import './group-by.mjs';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadFiles } from '../cli/load.js';
import { handbook, type RequirementExample } from '../report/handbook.js';
import { layOut, servicesScene, svgOf } from '../picture/index.js';
import { servicesPicture } from '../report/services-at-work.js';
import { openSentence, reasonsFor } from '../report/message.js';
import { knownNames } from '../language/semantics/known-names.js';
import { requirementsOf, review, type Assessment } from '../review/index.js';
import { withCoverage } from './handbook-coverage.js';

const root = path.resolve(import.meta.dirname, '..');
/** Examples are reviewed on this day, so that they say the same every day. */
const date = '2026-11-24';

/** The handbook's pages by file name, and the picture of the services, its examples reviewed: the designs are those that the catalogue is tested with. */
export async function handbookPages(): Promise<ReadonlyMap<string, string>> {
  const { catalogue } = (await loadFiles([], [])).snapshot;
  const common = requirementsOf([knownNames.defaultProfile], catalogue);
  // Those that the national profiles add come last.
  const profiles = [knownNames.defaultProfile, ...catalogue.profiles.keys()];
  const requirements = requirementsOf(profiles, catalogue);
  const fileOf = (id: string, variant: string) => path.join(root, 'test', 'catalogue', id, `${variant}.meter`);
  const ids = requirements.map(({ name }) => name).filter((id) => existsSync(fileOf(id, 'violating')));
  const { snapshot } = await loadFiles(
    ids.map((id) => fileOf(id, 'violating')),
    [root],
  );
  const architectures = snapshot.designs;
  const assessmentOf = (id: string) => {
    const architecture = architectures.find(({ files }) => files[0]!.endsWith(`/${id}/violating.meter`))!;
    return review(architecture, date, common.some(({ name }) => name === id) ? undefined : profiles);
  };
  const examples = ids.map((id): [string, RequirementExample] => {
    const violating = assessmentOf(id);
    return [
      id,
      { violating: textOf(fileOf(id, 'violating')), messages: messagesOf(violating, id), repaired: textOf(fileOf(id, 'repaired')) },
    ];
  });
  const pages = withCoverage(handbook(requirements, catalogue, new Map(examples)), common, catalogue);
  const model = svgOf(await layOut(servicesScene(catalogue)));
  return new Map([...pages, [`services/${servicesPicture}`, model]]);
}

function messagesOf(assessment: Assessment, requirement: string): string[] {
  const found = assessment.findings
    .filter((one) => one.requirement === requirement)
    .map((one) => [`${openSentence(one, assessment)}.`, ...reasonsFor(one, assessment)].join(' '));
  const hidden = assessment.results
    .filter((one) => one.requirement === requirement && one.gaps !== undefined && one.reportedBy.length > 0)
    .filter(({ element }) => !assessment.findings.some((one) => one.requirement === requirement && one.element === element))
    .map(({ element, reportedBy }) => `What '${element}' lacks is reported by ${reportedBy.join(' and ')}.`);
  return [...found, ...hidden];
}

/** Without the lines that the tests read. */
function textOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\/\/ expect .*\n/gm, '');
}
