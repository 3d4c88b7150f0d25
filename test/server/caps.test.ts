import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { limits } from '../../language/parsing/brackets.js';
import { mostOfACode } from '../../language/wellformed/mistake.js';
import { DiskEditor } from './sessions/editor.js';
import { designStatusRequest } from '../../server/protocol/design-status.js';
import { workListRequest } from '../../server/protocol/work-list.js';

/** Files of a folder, of which `d.meter` is opened. */
type Files = Readonly<Record<string, string>>;

interface Cap {
  readonly name: string;
  /** At most so many. */
  readonly cap: number;
  readonly of: (count: number) => Files;
  /** What is told of the files with as many as the cap, and with one more: codes with how often, of those that `about` names. */
  readonly about: readonly string[];
  readonly at: Readonly<Record<string, number>>;
  readonly beyond: Readonly<Record<string, number>>;
}

const repeated = (count: number, one: (index: number) => string) => Array.from({ length: count }, (_, index) => one(index)).join('');
const meter = 'design d { profile x1332-core }\ncomponent box is smart-meter\n';
const folders = (count: number): string => {
  // Parts of a path may have 255 characters; a path counts as it is written.
  const name = `${'x'.repeat(200)}/`;
  return `${name.repeat(Math.floor(count / 201))}${'y'.repeat(count % 201)}`;
};
const settings = (value: object): Files => ({
  'meterlint.json': JSON.stringify(value),
  'd.meter': `design d { profile x1332-core }\ncomponent box is nowhere-known\n`,
  'left/out.meter': 'component lost is nowhere-known\n',
});
// A pattern of the settings that counts passes the second file over; settings that are refused pass over none.
const counted = { about: ['unknown-name'], at: { 'unknown-name': 1 }, beyond: { 'unknown-name': 2 } };

const caps: readonly Cap[] = [
  {
    name: 'characters of a file',
    cap: limits.characters,
    of: (count) => ({ 'd.meter': `${meter}// ${'x'.repeat(count - meter.length - 3)}` }),
    about: ['syntax-error', 'gov-baseline'],
    at: { 'gov-baseline': 1 },
    beyond: { 'syntax-error': 1 },
  },
  {
    name: 'brackets within each other',
    cap: limits.nesting,
    of: (count) => ({
      'd.meter': `${meter}define requirement r "R" { applies to link where ${'('.repeat(count - 1)}over tls${')'.repeat(count - 1)} needs encryption because "b" }\n`,
    }),
    about: ['syntax-error', 'gov-baseline'],
    at: { 'gov-baseline': 1 },
    beyond: { 'syntax-error': 1 },
  },
  {
    name: 'comments in a row',
    cap: limits.commentsInARow,
    of: (count) => ({ 'd.meter': `${meter}${'//\n'.repeat(count)}` }),
    about: ['syntax-error', 'gov-baseline'],
    at: { 'gov-baseline': 1 },
    beyond: { 'syntax-error': 1 },
  },
  {
    name: 'mistakes of one code',
    cap: mostOfACode,
    of: (count) => ({ 'd.meter': `${meter}${repeated(count, (index) => `zone z${index} is nowhere-known\n`)}` }),
    about: ['unknown-name'],
    at: { 'unknown-name': mostOfACode },
    beyond: { 'unknown-name': mostOfACode },
  },
  {
    name: 'characters of the path of an import',
    cap: 1024,
    of: (count) => ({ 'd.meter': `import "${folders(count - 6)}.meter"\n${meter}` }),
    about: ['import-missing', 'import-path', 'import-outside'],
    at: { 'import-missing': 1 },
    beyond: { 'import-path': 1 },
  },
  {
    name: 'patterns of a setting',
    cap: 500,
    of: (count) => settings({ exclude: ['left/**', ...Array.from({ length: count - 1 }, (_, index) => `p${index}`)] }),
    ...counted,
  },
  { name: 'characters of a pattern', cap: 256, of: (count) => settings({ exclude: ['left/**', 'x'.repeat(count)] }), ...counted },
  {
    name: 'wildcards of a pattern',
    cap: 3,
    of: (count) => settings({ exclude: ['left/**', repeated(count, (index) => `a${index}*`)] }),
    ...counted,
  },
  {
    name: 'alternatives of a pattern',
    cap: 16,
    of: (count) => settings({ exclude: [`{left,${repeated(count - 1, (index) => `a${index},`).slice(0, -1)}}/*`] }),
    ...counted,
  },
  {
    name: 'members of a ring that are told with all of it',
    cap: 20,
    of: (count) => ({ 'd.meter': repeated(count, (index) => `define component k${index} "K" is k${(index + 1) % count}\n`) }),
    about: ['kind-cycle'],
    at: { 'kind-cycle': 20 },
    beyond: { 'kind-cycle': 1 },
  },
  {
    name: 'findings of a file, one by one',
    cap: 250,
    of: (count) => ({
      'd.meter': `define control seal2 "Seal" on component\ndefine requirement own "Own" { severity high applies to component where is relay needs seal2 because "b" guidance "g" }\ndefine profile mine "Mine" { includes own }\ndesign d { profile mine }\n${repeated(count, (index) => `component c${index} is relay\n`)}`,
    }),
    about: ['own', 'more-findings'],
    at: { own: 250 },
    beyond: { own: 250, 'more-findings': 1 },
  },
];

describe('what is at most', () => {
  for (const { name, cap, of, about, at, beyond } of caps) {
    for (const [count, wanted] of [
      [cap, at],
      [cap + 1, beyond],
    ] as const) {
      it(`${name}: ${count} of ${cap}, and the server answers all that is asked`, () =>
        within(of(count), async (editor, file) => {
          const { diagnostics } = await editor.told();
          const codes = Object.values(diagnostics)
            .flat()
            .map(({ code }) => String(code))
            .filter((code) => about.includes(code));
          const counts = Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]));
          assert.deepEqual(counts, wanted);
          await answersAll(editor, file);
        }));
    }
  }
});

async function within(files: Files, use: (editor: DiskEditor, file: string) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'meterlint-caps-')));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const editor = await DiskEditor.on([folder]);
    try {
      await editor.opens(path.join(folder, 'd.meter'), files['d.meter']!);
      await use(editor, path.join(folder, 'd.meter'));
    } finally {
      editor.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An answer, whatever it is: an internal error is none. */
async function answersAll(editor: DiskEditor, file: string): Promise<void> {
  const textDocument = { uri: pathToFileURL(file).href };
  const start = { line: 0, character: 0 };
  const position = { line: 1, character: 12 };
  const range = { start, end: { line: 30, character: 0 } };
  const diagnostics = (await editor.told()).diagnostics[textDocument.uri] ?? [];
  await editor.request('textDocument/codeAction', { textDocument, range: { start, end: start }, context: { diagnostics: [] } });
  await editor.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: diagnostics.slice(0, 3) } });
  await editor.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: diagnostics.slice(-3) } });
  for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'semanticTokens/full']) {
    await editor.request(`textDocument/${method}`, { textDocument });
  }
  for (const method of ['hover', 'completion', 'definition', 'documentHighlight']) {
    await editor.request(`textDocument/${method}`, { textDocument, position });
  }
  await editor.request('textDocument/references', { textDocument, position, context: { includeDeclaration: true } });
  await editor.request('textDocument/inlayHint', { textDocument, range });
  await editor.request(workListRequest, {
    by: 'severity',
    filter: { designs: [], severities: [], onlyNew: false, text: '' },
    path: [],
  });
  await editor.request(designStatusRequest, textDocument);
}
