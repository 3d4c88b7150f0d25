import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { itemsAt, labelsAt, modern, named } from './completion/asking.js';
import { Session } from './in-process.js';

describe('completion of imports', () => {
  const files = {
    'main.meter': 'import ""\nimport "far/parts.meter"\ndesign main {}\ncomponent own is relay\n',
    'zones.meter': 'zone home is operations\n',
    'far/parts.meter': 'zone part is operations\n',
    'far/again.meter': 'component own is relay\n',
    'far/circle.meter': 'import "../main.meter"\n',
    'far/through.meter': 'import "again.meter"\n',
    'other.meter': 'design other {}\n',
    'rules.meter': 'define control mine on link\n',
  };

  it('offers complete paths of files that may be imported, those with elements first', async () => {
    const session = await Session.with(files);
    assert.deepEqual(await labelsAt(session, session.at('main.meter', 'import "|"')), ['zones.meter', 'rules.meter', 'other.meter']);
    assert.deepEqual(await labelsAt(session, session.at('main.meter', 'import "|"'), '"'), ['zones.meter', 'rules.meter', 'other.meter']);
    const within = await itemsAt(session, session.at('main.meter', '"far/pa|rts.meter"'));
    const here = named(within, 'far/parts.meter');
    assert.equal(session.cut(session.uri('main.meter'), (here.textEdit as TextEdit).range), 'far/parts.meter');
    session.stop();
  });

  it('writes the quotes that are missing', async () => {
    for (const [line, text] of [
      ['import |', '"zones.meter"'],
      ['import "|', 'zones.meter"'],
      ['import "zo|', 'zones.meter"'],
    ] as const) {
      const session = await Session.with({
        'zones.meter': files['zones.meter'],
        'a.meter': `${line.replace('|', '')}\ncomponent a is relay\n`,
      });
      const item = named(await itemsAt(session, session.at('a.meter', line)), 'zones.meter');
      const { range, newText } = item.textEdit as TextEdit;
      assert.equal(newText, text);
      assert.equal(session.cut(session.uri('a.meter'), range), line.endsWith('zo|') ? 'zo' : '');
      session.stop();
    }
  });

  for (const newline of ['\n', '\r\n']) {
    it(`adds the import of an element that is taken from a fragment (${JSON.stringify(newline)})`, async () => {
      for (const [head, place, added] of [
        ['', [0, 0], `import "zones.meter"${newline}${newline}`],
        [`import "far/parts.meter"${newline}`, [0, 24], `${newline}import "zones.meter"`],
      ] as const) {
        const text = `${head}design main {}${newline}component c is relay in ho${newline}`;
        const session = await Session.with({ ...files, 'main.meter': text }, modern);
        const item = named(await itemsAt(session, session.at('main.meter', 'in ho|')), 'home');
        const position = { line: place[0], character: place[1] };
        assert.deepEqual(item.additionalTextEdits, [{ range: { start: position, end: position }, newText: added }]);
        assert.deepEqual(item.labelDetails, { description: 'import "zones.meter"' });
        session.stop();
      }
    });
  }

  it('imports nothing into texts that are not saved', async () => {
    const session = await Session.with(files);
    await session.open('untitled:Untitled-1', 'import ""\ncomponent c is relay in \nzone z is operations\n');
    assert.deepEqual(await labelsAt(session, session.at('untitled:Untitled-1', 'import "|"')), []);
    assert.deepEqual(await labelsAt(session, session.at('untitled:Untitled-1', 'relay in |')), ['z']);
    assert.ok((await labelsAt(session, session.at('untitled:Untitled-1', 'component c is |'))).includes('smart-meter'));
    session.stop();
  });
});
