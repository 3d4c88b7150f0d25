import assert from 'node:assert/strict';
import { URI } from 'langium';
import { Session } from './in-process.js';

const files = {
  'one.meter': [
    'import "decisions/risk.meter"',
    'design one {}',
    'zone street is neighbourhood-network',
    'component box is smart-meter in street { control secure-boot evidence "A" }',
    'accept key-unique on box because "I say so"',
  ].join('\n'),
  'decisions/risk.meter': 'accept fw-signed on box because "the board decided"\n',
};
const setting = 'meterlint.decisions.from';

/** Of the two requirements, which are reported, and the codes of mistakes of decisions. */
function told(session: Session): string[] {
  const diagnostics = Object.keys(files).flatMap(
    (file) => session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri(file)))?.diagnostics ?? [],
  );
  const watched = ['key-unique', 'fw-signed', 'decision-outside', 'decision-without-effect'];
  return diagnostics
    .map(({ code }) => String(code))
    .filter((code) => watched.includes(code))
    .sort();
}

async function set(session: Session, from: unknown): Promise<void> {
  session.settings[setting] = from;
  await session.notify('workspace/didChangeConfiguration', { settings: { meterlint: { decisions: { from } } } });
}

describe('the setting meterlint.decisions.from', () => {
  it('holds from the first review on, and a change of it takes effect at once, without an edit', async () => {
    const session = await Session.with(files, {}, { [setting]: ['decisions/**'] });
    try {
      await session.until(() => told(session).join() === 'decision-outside,key-unique');
      await set(session, []);
      await session.until(() => told(session).length === 0);
      await set(session, ['one.meter']);
      await session.until(() => told(session).join() === 'decision-outside,fw-signed');
    } finally {
      session.stop();
    }
  });

  it('lets decisions count everywhere where nothing, or no list, is set', async () => {
    for (const value of [undefined, null, 'decisions/**', []]) {
      const session = await Session.with(files, {}, { [setting]: value });
      try {
        await session.open('one.meter');
        await session.until(() => session.shared.server.Current.get().assessments.length === 1);
        assert.deepEqual(told(session), []);
      } finally {
        session.stop();
      }
    }
  });
});
