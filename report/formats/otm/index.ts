import { nameReviews, type NamedReview } from '../../../summary/named.js';
import { escapeMarkdown } from '../../page.js';
import type { Reviewed } from '../../problem.js';
import type { ReportContext, ReportFormat } from '../format.js';
import { attributesOf, designAttributes, type Attributes } from './attributes.js';
import { componentsOf } from './components.js';
import { dataflowsOf } from './dataflows.js';
import { otmRisks } from './risks.js';
import { mitigationsOf, threatsOf } from './threats.js';
import { trustZonesOf } from './zones.js';
import { assetsOf } from './assets.js';
import { jsonText } from '../json-text.js';

export const otm: ReportFormat = {
  id: 'otm',
  label: 'Open Threat Model',
  description: 'for threat modelling tools',
  extension: 'otm',
  write: toOtm,
};

/** The designs with their threats in the Open Threat Model format 0.2.0. Several designs are one project; ids start with the design. */
function toOtm({ assessments }: Reviewed, { version, toPath }: ReportContext): string {
  const reviews = nameReviews(assessments, toPath);
  const risks = otmRisks(assessments);
  const model = {
    otmVersion: '0.2.0',
    project: projectOf(reviews, version),
    assets: reviews.flatMap(assetsOf),
    trustZones: reviews.flatMap(trustZonesOf),
    components: reviews.flatMap(componentsOf),
    dataflows: reviews.flatMap(dataflowsOf),
    threats: threatsOf(assessments, risks),
    mitigations: mitigationsOf(assessments, risks),
  };
  return jsonText(model);
}

function projectOf(reviews: readonly NamedReview[], version: string) {
  const [only, ...others] = reviews;
  const attributes: Attributes = {
    'made-by': `Meterlint ${version}`,
    ...(only === undefined ? {} : { date: only.assessment.date }),
    ...Object.fromEntries(reviews.flatMap((one) => Object.entries(designAttributes(one)))),
  };
  if (only === undefined) return { name: 'No design', id: 'no-design', attributes };
  if (others.length > 0) return { name: `${reviews.length} designs`, id: 'designs', attributes };
  const { design } = only.assessment.architecture;
  return {
    name: design.title ?? design.name,
    id: design.name,
    ...(design.documentation === undefined ? {} : { description: escapeMarkdown(design.documentation) }),
    ...(design.owner === undefined ? {} : { owner: design.owner }),
    attributes: { ...attributes, ...(design.implicit ? {} : attributesOf(design, only)) },
  };
}
