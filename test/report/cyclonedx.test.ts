import assert from 'node:assert/strict';
import { cyclonedxSchema } from '../support/cyclonedx.js';
import { reviewOf, exampleFiles, referenceDesigns } from '../support/reviewed.js';
import { told } from '../support/reports.js';
import { smallDesign } from '../support/small-design.js';

interface Claim {
  readonly 'bom-ref': string;
  readonly target: string;
  readonly predicate: string;
  readonly reasoning: string;
  readonly evidence?: readonly string[];
}
interface Bom {
  readonly serialNumber: string;
  readonly metadata: unknown;
  readonly declarations: {
    readonly attestations: readonly {
      readonly summary: string;
      readonly map: readonly {
        readonly requirement: string;
        readonly claims: readonly string[];
        readonly counterClaims: readonly string[];
        readonly conformance: { readonly score: number; readonly rationale: string };
      }[];
    }[];
    readonly claims: readonly Claim[];
    readonly evidence: readonly { readonly 'bom-ref': string }[];
    readonly targets: Readonly<Record<'components' | 'services', readonly { readonly 'bom-ref': string; readonly name: string }[]>>;
  };
  readonly definitions: {
    readonly standards: readonly {
      readonly requirements: readonly { readonly 'bom-ref': string }[];
      readonly levels: readonly unknown[];
    }[];
  };
}

const validate = cyclonedxSchema();

/** Follows the official schema, and everything that is pointed to is there once. */
function assertSound(bom: Bom): void {
  assert.equal(validate(bom), true, JSON.stringify(validate.errors?.slice(0, 3)));
  const { attestations, claims, evidence, targets } = bom.declarations;
  const requirements = bom.definitions.standards.flatMap((standard) => standard.requirements);
  const refs = [...claims, ...evidence, ...targets.components, ...targets.services, ...requirements].map((one) => one['bom-ref']);
  const known = new Set(refs);
  assert.equal(known.size, refs.length, 'every name is given once');
  for (const claim of claims) for (const ref of [claim.target, ...(claim.evidence ?? [])]) assert.ok(known.has(ref), ref);
  const mapped = attestations.flatMap(({ map }) => map);
  for (const { requirement, claims: own, counterClaims } of mapped) {
    for (const ref of [requirement, ...own, ...counterClaims]) assert.ok(known.has(ref), ref);
  }
  assert.deepEqual(
    mapped.flatMap(({ claims: own, counterClaims }) => [...own, ...counterClaims]).sort(),
    claims.map((claim) => claim['bom-ref']).sort(),
    'every claim is mapped once',
  );
}

async function bomOf(files: Readonly<Record<string, string>>): Promise<Bom> {
  return JSON.parse(told('cyclonedx', await reviewOf(files))) as Bom;
}

describe('CycloneDX attestations', () => {
  it('tell a small design exactly', async () => {
    const bom = await bomOf({ 'a.meter': smallDesign });
    assertSound(bom);
    assert.match(bom.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual(bom.metadata, {
      timestamp: '2026-11-24T00:00:00Z',
      lifecycles: [{ phase: 'design' }],
      tools: { components: [{ type: 'application', name: 'Meterlint', version: '1.0.0' }] },
      properties: [{ name: 'meterlint:owner:d', value: 'Grid office' }],
    });
    assert.deepEqual(bom.declarations.attestations, [
      {
        summary: 'Review of design The design against mine as of 2026-11-24: what the design states, not what was built.',
        map: [
          {
            requirement: 'requirement/own',
            claims: ['claim/d/own/good'],
            counterClaims: ['claim/d/own/open', 'claim/d/own/kept', 'claim/d/own/later'],
            conformance: {
              score: 0.25,
              rationale:
                'The share of elements on which it is met: 1 met, 1 missing, 1 planned, 1 accepted, 1 excluded. What is excluded is not counted.',
            },
          },
        ],
      },
    ]);
    assert.deepEqual(
      bom.declarations.claims.map(({ target, predicate, evidence }) => [target, predicate, evidence]),
      [
        ['element/d/open', 'Not met (missing): Own *rule*', undefined],
        ['element/d/good', 'Met: Own *rule*', ['evidence/d/good/1']],
        ['element/d/kept', 'Not met (accepted): Own *rule*', undefined],
        ['element/d/later', 'Not met (planned): Own *rule*', undefined],
      ],
    );
    assert.equal(
      bom.declarations.claims[2]!.reasoning,
      "Accepted until 2027-01-01: Replaced soon (CISO). Without the decision: missing. Secure boot missing on relay 'kept'.",
    );
    assert.deepEqual(bom.declarations.evidence, [
      {
        'bom-ref': 'evidence/d/good/1',
        propertyName: 'secure-boot',
        data: [{ name: 'As the design states it', contents: { attachment: { contentType: 'text/plain', content: 'Report 7' } } }],
      },
    ]);
    assert.deepEqual(
      bom.declarations.targets.components.map(({ name }) => name),
      ['First relay', 'good', 'kept', 'other', 'later'],
    );
    assert.deepEqual(bom.declarations.targets.services, []);
    assert.deepEqual(bom.definitions.standards, [
      {
        'bom-ref': 'catalogue',
        name: 'Meterlint catalogue',
        version: '1.0.0',
        requirements: [
          {
            'bom-ref': 'requirement/own',
            identifier: 'own',
            title: 'Own *rule*',
            text: 'It breaks.',
            descriptions: ['Do it. Soon.'],
            properties: [{ name: 'meterlint:category', value: 'integrity' }],
          },
        ],
        levels: [{ 'bom-ref': 'level/mine', identifier: 'mine', title: 'My rules', requirements: ['requirement/own'] }],
      },
    ]);
  });

  it('follow the official schema for the examples, the reference architectures, two designs of one name and none', async () => {
    assertSound(await bomOf(exampleFiles()));
    for (const files of referenceDesigns().values()) assertSound(await bomOf(files));
    assertSound(await bomOf({ 'a.meter': 'design d\ncomponent a is relay', 'b.meter': 'design d\ncomponent a is relay' }));
    assertSound(await bomOf({}));
  });

  it('would not follow it with a score above one: the schema is in force', async () => {
    const bom = await bomOf({ 'a.meter': smallDesign });
    const [attestation] = bom.declarations.attestations;
    const [entry] = attestation!.map;
    const wrong = { ...attestation, map: [{ ...entry, conformance: { score: 1.1 } }] };
    assert.equal(validate({ ...bom, declarations: { ...bom.declarations, attestations: [wrong] } }), false);
    assert.equal(validate({ ...bom, more: 1 }), false);
  });
});
