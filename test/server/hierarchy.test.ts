import assert from 'node:assert/strict';
import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, TypeHierarchyItem } from 'vscode-languageserver';
import { Session } from './in-process.js';

const files = {
  'parts.meter': [
    'component meter is smart-meter',
    'component dcu is cabinet',
    'component hes is head-end',
    'component bill, is billing',
    'zone plant is operations, yard',
    'data reading is interval-consumption',
  ].join('\n'),
  'town.meter': [
    'import "parts.meter"',
    'design town { }',
    '/* 😀 */ component desk is operator',
    'component mdms is meter-data-management',
    'component gone is smart-meter',
    'link radio: meter <-> dcu',
    'link log: mdms -> desk carries reading',
    'link feed: hes <-> mdms carries reading',
    'flow daily is scheduled-reading: meter -> dcu -> hes, desk -> mdms carries reading',
    'flow poll: desk -> hes -> dcu carries reading returns reading',
    'flow broken: nobody -> hes ->',
  ].join('\n'),
  'other.meter': 'import "parts.meter"\ndesign other { }\nflow mine: hes -> meter carries reading',
  'own.meter': [
    'define component cabinet is data-concentrator, data-concentrator',
    'define component small-cabinet is cabinet',
    'define component loop-a is loop-b',
    'define component loop-b is loop-a, loop-b',
    'define zone yard is substation',
    'define mechanism own-tls is tls-1.3',
  ].join('\n'),
};

