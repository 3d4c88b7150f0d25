import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import { Session } from './in-process.js';

const text = [
  'define component pole-meter is smart-meter',
  'define profile ours { extends x1332 without fw-signed because "sold *without*" accept needs until }',
  'design town { profile ours }',
  'zone street is neighbourhood-network',
  'component one is pole-meter in street',
  'accept key-unique on street and within, every pole-meter until 2099-01-01 because "x"',
].join('\n');

describe('decisions that reach further, in the editor', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'town.meter': text });
  });
  after(() => {
    session.stop();
  });

  const renamed = async (part: string, newName: string) => {
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...session.at('town.meter', part), newName });
    const [[uri, edits]] = Object.entries(edit.changes ?? {}) as [[string, NonNullable<WorkspaceEdit['changes']>[string]]];
    return TextDocument.applyEdits(TextDocument.create(uri, 'meter', 0, text), edits)
      .split('\n')
      .at(-1);
  };

  it('are renamed with the zone and with the kind', async () => {
    const rest = 'until 2099-01-01 because "x"';
    assert.equal(await renamed('|street is', 'road'), `accept key-unique on road and within, every pole-meter ${rest}`);
    assert.equal(await renamed('|pole-meter is', 'mast'), `accept key-unique on street and within, every mast ${rest}`);
  });

  it('lead to the kind that they name', async () => {
    const found = await session.request<Location[]>('textDocument/definition', session.at('town.meter', 'every |pole-meter until'));
    assert.deepEqual(
      found.map((one) => ('targetSelectionRange' in one ? (one.targetSelectionRange as Location['range']) : one.range).start.line),
      [0],
    );
  });

  it('stand in the outline as they are written', async () => {
    const symbols = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', session.at('town.meter', 'design'));
    assert.ok(symbols.some(({ name, detail }) => name === 'accept key-unique' && detail === 'on street and within, every pole-meter'));
  });

  it('have words that say what they mean, and profiles that say what they drop and demand', async () => {
    const hover = async (part: string) => {
      const { contents } = await session.request<Hover>('textDocument/hover', session.at('town.meter', part));
      return (contents as { value: string }).value;
    };
    assert.match(await hover('|every pole-meter'), /All that is of this kind/);
    assert.match(await hover('and |within'), /links and flows that do not leave it/);
    assert.match(await hover('|without fw-signed'), /Drops requirements/);
    assert.match(await hover('accept |needs until'), /must say where the profile counts/);
    const profile = await hover('|ours {');
    assert.match(profile, /without fw-signed: sold \\\*without\\\*/);
    assert.match(profile, /every accept needs a last day/);
  });
});
