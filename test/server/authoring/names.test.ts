import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver';
import { Session } from '../in-process.js';

const files = {
  'house.meter': [
    'define attribute seals "Seals" on component : integer',
    'define control boxing "Boxing" on component',
    'define mechanism own-rope "Rope" on component { provides boxing }',
    'define component own-box "Box" is gateway',
    'define data own-data "Own data" is command',
    'define requirement own-rule "Rule" {',
    '    category physical severity high where stores own-data else low',
    '    applies to component where is own-box and seals > 3',
    '        needs boxing',
    '    because "b" guidance "g"',
    '}',
    'define profile own-profile "Profile" { extends x1332 includes own-rule }',
  ].join('\n'),
  'town.meter': [
    'design town { profile own-profile }',
    'data d is own-data',
    'component hub is own-box { seals = 4 control boxing by own-rope stores d }',
    'accept own-rule on hub because "so"',
  ].join('\n'),
};

/** Each name of the workspace's catalogue with where it is used, in `town.meter` or else in the catalogue itself. */
const used: readonly [string, keyof typeof files, string, number][] = [
  ['seals', 'town.meter', '|seals = 4', 3],
  ['boxing', 'town.meter', '|boxing by', 4],
  ['own-rope', 'town.meter', '|own-rope', 2],
  ['own-box', 'town.meter', '|own-box', 3],
  ['own-data', 'town.meter', '|own-data', 3],
  ['own-rule', 'town.meter', '|own-rule', 3],
  ['own-profile', 'town.meter', '|own-profile', 2],
  ['boxing', 'house.meter', 'needs |boxing', 4],
  ['own-box', 'house.meter', 'is |own-box and', 3],
];

describe('names of a catalogue in the workspace', () => {
  let session: Session;
  before(async () => {
    session = await Session.with(files);
    for (const file of Object.keys(files)) await session.open(file);
  });
  after(() => {
    session.stop();
  });

  for (const [name, file, part, count] of used) {
    it(`'${name}' in ${file}: definition, all references, and a rename of them all`, async () => {
      const place = session.at(file, part);
      const [target] = await session.request<LocationLink[]>('textDocument/definition', place);
      assert.equal(target!.targetUri, session.uri('house.meter'));
      assert.equal(session.cut(target!.targetUri, target!.targetSelectionRange), name);
      const references = await session.request<Location[]>('textDocument/references', { ...place, context: { includeDeclaration: true } });
      assert.deepEqual(
        references.map(({ uri, range }) => session.cut(uri, range)),
        Array.from({ length: count }, () => name),
      );
      const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'renamed' });
      const edits = Object.entries(edit.changes ?? {}).flatMap(([uri, all]) => all.map(({ range }) => session.cut(uri, range)));
      assert.equal(edits.length, count);
      assert.ok(edits.every((one) => one === name));
    });
  }

  const completed = async (part: string): Promise<string[]> => {
    const answer = await session.request<CompletionList | CompletionItem[]>('textDocument/completion', session.at('house.meter', part));
    return (Array.isArray(answer) ? answer : answer.items).map(({ label }) => label);
  };

  it('are offered where they fit, in a requirement as well', async () => {
    assert.ok((await completed('needs |boxing')).includes('boxing'));
    assert.ok((await completed('is |own-box and')).includes('own-box'));
    assert.ok((await completed('stores |own-data')).includes('own-data'));
    assert.ok((await completed('includes |own-rule')).includes('own-rule'));
    assert.ok((await completed('and |seals > 3')).includes('seals'));
  });
});
