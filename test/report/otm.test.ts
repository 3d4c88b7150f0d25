import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { reviewOf, exampleFiles, referenceDesigns } from '../support/reviewed.js';
import { told } from '../support/reports.js';
import { smallDesign } from '../support/small-design.js';
import { otmSchema } from './schemas/otm.js';

interface Instance {
  readonly threat: string;
  readonly state: string;
  readonly mitigations: readonly { readonly mitigation: string; readonly state: string }[];
}
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent?: { readonly trustZone: string };
  readonly source?: string;
  readonly destination?: string;
  readonly assets?: readonly string[] | { readonly processed: readonly string[]; readonly stored: readonly string[] };
  readonly threats?: readonly Instance[];
}
type Sort = 'assets' | 'trustZones' | 'components' | 'dataflows' | 'threats' | 'mitigations';
type Model = Readonly<Record<Sort, readonly Entry[]>> & { readonly project: Entry };

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(otmSchema);

/** Follows the schema, and everything that is pointed to is there once. */
function assertSound(model: Model): void {
  assert.equal(validate(model), true, JSON.stringify(validate.errors?.slice(0, 3)));
  const ids = (sort: Sort) => new Set(model[sort].map(({ id }) => id));
  const known = { assets: ids('assets'), zones: ids('trustZones'), components: ids('components'), threats: ids('threats') };
  const mitigations = ids('mitigations');
  for (const sort of ['assets', 'trustZones', 'components', 'dataflows', 'threats', 'mitigations'] as const) {
    assert.equal(ids(sort).size, model[sort].length, `ids of ${sort} are unique`);
  }
  for (const { parent } of [...model.trustZones, ...model.components]) assert.ok(parent === undefined || known.zones.has(parent.trustZone));
  for (const { source, destination } of model.dataflows) assert.ok(known.components.has(source!) && known.components.has(destination!));
  for (const { assets = [], threats = [] } of [...model.components, ...model.dataflows]) {
    const named = 'processed' in assets ? [...assets.processed, ...assets.stored] : assets;
    for (const asset of named) assert.ok(known.assets.has(asset));
    for (const { threat, mitigations: against } of threats) {
      assert.ok(known.threats.has(threat));
      for (const { mitigation } of against) assert.ok(mitigations.has(mitigation));
    }
  }
}

async function modelOf(files: Readonly<Record<string, string>>): Promise<Model> {
  return JSON.parse(told('otm', await reviewOf(files))) as Model;
}

describe('Open Threat Model', () => {
  it('tells a small design exactly', async () => {
    const model = await modelOf({ 'a.meter': smallDesign });
    assertSound(model);
    const against = (state: string, mitigation: string) => [
      { threat: 'taken-over', state, mitigations: [{ mitigation: 'own', state: mitigation }] },
    ];
    const relay = { sort: 'component', kinds: 'relay' };
    assert.deepEqual(model.project, {
      name: 'The design',
      id: 'd',
      owner: 'Grid office',
      attributes: {
        'made-by': 'Meterlint 1.0.0',
        date: '2026-11-24',
        'd.title': 'The design',
        'd.version': '1.2',
        'd.owner': 'Grid office',
        'd.profiles': 'mine',
        'd.findings': '2',
        'd.accepted': '1',
        'd.excluded': '1',
        sort: 'design',
      },
    });
    assert.deepEqual(
      model.trustZones.map(({ id, name, parent }) => [id, name, parent?.trustZone]),
      [
        ['d/field', 'Field', undefined],
        ['d/pole', 'pole', 'd/field'],
        ['d/(no zone)', 'No zone stated', undefined],
      ],
    );
    assert.deepEqual(model.components[0], {
      id: 'd/open',
      name: 'First relay',
      description: 'On a \\_pole\\_.',
      attributes: { ...relay, 'set.count': '12', open: 'own: missing (high)' },
      type: 'relay',
      parent: { trustZone: 'd/pole' },
      assets: { processed: ['d/readings'], stored: ['d/readings'] },
      threats: against('exposed', 'required'),
      tags: ['relay'],
    });
    assert.deepEqual(
      model.components.slice(1).map(({ id, parent, attributes, threats }) => ({ id, zone: parent!.trustZone, attributes, threats })),
      [
        {
          id: 'd/good',
          zone: 'd/field',
          attributes: { ...relay, controls: 'secure-boot, evidence: Report 7' },
          threats: against('mitigated', 'implemented'),
        },
        {
          id: 'd/kept',
          zone: 'd/(no zone)',
          attributes: { ...relay, 'decision.own': 'accept until 2027-01-01: Replaced soon (CISO)' },
          threats: against('accepted', 'rejected'),
        },
        {
          id: 'd/other',
          zone: 'd/(no zone)',
          attributes: { ...relay, 'decision.own': 'exclude: Not ours' },
          threats: against('mitigated', 'rejected'),
        },
        {
          id: 'd/later',
          zone: 'd/(no zone)',
          attributes: { ...relay, controls: 'secure-boot (planned for 2027-03-01)', open: 'own: planned (high)' },
          threats: against('exposed', 'required'),
        },
      ],
    );
    assert.deepEqual(
      model.dataflows.map(({ id, source, destination, assets, attributes }) => [id, source, destination, assets, attributes]),
      [
        ['d/f', 'd/open', 'd/kept', ['d/readings'], { sort: 'flow', way: 'open -> good -> kept' }],
        ['d/l', 'd/open', 'd/good', [], { sort: 'link', protocols: 'g3-plc' }],
      ],
    );
    assert.deepEqual(model.mitigations, [
      {
        id: 'own',
        name: 'Own *rule*',
        description: 'It breaks.\n\nDo it. Soon.',
        riskReduction: 80,
        attributes: { category: 'integrity' },
      },
    ]);
    assert.deepEqual(
      model.threats.map(({ id, name }) => [id, name]),
      [['taken-over', 'Relay taken over']],
    );
  });

  it('is sound for the examples, the reference architectures and two designs of one name', async () => {
    assertSound(await modelOf(exampleFiles()));
    for (const files of referenceDesigns().values()) assertSound(await modelOf(files));
    const twice = await modelOf({ 'a.meter': 'design d\ncomponent a is relay', 'b.meter': 'design d\ncomponent a is relay' });
    assertSound(twice);
    assert.deepEqual(
      twice.components.map(({ id }) => id),
      ['d~a.meter/a', 'd~b.meter/a'],
    );
  });

  it('numbers the entries of a link with several ends, and tells no flow without an end', async () => {
    const model = await modelOf({ 'a.meter': 'component a is relay\ncomponent b is relay\nlink l: a, b -> b\nflow f: a ->\n' });
    assertSound(model);
    assert.deepEqual(
      model.dataflows.map(({ id, source, destination }) => `${id} ${source!} ${destination!}`),
      ['a/l a/a a/b', 'a/l#2 a/b a/b'],
    );
  });

  it('tells so many pairs of the ends of a link, and how many it leaves out', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const model = await modelOf({
      'a.meter': `${names.map((name) => `component ${name} is relay`).join('\n')}\nlink l: ${names.slice(0, 20).join(', ')} -> ${names.slice(9).join(', ')}\n`,
    });
    const told = model.dataflows.filter(({ name }) => name === 'l');
    assert.equal(told.length, 400);
    assert.equal(told[0]!.attributes['left-out'], '20 further pairs of ends');
  });

  it('says so where there is no design', async () => {
    const model = await modelOf({});
    assertSound(model);
    assert.deepEqual(model.project, { name: 'No design', id: 'no-design', attributes: { 'made-by': 'Meterlint 1.0.0' } });
  });
});
