import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { oneOf, randomFrom, type Random } from '../laws/support/random.js';
import { DiskEditor } from '../server/sessions/editor.js';
import { Play } from '../server/sessions/play.js';
import { findingsAtRequest, reviewRequest } from '../../server/protocol.js';
import { decisionsRequest } from '../../server/protocol/decisions.js';
import { designStatusRequest } from '../../server/protocol/design-status.js';
import { tableRequest } from '../../server/protocol/tables.js';
import { workListRequest } from '../../server/protocol/work-list.js';

/** Answers that a client expects when it is too quick: what was asked of is changed, or asked again. */
const expected: readonly unknown[] = [-32_800, -32_801, -32_802];

interface Asked {
  readonly method: string;
  readonly params: unknown;
}

/** Any request, at any place of an open text: also where nothing stands. */
function someRequest(file: string, text: string, random: Random): Asked {
  const textDocument = { uri: pathToFileURL(file).href };
  const lines = text.split('\n');
  const line = Math.floor(random() * (lines.length + 2));
  const position = { line, character: Math.floor(random() * ((lines[line]?.length ?? 0) + 3)) };
  const range = { start: { line: 0, character: 0 }, end: position };
  const at = { textDocument, position };
  const filter = { designs: [], severities: [], onlyNew: random() < 0.5, text: '' };
  return oneOf<Asked>(
    [
      ...['hover', 'completion', 'definition', 'documentHighlight', 'prepareRename', 'prepareTypeHierarchy'].map((name) => ({
        method: `textDocument/${name}`,
        params: at,
      })),
      ...['documentSymbol', 'foldingRange', 'codeLens', 'semanticTokens/full'].map((name) => ({
        method: `textDocument/${name}`,
        params: { textDocument },
      })),
      { method: 'textDocument/references', params: { ...at, context: { includeDeclaration: true } } },
      { method: 'textDocument/rename', params: { ...at, newName: 'renamed' } },
      { method: 'textDocument/codeAction', params: { textDocument, range, context: { diagnostics: [] } } },
      { method: 'textDocument/inlayHint', params: { textDocument, range } },
      { method: 'textDocument/formatting', params: { textDocument, options: { tabSize: 2, insertSpaces: true } } },
      { method: 'workspace/symbol', params: { query: 'b' } },
      { method: reviewRequest, params: undefined },
      { method: workListRequest, params: { by: 'severity', filter, path: [] } },
      { method: decisionsRequest, params: undefined },
      { method: tableRequest, params: { table: 'matrix', uri: textDocument.uri } },
      { method: findingsAtRequest, params: { uri: textDocument.uri, position } },
      { method: designStatusRequest, params: { uri: textDocument.uri } },
    ],
    random,
  )!;
}

/** A session with requests between its steps, of which nobody waits for the answer; gives how many there were. */
export async function monkey(seed: number, steps: number): Promise<number> {
  const random = randomFrom(seed);
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'meterlint-monkey-')));
  const roots = [path.join(top, 'one')];
  Play.prepare(roots, random);
  const editor = await DiskEditor.on(roots);
  const play = new Play(editor, roots, random);
  const wrong: string[] = [];
  const running: Promise<unknown>[] = [];
  try {
    for (let step = 0; step < steps; step++) {
      await play.step();
      const open = oneOf([...editor.open], random);
      if (open === undefined) continue;
      const { method, params } = someRequest(...open, random);
      running.push(
        editor.request(method, params).catch((error: unknown) => {
          const { code, message } = error as { code?: number; message: string };
          // A name that cannot be renamed is refused in words.
          const isRefused = method.endsWith('ename') && code !== -32_603;
          if (!expected.includes(code) && !isRefused) wrong.push(`${method} ${JSON.stringify(params)}: ${String(code)} ${message}`);
        }),
      );
    }
    await Promise.all(running);
    await editor.told();
    const said = editor.log.filter((line) => /^(?:Not checked|Unexpected|Settings: |Closed: )/.test(line));
    assert.deepEqual([...wrong, ...said], [], `seed ${seed}, after ${play.done.join('; ')}`);
    return running.length;
  } finally {
    editor.stop();
    rmSync(top, { recursive: true, force: true });
  }
}
