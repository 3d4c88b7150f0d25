import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { momentOf, token, oscalLine } from '../../report/formats/oscal/values.js';
import { reviewOf, exampleFiles, referenceDesigns } from '../support/reviewed.js';
import { told } from '../support/reports.js';
import { smallDesign } from '../support/small-design.js';
import { oscalSchema } from './schemas/oscal.js';

interface Prop {
  readonly name: string;
  readonly value: string;
}
interface Observation {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly Prop[];
  readonly origins: readonly { readonly actors: readonly { readonly 'actor-uuid': string }[] }[];
  readonly subjects?: readonly { readonly 'subject-uuid': string }[];
  readonly 'relevant-evidence': readonly { readonly href: string }[];
}
interface Related {
  readonly uuid: string;
  readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
}
interface Risk extends Related {
  readonly title: string;
  readonly status: string;
  readonly deadline?: string;
  readonly props: readonly Prop[];
  readonly remediations: readonly { readonly description: string }[];
}
interface Finding extends Related {
  readonly title: string;
  readonly description: string;
  readonly target: unknown;
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}
interface Component {
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
}
interface AssessmentResult {
  readonly uuid: string;
  readonly start: string;
  readonly 'local-definitions'?: {
    readonly components?: readonly Component[];
    readonly 'assessment-assets': {
      readonly components: readonly Component[];
      readonly 'assessment-platforms': readonly { readonly uuid: string }[];
    };
  };
  readonly 'reviewed-controls': unknown;
  readonly observations?: readonly Observation[];
  readonly risks?: readonly Risk[];
  readonly findings?: readonly Finding[];
}
interface Document {
  readonly 'assessment-results': {
    readonly uuid: string;
    readonly metadata: unknown;
    readonly 'import-ap': { readonly href: string };
    readonly results: readonly AssessmentResult[];
    readonly 'back-matter': { readonly resources: readonly { readonly uuid: string }[] };
  };
}

const validate = new Ajv2020({ allErrors: true }).compile(oscalSchema);

/** Follows the schema; every UUID is given once, and everything that is pointed to is there. */
function assertSound(document: Document): void {
  assert.equal(validate(document), true, JSON.stringify(validate.errors?.slice(0, 3)));
  const { uuid, results, 'back-matter': back, 'import-ap': plan } = document['assessment-results'];
  const all = [uuid, ...back.resources.map((resource) => resource.uuid)];
  assert.ok(back.resources.some((resource) => plan.href === `#${resource.uuid}`));
  for (const result of results) {
    const { observations = [], risks = [], findings = [], 'local-definitions': local } = result;
    const assets = local?.['assessment-assets'];
    const components = [...(local?.components ?? []), ...(assets?.components ?? [])].map((one) => one.uuid);
    const own = { observations: new Set(observations.map((one) => one.uuid)), risks: new Set(risks.map((one) => one.uuid)) };
    all.push(result.uuid, ...components, ...(assets?.['assessment-platforms'] ?? []).map((one) => one.uuid));
    all.push(...own.observations, ...own.risks, ...findings.map((one) => one.uuid));
    for (const { subjects = [], origins } of observations) {
      for (const subject of subjects) assert.ok(components.includes(subject['subject-uuid']));
      for (const { actors } of origins) assert.ok(actors.every((actor) => components.includes(actor['actor-uuid'])));
    }
    for (const one of [...risks, ...findings]) {
      for (const related of one['related-observations']) assert.ok(own.observations.has(related['observation-uuid']));
    }
    for (const { 'related-risks': related = [] } of findings) for (const one of related) assert.ok(own.risks.has(one['risk-uuid']));
  }
  assert.equal(new Set(all).size, all.length, 'every UUID is given once');
}

async function documentOf(files: Readonly<Record<string, string>>, everything = false): Promise<Document> {
  return JSON.parse(told('oscal', await reviewOf(files), { everything })) as Document;
}

function valueOf(props: readonly Prop[], name: string): string | undefined {
  return props.find((prop) => prop.name === name)?.value;
}

