import assert from 'node:assert/strict';
import { layOut, protections, sceneOf, type PictureOptions, type Scene, type SceneNode } from '../../picture/index.js';
import { iconNames } from '../../picture/icons/icon-name.js';
import { iconPaths } from '../../picture/icons/paths.js';
import { lookOf, kindLooks } from '../../picture/icons/table.js';
import type { Assessment } from '../../review/index.js';
import { exampleFiles } from '../support/designs.js';
import { reviewOfTexts } from './support/designs.js';
import { faultsOf } from './support/laws.js';

describe('the scene of a picture', () => {
  let riverside: Assessment;
  before(async () => {
    riverside = await reviewOfTexts(exampleFiles('riverside.meter', 'zones.meter'));
  });
  let reviewed: Promise<Assessment> | undefined;
  const thousands = () => (reviewed ??= reviewOfTexts({ 'a.meter': large(5000, 50) }));
  const scene = (options: PictureOptions = {}): Scene => sceneOf(riverside.architecture, riverside, options);

  it('draws each kind of the catalogue by one table of kinds that are there, and a house kind like its parent', () => {
    const { componentKinds } = riverside.architecture.catalogue;
    assert.deepEqual(
      Object.keys(kindLooks).filter((kind) => !componentKinds.has(kind)),
      [],
    );
    const used = new Set(Object.values(kindLooks).map(({ icon }) => icon));
    assert.deepEqual([...used].sort(), [...iconNames].sort());
    assert.equal(new Set(Object.values(iconPaths)).size, iconNames.length);
    const house = { ...componentKinds.get('smart-meter')!, name: 'our-meter', parents: ['smart-meter'] };
    assert.deepEqual(lookOf(['our-meter'], new Map([...componentKinds, ['our-meter', house]])), kindLooks['metering-device']);
  });

  it('shows the weakest of what runs over a link, and of a flow whether its ends agreed on the protection or each hop did', () => {
    const of = ({ edges }: Scene, id: string) => edges.find((edge) => edge.id === id)?.protection;
    assert.deepEqual(
      ['component:meter/link:plc', 'link:backhaul/component:hes', 'component:hes/link:bus', 'component:mdms/link:share'].map((id) =>
        of(scene(), id),
      ),
      ['none', 'hop only', 'hop only', 'none'],
    );
    const reading = scene({ flows: ['reading'] });
    assert.deepEqual(
      reading.edges.filter(({ sort }) => sort === 'flow').map(({ protection }) => protection),
      ['end to end', 'end to end', 'end to end', 'end to end', 'hop only', 'hop only'],
    );
    assert.equal(of(reading, 'component:meter/link:plc'), 'end to end', 'links are judged by the flows that were chosen');
    assert.ok(scene().edges.every(({ protection }) => protections.includes(protection)));
  });

  it('chooses flows by name, data, class of data and service', () => {
    const drawn = (flows: PictureOptions['flows']) =>
      new Set(scene({ flows }).nodes.flatMap(({ sort, title }) => (sort === 'flow' ? title : [])));
    assert.deepEqual(drawn(undefined), new Set());
    assert.deepEqual(drawn(['disclosure']), new Set(['Flexibility market (1)']));
    assert.deepEqual(drawn(['third-party-disclosure']), drawn(['disclosure']));
    assert.deepEqual(drawn(['cutoff']), new Set(['disconnect (1)', 'disconnect (2)', 'disconnect (3)']));
    assert.deepEqual(drawn(['command']), drawn(['cutoff']));
  });

  it('says who can read data and who only passes them on, and puts the rest aside', () => {
    const { nodes } = scene({ readers: 'reading' });
    const told = nodes.flatMap(({ id, marks }) =>
      marks.flatMap(({ sort }) => (sort === 'reads' || sort === 'passes' ? [`${id} ${sort}`] : [])),
    );
    assert.deepEqual(told.sort(), [
      'component:agg reads',
      'component:dcu passes',
      'component:hes reads',
      'component:mdms reads',
      'component:meter reads',
    ]);
    const aside = nodes.filter((node) => node.aside).map(({ id }) => id);
    assert.deepEqual(aside.sort(), [
      'component:flexco',
      'component:kms',
      'component:ops',
      'component:probe',
      'link:console',
      'link:keys',
      'link:optical',
      'link:share',
    ]);
  });

  it('shows where a requirement applies and how it stands, marking its findings only', () => {
    const shown = scene({ show: 'comm-link-layer' });
    const states = [...shown.nodes, ...shown.panels.flatMap(({ rows }) => rows)].flatMap(({ elements, marks }) =>
      marks.flatMap(({ state }) => (state === undefined ? [] : [`${elements[0]} ${state}`])),
    );
    const asked = riverside.results.filter(({ requirement, state }) => requirement === 'comm-link-layer' && state !== 'not applicable');
    assert.deepEqual(states.sort(), asked.map(({ element, state }) => `${element} ${state}`).sort());
    assert.ok(states.includes('plc accepted'));
    const ofStandard = scene({ show: 'iec-62443-3-3' });
    assert.ok(ofStandard.nodes.some(({ marks }) => marks.some(({ state }) => state === 'missing')));
    assert.ok(scene({ show: 'no-such-thing' }).nodes.every(({ sort, aside }) => aside || sort === 'zone'));
  });

  it('names other parties in words, and how many devices a box stands for', () => {
    const words = (id: string) =>
      scene()
        .nodes.find((node) => node.id === id)!
        .marks.map((mark) => mark.words);
    assert.deepEqual(words('component:agg'), ['outside: run by Flex Company']);
    assert.deepEqual(words('component:flexco'), ['outside: partner']);
    assert.deepEqual(words('component:meter'), ['250\u00A0000 of them']);
    assert.deepEqual(words('component:hes'), []);
  });

  it('draws a closed zone as one box that counts what is in it, and merges the lines that lead there', () => {
    const { nodes, edges } = scene({ collapse: ['office'] });
    const office = nodes.find(({ id }) => id === 'zone:office')!;
    assert.equal(office.sort, 'group');
    assert.deepEqual([...office.elements].sort(), ['kms', 'mdms', 'office', 'ops', 'vault']);
    assert.deepEqual(
      office.marks.map(({ words }) => words),
      ['1 zone', '3 components'],
    );
    const found = riverside.findings.filter(({ element }) => office.elements.includes(element)).length;
    assert.equal(sum(office), found);
    const merged = nodes.find(({ elements }) => elements.includes('bus'))!;
    assert.deepEqual(merged.elements, ['bus', 'keys', 'console']);
    assert.equal(edges.filter(({ from, to }) => [from, to].includes('zone:office')).length, 2);
  });

  it('opens and closes what it was told, the last act last, with what is around and what is in it', () => {
    const drawn = (folds: PictureOptions['folds'], more: PictureOptions = {}) =>
      scene({ ...more, folds }).nodes.flatMap(({ id, sort }) => (sort === 'link' || id.startsWith('zone:') ? [] : [id]));
    const all = drawn([]);
    assert.ok(all.includes('component:kms') && all.includes('component:mdms'));
    assert.deepEqual(
      drawn([{ name: 'office', open: false }]),
      all.filter((id) => !['component:kms', 'component:mdms', 'component:ops'].includes(id)),
    );
    // The vault stands in the office: who opens what is in it opens both.
    assert.deepEqual(
      drawn([
        { name: 'office', open: false },
        { name: 'kms', open: true },
      ]),
      all,
    );
    assert.deepEqual(
      drawn([
        { name: 'kms', open: true },
        { name: 'office', open: false },
      ]),
      drawn([], { collapse: ['office'] }),
    );
    assert.deepEqual(drawn([{ name: 'office', open: true }], { collapse: ['office'] }), all);
    assert.deepEqual(drawn([{ name: 'nobody', open: true }]), all);
    const [few, opened] = [scene({ most: 5 }), scene({ most: 5, folds: [{ name: 'kms', open: true }] })].map(({ nodes }) =>
      nodes.some(({ id }) => id === 'component:kms'),
    );
    assert.deepEqual([few, opened], [false, true], 'however few boxes there are');
  });

  it('has signs that open and close only where it is asked for them: of zones with something in them, and of what stands for several', () => {
    const signs = (options: PictureOptions) =>
      scene({ signs: true, ...options }).nodes.flatMap(({ id, fold }) => (fold === undefined ? [] : [`${fold.isOpen ? '-' : '+'}${id}`]));
    assert.ok(scene().nodes.every(({ fold }) => fold === undefined));
    const open = signs({});
    assert.ok(open.includes('-zone:office') && open.includes('-zone:vault') && open.every((sign) => sign.startsWith('-zone:')));
    const closed = signs({ folds: [{ name: 'office', open: false }] });
    assert.deepEqual(
      closed,
      open.flatMap((sign) => (sign === '-zone:office' ? ['+zone:office'] : sign === '-zone:vault' ? [] : [sign])),
    );
  });

  it('keeps what a filter asks for, and counts the rest', () => {
    const left = (only: PictureOptions['only']) =>
      scene({ only }).nodes.flatMap(({ sort, elements }) => (sort === 'component' ? elements : []));
    assert.deepEqual(left({ zones: ['office'] }), ['kms', 'mdms', 'ops']);
    assert.deepEqual(left({ kinds: ['metering-device', 'person'] }), ['meter', 'ops']);
    assert.deepEqual(left({ services: ['third-party-disclosure'] }), ['mdms', 'agg']);
    assert.deepEqual(left({ parties: ['flexco'] }), ['agg']);
    assert.deepEqual(left({ parties: ['partner'], zones: ['office'] }), []);
    const critical = scene({ only: { severities: ['critical'] } });
    assert.ok(
      critical.nodes.every(({ badges }) => badges.every(({ what }) => what === 'critical' || what === 'planned' || what === 'unknown')),
    );
    const { panels } = scene({ only: { zones: ['office'] } });
    assert.deepEqual(
      panels.find(({ id }) => id === 'left-out')!.rows.map(({ title }) => title),
      ['4 zones', '6 components', '7 links', '2 flows'],
    );
  });

  it('marks nothing where findings are not asked for', () => {
    assert.ok([scene({ findings: false }), ...scene({ findings: false }).nodes].every(({ badges }) => badges.length === 0));
  });

  it('draws what can be read of a half-written design', async () => {
    const half =
      'design d { profile x1332-core }\nzone a is back-office in b\nzone b is back-office in a\ncomponent c is operator in nowhere\ncomponent e is operator in a\nlink l: c -> nobody\nlink m: e -> e\nflow f: c -> \n';
    const assessment = await reviewOfTexts({ 'a.meter': half });
    const picture = await layOut(sceneOf(assessment.architecture, assessment, { flows: 'all' }));
    assert.deepEqual(faultsOf(picture), []);
    assert.deepEqual(
      picture.nodes.map(({ node }) => node.id),
      ['zone:a', 'component:e', 'zone:b', 'component:c', 'link:m'],
    );
  });

  it('stays readable with hundreds of components and draws thousands, by fewer boxes', async () => {
    for (const [count, zones] of [
      [500, 20],
      [500, 1],
      [5000, 50],
    ] as const) {
      const assessment = count === 5000 ? await thousands() : await reviewOfTexts({ 'a.meter': large(count, zones) });
      const drawn = sceneOf(assessment.architecture, assessment);
      assert.ok(drawn.nodes.length <= 150, `${count} in ${zones}: ${drawn.nodes.length} boxes and links`);
      assert.equal(drawn.nodes.flatMap(({ elements }) => elements).length, count * 2 + zones + 3);
      assert.deepEqual(faultsOf(await layOut(drawn)), []);
    }
  });

  it('opens one zone of many and finds one component of thousands without drawing the others', async () => {
    const assessment = await thousands();
    const { architecture } = assessment;
    for (const [name, id] of [
      ['z7', 'zone:z7'],
      ['c4321', 'component:c4321'],
    ] as const) {
      const drawn = sceneOf(architecture, assessment, { signs: true, folds: [{ name, open: true }] });
      assert.ok(drawn.nodes.some((node) => node.id === id && node.sort !== 'group'));
      assert.ok(drawn.nodes.length <= 150, `${name}: ${drawn.nodes.length} boxes and links`);
      assert.deepEqual(faultsOf(await layOut(drawn)), []);
    }
  });
});

function sum({ badges }: SceneNode): number {
  return badges.reduce((all, { count }) => all + count, 0);
}

/** Some kinds in some zones, each component with a link to the head-end or to another component. */
function large(count: number, zones: number): string {
  const kinds = ['smart-meter', 'data-concentrator', 'gas-meter', 'field-gateway', 'in-home-display'];
  const numbers = (length: number) => Array.from({ length }, (_, index) => index);
  return [
    'design d { profile x1332-core }',
    'zone dmz is head-end-dmz',
    'component hes is head-end in dmz',
    'component mdms is meter-data-management',
    ...numbers(zones).map((zone) => `zone z${zone} is neighbourhood-network`),
    ...numbers(count).flatMap((one) => [
      `component c${one} is ${kinds[one % 5]} in z${one % zones}`,
      `link l${one}: c${one} <-> ${one % 3 === 0 ? 'hes' : `c${(one * 7 + zones) % count}`} over lte`,
    ]),
  ].join('\n');
}
