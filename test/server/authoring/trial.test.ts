import assert from 'node:assert/strict';
import { tryOut, type Trial } from '../../../review/index.js';
import { Session } from '../in-process.js';

const rules = `define requirement cold "A meter has a seal" {
    category physical
    severity high
    applies to component where is smart-meter
        needs tamper-detection
    because "b" guidance "g"
}
define requirement nowhere "Nothing of that sort" {
    category physical severity low
    applies to component where is gateway needs tamper-detection
    because "b" guidance "g"
}
`;
const files = {
  'a.meter':
    'design a { }\ncomponent meter is smart-meter\ncomponent sealed is smart-meter { control tamper-detection }\ncomponent hes is head-end\n',
  'b.meter': 'design b { }\ncomponent far is smart-meter { control tamper-detection planned }\n',
  'rules.meter': rules,
};

describe('a requirement on trial', () => {
  let session: Session;
  before(async () => {
    session = await Session.with(files);
    await session.shared.workspace.WorkspaceManager.ready;
  });
  after(() => {
    session.stop();
  });
  /** Once the server has taken in what was changed. */
  const settled = <T>(answer: () => T): Promise<T> => session.shared.workspace.WorkspaceLock.read(answer);
  const trialsOf = (name: string): Trial[] => {
    const snapshot = session.shared.server.Current.get();
    const requirement = snapshot.catalogue.requirements.get(name);
    return requirement === undefined ? [] : snapshot.designs.flatMap((design) => tryOut(requirement, snapshot.evaluatorOf(design)));
  };
  const told = (name: string) =>
    trialsOf(name).map(({ design, element, sort, state, severity }) => [design, sort, element, state, severity].join(' '));

  it('tells every element that it applies to, though no profile includes it', () => {
    assert.deepEqual(told('cold'), ['a component meter missing high', 'a component sealed met high', 'b component far planned high']);
  });

  it('applies to nothing where nothing is of its sort, and is nothing where nobody defines it', () => {
    assert.deepEqual(told('nowhere'), []);
    assert.deepEqual(told('no-such-requirement'), []);
  });

  it('follows every edit, half-written ones included', async () => {
    await session.open('rules.meter');
    for (const end of [10, 60, 100, 130, 150, 170]) {
      await session.change('rules.meter', rules.slice(0, end));
      const lines = await settled(() => told('cold'));
      assert.ok(lines.every((line) => /^[ab] component/.test(line)));
    }
    await session.change('rules.meter', rules.replace('is smart-meter', 'is head-end'));
    assert.deepEqual(await settled(() => told('cold')), ['a component hes missing high']);
  });
});