describe('OSCAL assessment results', () => {
  it('tell a small design exactly', async () => {
    const document = await documentOf({ 'a.meter': smallDesign });
    assertSound(document);
    const { metadata, results } = document['assessment-results'];
    assert.deepEqual(metadata, {
      title: 'Review of smart-metering architectures by Meterlint',
      'last-modified': '2026-11-24T00:00:00Z',
      version: '2026-11-24',
      'oscal-version': '1.1.2',
    });
    const [result, ...others] = results;
    assert.equal(others.length, 0);
    assert.equal(result!.start, '2026-11-24T00:00:00Z');
    assert.deepEqual(result!['reviewed-controls'], {
      'control-selections': [{ 'include-controls': [{ 'control-id': 'own' }] }],
      'control-objective-selections': [{ 'include-objectives': [{ 'objective-id': 'own' }] }],
    });
    assert.deepEqual(
      result!.observations!.map(({ title, description, props, 'relevant-evidence': evidence }) => [
        title,
        description,
        valueOf(props, 'state'),
        evidence[0]!.href,
      ]),
      [
        ['Own \\*rule\\*: open', "Secure boot missing on relay 'open'.", 'missing', 'a.meter#L17'],
        [
          'Own \\*rule\\*: good',
          'Secure boot on good by a statement of the design. Evidence: secure-boot on good: "Report 7".',
          'met',
          'a.meter#L18',
        ],
        [
          'Own \\*rule\\*: kept',
          "Accepted until 2027-01-01: Replaced soon \\(CISO\\). Without the decision: missing. Secure boot missing on relay 'kept'.",
          'accepted',
          'a.meter#L19',
        ],
        [
          'Own \\*rule\\*: other',
          "Excluded: Not ours. Without the decision: missing. Secure boot missing on relay 'other'.",
          'excluded',
          'a.meter#L20',
        ],
        ['Own \\*rule\\*: later', "Secure boot only planned for 2027-03-01 on relay 'later'.", 'planned', 'a.meter#L21'],
      ],
    );
    assert.deepEqual(
      result!.risks!.map(({ title, status, deadline, props, remediations }) => [
        title,
        status,
        deadline,
        valueOf(props, 'decision-reason'),
        valueOf(props, 'decided-by'),
        remediations[0]!.description,
      ]),
      [
        ["Own \\*rule\\*: component 'open' \\(First relay\\)", 'open', undefined, undefined, undefined, 'Do it. Soon.'],
        ['Own \\*rule\\*: kept', 'deviation-approved', '2027-01-01T23:59:59Z', 'Replaced soon', 'CISO', 'Do it. Soon.'],
        ["Own \\*rule\\*: component 'later'", 'remediating', undefined, undefined, undefined, 'Do it. Soon.'],
      ],
    );
    assert.deepEqual(
      result!.findings!.map(({ title, description, target }) => [title, description, target]),
      [
        [
          'Own \\*rule\\*',
          'missing on 1: open; planned on 1: later; accepted on 1: kept; excluded on 1: other; met on 1: good.',
          { type: 'objective-id', 'target-id': 'own', status: { state: 'not-satisfied', reason: 'fail' } },
        ],
      ],
    );
    assert.deepEqual(
      result!['local-definitions']!.components!.map(({ type, title }) => [type, title]),
      [
        ['system', 'First relay'],
        ['system', 'good'],
        ['system', 'kept'],
        ['system', 'other'],
        ['system', 'later'],
      ],
    );
  });

  it('are satisfied where all is met or excluded, and say nothing where nothing applies', async () => {
    const rule = (name: string) =>
      `define requirement ${name} { severity high applies to component where is ${name === 'b' ? 'gateway' : 'relay'} needs secure-boot }`;
    const text = [
      rule('a'),
      rule('b'),
      'define profile mine { includes a, b }',
      'design d { profile mine }',
      'component x is relay { control secure-boot }',
      'component y is relay',
      'exclude a on y',
    ].join('\n');
    const document = await documentOf({ 'a.meter': text });
    assertSound(document);
    const { findings, observations } = document['assessment-results'].results[0]!;
    assert.deepEqual(
      findings!.map(({ target }) => target),
      [{ type: 'objective-id', 'target-id': 'a', status: { state: 'satisfied', reason: 'pass' } }],
    );
    assert.equal(observations!.length, 2);
    const full = await documentOf({ 'a.meter': text }, true);
    assertSound(full);
    assert.equal(full['assessment-results'].results[0]!.observations!.length, 4, 'what does not apply only where all is told');
  });

  it('are sound for the examples, the reference architectures, two designs of one name and none', async () => {
    assertSound(await documentOf(exampleFiles()));
    for (const files of referenceDesigns().values()) assertSound(await documentOf(files));
    assertSound(await documentOf({ 'a.meter': 'design d\ncomponent a is relay', 'b.meter': 'design d\ncomponent a is relay' }));
    assertSound(await documentOf({}));
  });

  it('keep the UUIDs of what stays the same from day to day', async () => {
    const files = { 'a.meter': smallDesign };
    const [one, other] = [await reviewOf(files, '2026-11-24'), await reviewOf(files, '2026-12-24')].map(
      (reviewed) => (JSON.parse(told('oscal', reviewed)) as Document)['assessment-results'],
    );
    assert.notEqual(one!.uuid, other!.uuid);
    assert.deepEqual(
      one!.results[0]!.risks!.map(({ uuid }) => uuid),
      other!.results[0]!.risks!.map(({ uuid }) => uuid),
    );
  });

  it('have words, lines and times of the forms that the model asks for', () => {
    assert.equal(token('802.15.4-own'), '_802.15.4-own');
    assert.equal(token('own'), 'own');
    assert.equal(oscalLine('  a\n b\t'), 'a b');
    assert.equal(oscalLine(' \n'), '-');
    assert.equal(momentOf('2026-02-31', 'last'), undefined);
    assert.equal(momentOf('0001-01-01', 'last'), undefined);
    assert.equal(momentOf('2028-02-29', 'last'), '2028-02-29T23:59:59Z');
  });
});
