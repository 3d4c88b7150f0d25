import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { scenariosIn, type Expectation } from './completion/scenarios.js';
import { positionAt, Session } from './in-process.js';

async function offered(session: Session, file: string, offset: number): Promise<CompletionItem[]> {
  const position = positionAt(session.textOf(file), offset);
  const list = await session.request<CompletionList>('textDocument/completion', { textDocument: { uri: session.uri(file) }, position });
  return list.items;
}

function check(items: readonly CompletionItem[], { line, all, first, present, absent }: Expectation): void {
  const sorted = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  const labels = sorted.map(({ label }) => label);
  if (all !== undefined) assert.deepEqual(labels, all, line);
  assert.deepEqual(labels.slice(0, first.length), first, line);
  assert.deepEqual(
    present.filter((label) => !labels.includes(label)),
    [],
    line,
  );
  assert.deepEqual(
    absent.filter((label) => labels.includes(label)),
    [],
    line,
  );
  // A new item for the same thing is noise.
  assert.equal(new Set(labels).size, labels.length, `${line}: ${labels.join(', ')}`);
}

describe('completion', () => {
  for (const [name, newline] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    describe(name, () => {
      let session: Session;
      before(async () => {
        session = await Session.with({});
        await session.open('a.meter', '');
      });
      after(() => {
        session.stop();
      });
      for (const file of ['designs.meter', 'phases.meter', 'variants.meter', 'half-written.meter', 'catalogue.meter', 'conditions.meter']) {
        describe(file, () => {
          for (const { title, text, expectations } of scenariosIn(file, newline)) {
            it(title, async () => {
              await session.change('a.meter', text);
              for (const expected of expectations) check(await offered(session, 'a.meter', expected.offset), expected);
            });
          }
        });
      }
    });
  }
});
