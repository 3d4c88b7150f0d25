import assert from 'node:assert/strict';
import type { CodeLens, Hover } from 'vscode-languageserver';
import { Session } from '../in-process.js';

/** A box switches the lamps behind it, unless the wire between is sealed; whoever has the box has no lamp of their own. */
const rules = `define control sealed on link
define component lamp "Lamp"
define component lamp-box "Box"
define component deep-box "Box below the street" is lamp-box
define threat lamps-out "Out" { leads to darkness }
define harm darkness "Darkness" { counts switching of lamp }
define step box-opened "Box is opened" on component where is lamp-box and not is deep-box { to control of component leads to lamps-out effort low }
define step box-switches "Box switches lamps" on link where some end is lamp { from control of end that is lamp-box to switching of end that is lamp unless sealed leads to lamps-out effort low }
`;
const street = (wire = '') => `design street "Street"
component lamps is lamp { count = 1200 }
component box is lamp-box { count = 1 }
component spare is lamp-box { count = 6 }
link wire: box -> lamps${wire}
link cord: spare -> lamps
`;

const shown = { codeLens: { elements: false, designs: false } };

describe('the worst that is done from an element', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'rules.meter': rules, 'street.meter': street() }, {}, { meterlint: shown });
    await session.open('street.meter');
  });
  after(() => {
    session.stop();
  });
  beforeEach(async () => {
    await session.change('street.meter', street());
  });
  const lenses = async () => {
    const params = { textDocument: { uri: session.uri('street.meter') } };
    const found = await session.request<CodeLens[]>('textDocument/codeLens', params);
    return found.map(({ range, command }) => `${session.cut(session.uri('street.meter'), range)}: ${command!.title}`);
  };
  const hover = async (part: string) => {
    const found = await session.request<Hover | null>('textDocument/hover', session.at('street.meter', part));
    return (found!.contents as { value: string }).value;
  };

  it('stands above it with what would end it: all lamps for the one box, a sixth of them for one of six', async () => {
    assert.deepEqual(await lenses(), [
      'box: alone switches off 1,200 homes; with sealed on wire: 0',
      'spare: one alone switches off 200 homes; with sealed on cord: 0',
    ]);
  });

  it('says where nobody is known to come there: what the view of ways in then tells nothing of', async () => {
    await session.change('street.meter', street().replaceAll(' is lamp-box', ' is deep-box'));
    assert.deepEqual(await lenses(), [
      'box: where taken over (no way there is known), switches off 1,200 homes; with sealed on wire: 0',
      'spare: where one is taken over (no way there is known), switches off 200 homes; with sealed on cord: 0',
    ]);
  });

  it('is that of the text as it stands', async () => {
    await session.change('street.meter', street(' { control sealed }'));
    assert.deepEqual(await lenses(), ['spare: one alone switches off 200 homes; with sealed on cord: 0']);
    await session.change('street.meter', street(' { control sealed }').replace('count = 6', 'count = 8'));
    assert.deepEqual(await lenses(), ['spare: one alone switches off 150 homes; with sealed on cord: 0']);
  });

  for (const [name, ask] of [
    ['lenses', lenses],
    ['hovers', () => hover('component |box')],
  ] as const) {
    it(`while the text changes, ${name} keep nothing else waiting`, async () => {
      const { server, workspace } = session.shared;
      let changed: Promise<void> | undefined;
      server.Reaches.find = () => {
        // What waits here is read after the requests that run.
        changed = workspace.WorkspaceLock.write(() => undefined);
        return Promise.resolve(false);
      };
      try {
        await assert.rejects(ask(), /The text has changed meanwhile\./);
        await changed;
      } finally {
        // Its class has it.
        Reflect.deleteProperty(server.Reaches, 'find');
      }
      assert.match(await hover('component |box'), /1,200/);
    });
  }

  it('is told as what may be where the design leaves open of how many it is one', async () => {
    await session.change('street.meter', street().replace(' { count = 6 }', ''));
    assert.deepEqual((await lenses()).slice(1), ['spare: one alone may switch off up to 1,200 homes; with sealed on cord: 0']);
  });

  it('is left out where nobody says how many are switched, and of a text that is not finished', async () => {
    await session.change('street.meter', street().replace(' { count = 1200 }', ''));
    assert.deepEqual(await lenses(), []);
    await session.change('street.meter', street().slice(0, street().indexOf('link wire: box') + 'link wire: box -'.length));
    assert.deepEqual(await lenses(), []);
  });

  it('is told by a hover, with the way; of what leads to nothing, nothing is told', async () => {
    assert.match(
      await hover('component |spare'),
      /\*\*From here\*\*\n\nWhoever controls one spare switches off 200 homes: Box switches lamps \\?\(cord\\?\)\.$/m,
    );
    assert.doesNotMatch(await hover('link |wire'), /From here/);
    assert.doesNotMatch(await hover('component |lamps'), /From here/);
  });

  it('is turned off by its setting', async () => {
    const { ConfigurationProvider } = session.shared.workspace;
    for (const isOn of [false, true]) {
      const settings = { meterlint: { codeLens: { ...shown.codeLens, reach: isOn } } };
      session.settings['meterlint'] = settings.meterlint;
      await session.notify('workspace/didChangeConfiguration', { settings });
      await session.until(() => ConfigurationProvider.isOn('codeLens.reach') === isOn);
      assert.equal((await lenses()).length, isOn ? 2 : 0);
    }
  });

  it('is not waited for by what changes the text', async () => {
    const asked = lenses();
    const changed = session.change('street.meter', street(' { control sealed }'));
    await Promise.all([asked, changed]);
    assert.deepEqual(await lenses(), ['spare: one alone switches off 200 homes; with sealed on cord: 0']);
  });
});