describe('hierarchies', () => {
  let session: Session;
  before(async () => {
    session = await Session.with(files);
  });
  after(() => {
    session.stop();
  });

  const prepareTypes = async (file: string, part: string) =>
    (await session.request<TypeHierarchyItem[] | null>('textDocument/prepareTypeHierarchy', session.at(file, part)))?.[0];
  const types = async (way: 'supertypes' | 'subtypes', item: TypeHierarchyItem | undefined) => {
    assert.ok(item);
    return session.request<TypeHierarchyItem[]>(`typeHierarchy/${way}`, { item });
  };
  const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

  it('climbs the kinds from a name in a design into the catalogue', async () => {
    const cabinet = await prepareTypes('parts.meter', 'is |cabinet');
    assert.equal(cabinet?.name, 'cabinet');
    assert.equal(cabinet.uri, 'file:///ws/own.meter');
    assert.equal(cabinet.detail, 'component kind is data-concentrator, data-concentrator');
    const [above, ...rest] = await types('supertypes', cabinet);
    assert.deepEqual([above?.name, above?.uri, rest], ['data-concentrator', 'meterlint-catalogue:/kinds.meter', []]);
    assert.equal(session.cut(above!.uri, above!.selectionRange), 'data-concentrator');
    assert.ok((await types('supertypes', above)).length > 0);
  });

  it('descends to the kinds made of a kind and to its elements', async () => {
    const cabinet = await prepareTypes('own.meter', 'component |cabinet');
    assert.deepEqual(names(await types('subtypes', cabinet)), ['small-cabinet', 'dcu']);
    const concentrator = await prepareTypes('meterlint-catalogue:/kinds.meter', 'define component |data-concentrator ');
    assert.ok(names(await types('subtypes', concentrator)).includes('cabinet'));
    const meters = names(await types('subtypes', await prepareTypes('town.meter', 'is |smart-meter')));
    assert.deepEqual(meters.slice(-2).sort(), ['gone', 'meter']);
  });

  it('shows of an element its kinds, and below it nothing', async () => {
    const plant = await prepareTypes('parts.meter', 'zone |plant');
    assert.equal(plant?.detail, 'operations, yard');
    assert.deepEqual(names(await types('supertypes', plant)), ['operations', 'yard']);
    assert.deepEqual(await types('subtypes', plant), []);
    assert.deepEqual(names(await types('supertypes', await prepareTypes('town.meter', 'flow |daily'))), ['scheduled-reading']);
    assert.deepEqual(names(await types('supertypes', await prepareTypes('parts.meter', 'data |reading'))), ['interval-consumption']);
  });

  it('follows zones, mechanisms and circles', async () => {
    assert.deepEqual(names(await types('supertypes', await prepareTypes('parts.meter', ', |yard'))), ['substation']);
    assert.deepEqual(names(await types('supertypes', await prepareTypes('own.meter', 'mechanism |own-tls'))), ['tls-1.3']);
    const loop = await prepareTypes('own.meter', 'component |loop-b');
    assert.deepEqual(names(await types('supertypes', loop)), ['loop-a']);
    assert.deepEqual(names(await types('subtypes', loop)), ['loop-a']);
  });

  it('says nothing of what has no kinds', async () => {
    for (const part of ['link |radio', 'design |town', 'fl|ow daily', '😀'])
      assert.equal(await prepareTypes('town.meter', part), undefined, part);
  });

  const prepareCalls = async (file: string, part: string) =>
    (await session.request<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', session.at(file, part)))?.[0];
  const incoming = async (item: CallHierarchyItem | undefined) => {
    assert.ok(item);
    const calls = await session.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    return calls.map(
      ({ from, fromRanges }) => `${from.name} | ${from.detail ?? ''} | ${fromRanges.map((one) => session.cut(from.uri, one)).join('; ')}`,
    );
  };
  const outgoing = async (item: CallHierarchyItem | undefined) => {
    assert.ok(item);
    const calls = await session.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    return calls.map(
      ({ to, fromRanges }) => `${to.name} | ${to.detail ?? ''} | ${fromRanges.map((one) => session.cut(item.uri, one)).join('; ')}`,
    );
  };

  it('prepares on a component, declared here or elsewhere, and on nothing else', async () => {
    const item = await prepareCalls('town.meter', '-> |dcu -> hes, desk');
    assert.deepEqual([item?.name, item?.uri, item?.detail], ['dcu', 'file:///ws/parts.meter', 'cabinet']);
    assert.equal(session.cut(item!.uri, item!.selectionRange), 'dcu');
    for (const part of ['link |radio', 'flow |daily', 'carries |reading', 'is |smart-meter'])
      assert.equal(await prepareCalls('town.meter', part), undefined, part);
  });

  it('shows who sends to a component, by flow, by answer and by link', async () => {
    // `desk`: the way of `daily` that ends there, the answer to `poll`, and what the link says itself.
    assert.deepEqual((await incoming(await prepareCalls('town.meter', 'component |desk'))).sort(), [
      'dcu | daily | dcu',
      'hes | poll (answer) | hes',
      'mdms | log | mdms -> desk',
    ]);
    assert.deepEqual((await incoming(await prepareCalls('town.meter', 'component |mdms'))).sort(), [
      'desk | daily | desk -> mdms',
      'hes | feed, daily | hes',
    ]);
  });

  it('shows where a component sends to, each next step, with the steps as ranges', async () => {
    assert.deepEqual((await outgoing(await prepareCalls('town.meter', 'component |desk'))).sort(), [
      'hes | poll | desk -> hes',
      'mdms | daily | desk -> mdms',
    ]);
    assert.deepEqual(await outgoing(await prepareCalls('town.meter', 'component |mdms')), [
      'desk | log | mdms -> desk',
      'hes | feed | hes <-> mdms',
    ]);
    assert.deepEqual(await outgoing(await prepareCalls('town.meter', 'component |gone')), []);
  });

  it('reaches over designs, and points at the name where the flow is drawn in another file', async () => {
    assert.deepEqual((await outgoing(await prepareCalls('parts.meter', 'component |hes'))).sort(), [
      'dcu | poll | hes',
      'desk | poll (answer) | hes',
      'mdms | feed, daily | hes',
      'meter | mine | hes',
    ]);
    assert.deepEqual(await incoming(await prepareCalls('parts.meter', 'component |meter')), ['hes | mine | hes']);
  });

  it('finds an item again after lines came before it', async () => {
    const item = await prepareCalls('town.meter', 'component |desk');
    await session.open('town.meter');
    const text = session.textOf('town.meter');
    await session.change('town.meter', text.replace('design town', '\n\n// 電\ndesign town'));
    const found = await outgoing(item);
    assert.ok(found.some((one) => one.startsWith('mdms | daily | ')));
    await session.change('town.meter', text);
    await session.change('town.meter', text.replace('component desk', 'component table'));
    assert.deepEqual(await outgoing(item), []);
    await session.change('town.meter', text);
  });
});
