// How a design stands, told in the status bar; and the settings that change it.
import assert from 'node:assert/strict';
import { URI } from 'langium';
import type { ProfileChoice, DesignStatus } from '../../server/protocol/design-status.js';
import { Session } from './in-process.js';

const rules = `define component box "Box"
define control lid "Lid" on component
define control seal "Seal" on component
define requirement shut "Boxes are shut" { severity high applies to component where is box needs lid }
define requirement sealed "Boxes are sealed" { severity low applies to component where is box needs seal }
define profile plain "Plain" { includes shut, sealed }
define profile small "Small" { includes sealed }
`;
const files = {
  'rules.meter': rules,
  'one.meter': 'design one { profile plain }\ncomponent a is box\ncomponent b is box\n',
  'two.meter': 'design two { profile small }\ncomponent c is box { control seal }\n',
};

describe('how a design stands', () => {
  let session: Session;
  beforeEach(async () => {
    session = await Session.with(files);
    await session.open('one.meter');
    await session.until(() => session.shared.server.Current.get().assessments.length === 2);
  });
  afterEach(() => {
    session.stop();
  });
  const status = (file?: string) =>
    session.request<DesignStatus | null>('meterlint/designStatus', { uri: file === undefined ? undefined : session.uri(file) });
  const marked = () =>
    (session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri('one.meter')))?.diagnostics ?? [])
      .map(({ code }) => String(code))
      .filter((code) => code === 'shut' || code === 'sealed')
      .sort()
      .join();
  const set = (settings: object) => session.notify('workspace/didChangeConfiguration', { settings: { meterlint: settings } });

  it('is told of the design in front, and of all where a file is part of none', async () => {
    assert.deepEqual(await status('one.meter'), {
      text: '▲ 2 · one · plain',
      detail: 'one, profile plain: 4 findings (2 high, 2 low)',
    });
    assert.deepEqual(await status('two.meter'), { text: '✓ · two · small', detail: 'two, profile small: no findings' });
    const all = { text: '▲ 2 · 2 designs · plain, small', detail: '2 designs, profile plain, small: 4 findings (2 high, 2 low)' };
    assert.deepEqual(await status('rules.meter'), all);
    assert.deepEqual(await status(), all);
  });

  it('follows the profile that the user tries, until it is taken back', async () => {
    const profiles = await session.request<ProfileChoice[]>('meterlint/profiles', {});
    assert.ok(profiles.some(({ id, description }) => id === 'small' && description === 'Small'));
    await session.until(() => marked() === 'sealed,sealed,shut,shut');
    await set({ profile: 'small' });
    await session.until(() => marked() === 'sealed,sealed');
    assert.equal((await status('one.meter'))?.detail, 'one, profile small: 2 findings (2 low)');
    await set({ profile: '' });
    await session.until(() => marked() === 'sealed,sealed,shut,shut');
  });

  it('is the same whatever a severity is shown as; what is no word for that changes nothing', async () => {
    const shown = () =>
      (session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri('one.meter')))?.diagnostics ?? [])
        .flatMap(({ code, severity }) => (code === 'shut' || code === 'sealed' ? [`${code} ${severity}`] : []))
        .sort()
        .join();
    await session.until(() => shown() === 'sealed 3,sealed 3,shut 1,shut 1');
    await set({ shownAs: { low: 'error', high: 'hint' } });
    await session.until(() => shown() === 'sealed 1,sealed 1,shut 4,shut 4');
    assert.equal((await status('one.meter'))?.detail, 'one, profile plain: 4 findings (2 high, 2 low)');
    await set({ shownAs: { low: 'loud', high: 7, other: 'error' } });
    await session.until(() => shown() === 'sealed 3,sealed 3,shut 1,shut 1');
  });

  it('is the same whatever severity is marked in the text', async () => {
    await set({ lowestSeverity: 'medium' });
    await session.until(() => marked() === 'shut,shut');
    assert.equal((await status('one.meter'))?.detail, 'one, profile plain: 4 findings (2 high, 2 low)');
    await set({});
    await session.until(() => marked() === 'sealed,sealed,shut,shut');
  });
});
