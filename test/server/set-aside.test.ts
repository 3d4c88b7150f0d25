import assert from 'node:assert/strict';
import { URI } from 'langium';
import { problemsIn } from '../../report/problems.js';
import { Session } from './in-process.js';

const culprit = 'define profile one { includes authz-rbac }\ndesign d { profile one }\ncomponent hes is head-end\n';
const message =
  'This cannot be read: the review ended while it read this text; it is read again when it is changed. What stands in it is not reviewed.';

describe('a text with which a server before has ended', () => {
  const codes = (session: Session, file: string) =>
    session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri(file)))?.diagnostics?.map(({ code, message: said }) =>
      code === 'unreadable-file' ? said : code,
    );

  const served = async (setAside: unknown, use: (session: Session) => Promise<void>) => {
    const files = { 'a.meter': culprit, 'b.meter': culprit.replaceAll('profile one', 'profile other').replace('design d', 'design e') };
    const session = await Session.with(files, {}, {}, { setAside });
    try {
      await session.shared.workspace.WorkspaceManager.ready;
      await session.until(() => codes(session, 'b.meter')?.includes('authz-rbac') === true);
      await use(session);
    } finally {
      session.stop();
    }
  };

  it('is not read, also when it is opened, and told of in editor and reports, while all others are', () =>
    served([{ uri: 'file:///ws/a.meter', text: culprit }], async (session) => {
      assert.deepEqual(codes(session, 'a.meter'), [message]);
      await session.openAtOnce('a.meter', culprit);
      await session.open('b.meter');
      assert.deepEqual(codes(session, 'a.meter'), [message]);
      const snapshot = session.shared.server.Current.get();
      const problems = problemsIn({
        mistakes: snapshot.told.flatMap((uri) => snapshot.mistakes(uri)),
        deciding: [],
        isUsualProfile: true,
        sources: snapshot.sources,
        toPath: (uri) => uri,
      });
      assert.deepEqual(
        problems.filter(({ code }) => code === 'unreadable-file').map(({ message: said }) => said),
        [message],
      );
    }));

  it('is read again when it is changed, and set aside again where it is as it was', () =>
    served([{ uri: 'file:///ws/a.meter', text: culprit }], async (session) => {
      await session.open('a.meter', culprit);
      await session.change('a.meter', `${culprit}\n`);
      await session.until(() => codes(session, 'a.meter')?.includes('authz-rbac') === true);
      await session.change('a.meter', culprit);
      await session.until(() => codes(session, 'a.meter')?.[0] === message);
    }));

  it('is any other than what stands there, and nothing that is no list of texts', async () => {
    for (const setAside of [[{ uri: 'file:///ws/a.meter', text: 'else' }], [{ uri: 3 }, null, 'a'], 'a', null, { uri: 1 }]) {
      await served(setAside, async (session) => {
        await session.until(() => codes(session, 'a.meter')?.includes('authz-rbac') === true);
      });
    }
  });
});
