import assert from 'node:assert/strict';
import { DocumentState } from 'langium';
import { Session } from './in-process.js';

const head = 'define profile one { includes authz-rbac }\n';
const files = {
  'a.meter': `${head}design a { profile one }\ncomponent hes is head-end\n`,
  'b.meter': 'import "c.meter"\ndesign b { profile one }\n',
  'c.meter': 'component other is head-end\n',
};

describe('diagnostics', () => {
  it('are sent of what was edited, and of other files only where they are otherwise', async () => {
    const session = await Session.with(files);
    try {
      const [a, b, c] = ['a.meter', 'b.meter', 'c.meter'].map((file) => session.uri(file));
      await session.until(() => [a, b, c].every((uri) => session.published.includes(uri!)));
      await session.open('a.meter');
      // All files are validated, and what was sent before an answer has come before it.
      const settled = async (): Promise<void> => {
        await session.shared.workspace.DocumentBuilder.waitUntil(DocumentState.Validated);
        await session.request('textDocument/foldingRange', { textDocument: { uri: a } });
      };
      const sentBy = async (file: string, text: string): Promise<string[]> => {
        await settled();
        session.published.length = 0;
        await session.change(file, text);
        await settled();
        return [...session.published].sort();
      };
      assert.deepEqual(await sentBy('a.meter', `${files['a.meter']}// A word.\n`), [a]);
      assert.deepEqual(await sentBy('a.meter', `${files['a.meter']}component meter is smart-meter\n`), [a]);
      // Nothing is asked any more of what stands in the third file; the one of its design told nothing and tells nothing.
      assert.deepEqual(await sentBy('a.meter', files['a.meter'].replace('includes authz-rbac', '')), [a, c]);
    } finally {
      session.stop();
    }
  });
});
