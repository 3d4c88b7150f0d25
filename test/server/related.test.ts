import assert from 'node:assert/strict';
import { URI } from 'langium';
import { Session } from './in-process.js';

const rules = [
  'define requirement towards-others "Towards others" { severity low applies to link where crosses party needs peer-authentication on link because "b" }',
  'define requirement towards-zones "Towards zones" { severity low applies to link where crosses zone needs peer-authentication on link because "b" }',
  'define requirement with-keys "With keys" { severity low applies to link where carries key-material needs peer-authentication on link because "b" }',
  'define profile ours { includes towards-others, towards-zones, with-keys }',
];
const design = [
  'design town { profile ours }',
  'zone field is neighbourhood-network',
  'zone core is enterprise-zone',
  'component maker is external-party',
  'component pole in field run by maker',
  'component desk in core { party = utility }',
  'data book is key-material',
  'link wire: pole -> desk carries book',
];

describe('the places that a finding in the editor points to', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'town.meter': [...rules, ...design].join('\n') });
    await session.open('town.meter');
  });
  after(() => {
    session.stop();
  });

  const places = async (code: string) => {
    const document = session.shared.workspace.LangiumDocuments.getDocument(URI.parse('file:///ws/town.meter'))!;
    await session.shared.workspace.DocumentBuilder.build([document], { validation: true });
    const finding = document.diagnostics!.find((one) => one.code === code)!;
    return finding.relatedInformation!.map(({ location: { range }, message }) => `${document.textDocument.getText(range)}: ${message}`);
  };

  it('are the zones where a rule asks for a border of zones', async () => {
    const told = 'crosses from field to core';
    assert.deepEqual(await places('towards-zones'), [
      `field: ${told}`,
      `core: ${told}`,
      'towards-zones: requirement towards-zones: Towards zones',
    ]);
  });

  it('are the parties that are drawn, and no zone, where it asks for a border of parties', async () => {
    assert.deepEqual(await places('towards-others'), [
      'maker: crosses from maker to the utility',
      'towards-others: requirement towards-others: Towards others',
    ]);
  });

  it('are the data where it asks for what is carried', async () => {
    assert.deepEqual(await places('with-keys'), ['book: carries book', 'with-keys: requirement with-keys: With keys']);
  });
});
