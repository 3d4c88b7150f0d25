import { nameReviews } from '../../../summary/named.js';
import type { Reviewed } from '../../problem.js';
import { uuidOf } from '../../uuid.js';
import type { ReportContext, ReportFormat } from '../format.js';
import { attestationOf } from './attestations.js';
import { claimsOf } from './claims.js';
import { evidenceOf } from './evidence.js';
import { standardsOf } from './standards.js';
import { targetsOf } from './targets.js';
import { jsonText } from '../json-text.js';

export const cyclonedx: ReportFormat = {
  id: 'cyclonedx',
  label: 'CycloneDX attestations',
  description: 'claims for and against each requirement, for tools that collect evidence of conformance',
  extension: 'cdx.json',
  write: toCycloneDx,
};

/** The reviews as declarations of CycloneDX 1.6. It is what the design states and Meterlint concludes; nobody has signed it. */
function toCycloneDx({ assessments }: Reviewed, { version, digest, toPath }: ReportContext): string {
  const reviews = nameReviews(assessments, toPath);
  const [first] = assessments;
  const owners = reviews.flatMap(({ id, assessment }) => {
    const { owner } = assessment.architecture.design;
    return owner === undefined ? [] : [{ name: `meterlint:owner:${id}`, value: owner }];
  });
  const body = {
    metadata: {
      ...(first === undefined ? {} : { timestamp: `${first.date}T00:00:00Z` }),
      lifecycles: [{ phase: 'design' }],
      tools: { components: [{ type: 'application', name: 'Meterlint', version }] },
      ...(owners.length === 0 ? {} : { properties: owners }),
    },
    declarations: {
      attestations: reviews.map(attestationOf),
      claims: reviews.flatMap(claimsOf),
      evidence: reviews.flatMap(evidenceOf),
      targets: targetsOf(reviews),
    },
    definitions: { standards: standardsOf(assessments, version) },
  };
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body), digest)}`,
    version: 1,
    ...body,
  };
  return jsonText(bom);
}
