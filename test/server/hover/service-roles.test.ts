// Who takes part: of a service each role with its kinds, of a flow who takes which; who takes none is not told of.
import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { Session } from '../in-process.js';

const rules = `define component meter
define component desk
define component hes
define service cut "Cut" {
    role commander "Who *orders*" is desk
    role meter is meter
}
define service late-cut is cut
define profile tiny { }
`;
const town = `design town { profile tiny }
component m is meter
component d is desk
component h is hes
link l: d <-> h
link k: h <-> m
flow off is late-cut: d -> h -> m
flow odd is late-cut: h -> m
`;

describe('hover tells roles', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'town.meter': town, 'rules.meter': rules });
  });
  after(() => {
    session.stop();
  });

  const linesAt = async (part: string): Promise<string[]> => {
    const hover = await session.request<Hover>('textDocument/hover', session.at('town.meter', part));
    return (hover.contents as { value: string }).value.split('\n');
  };

  it('of a service: its own, or those of what it is', async () => {
    const lines = await linesAt('flow off is |late-cut');
    const at = lines.indexOf('- way: Who \\*orders\\* → meter');
    assert.deepEqual(lines.slice(at, at + 3), ['- way: Who \\*orders\\* → meter', '- Who \\*orders\\*: `desk`', '- meter: `meter`']);
  });

  it('of a flow: who takes which, and nothing of what nobody takes', async () => {
    assert.ok((await linesAt('flow |off')).includes('- roles in `late-cut`: Who \\*orders\\* `d`, meter `m`'));
    assert.ok((await linesAt('flow |odd')).includes('- roles in `late-cut`: meter `m`'));
  });
});
