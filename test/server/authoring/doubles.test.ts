import assert from 'node:assert/strict';
import { URI } from 'langium';
import { Session } from '../in-process.js';
import { messageOf } from '../../support/message.js';

const rule = (name: string, where: string, more = '') => `define requirement ${name} "Rule" {
    category physical severity high
    applies to component where ${where}
        needs tamper-detection
    ${more}because "b" guidance "g"
}
`;
const rules = [
  // Every meter of these designs is one of many, so that both always come together here, though nothing proves it.
  rule('meters', 'is smart-meter'),
  rule('many', 'count > 5'),
  rule('few', 'count > 50'),
  rule('single', 'is gateway'),
  rule('alone', 'is gateway and count = 1'),
  rule('told', 'is smart-meter and count > 1', 'refines meters, many '),
].join('');
const files = {
  'rules.meter': `${rules}define profile own { includes meters, many, few, single, alone, told }\n`,
  'a.meter':
    'design a { profile own }\ncomponent m is smart-meter { count = 9 }\ncomponent n is smart-meter { count = 90 }\ncomponent g is gateway { count = 1 }\n',
  'b.meter':
    'design b { profile own }\ncomponent m is smart-meter { count = 7 }\ncomponent s is smart-meter { count = 8 control tamper-detection }\n',
};

describe('requirements that are reported together', () => {
  let session: Session;
  before(async () => {
    session = await Session.with(files);
    await session.shared.workspace.WorkspaceManager.ready;
  });
  after(() => {
    session.stop();
  });

  const hints = () =>
    session.shared.workspace.WorkspaceLock.read(() =>
      (session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri('rules.meter')))!.diagnostics ?? [])
        .filter(({ code, severity }) => code === 'doubled-requirement' && severity === 4)
        .map((one) => `${session.cut(session.uri('rules.meter'), one.range)}: ${messageOf(one)}`),
    );

  it('are hinted at, on two elements at least and where neither refines the other', async () => {
    const found = await hints();
    assert.deepEqual(
      found.map((one) => one.slice(0, one.indexOf(' are open'))),
      ["many: In this workspace 'many' and 'meters'"],
    );
  });

  it('are hinted at no longer when one element of one design tells them apart', async () => {
    await session.open('b.meter');
    await session.change('b.meter', `${files['b.meter']}component f is smart-meter { count = 2 }\n`);
    assert.deepEqual(await hints(), []);
    await session.change('b.meter', files['b.meter']);
    assert.equal((await hints()).length, 1);
  });
});
