import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { Session } from '../in-process.js';

const rules = `define component box { place-of-use = shed  uses seal-kit }
define component big-box is box
define zone yard-kind { reach = open  place-of-use = yard }
define data secret
define attribute place-of-use on component, zone : shed | yard | hall
define attribute reach on component, zone : open | closed
define attribute speed on component : integer default 7
define attribute depth on component : integer
define control guard on component
define control lock on component { implies bolt }
define control bolt on component
define mechanism seal-kit on component { provides guard }
define mechanism padlock on component { provides lock }
define mechanism string on component { weak lock because "it is a string" }
define requirement has-guard "Guarded" { category a severity high applies to component where is box needs guard because "Guards." guidance "Guard it." }
define requirement has-lock "Locked" { category a severity critical where reach = open else low
    applies to component where is box needs lock see book "1" see book "2" see book "3" see book "4" because "Locks." guidance "Lock it. Soon." }
define standard book "The Book"
define requirement knows-depth { category a severity low applies to component where is box needs depth >= 3 because "Depth." guidance "Dig." }
define requirement far-away { category a severity low applies to component where is head-end needs guard }
define requirement no-door { category a severity low applies to component where place-of-use = yard needs guard }
define profile tiny { includes has-guard, has-lock, knows-depth, far-away, no-door }
`;
const town = `/* 電😀 */ design town { profile tiny }
zone yard is yard-kind
zone hall in yard
/** Stands
 * outside. */
component crate "The crate" is big-box in hall { depth = 3 stores plans uses string control bolt planned for 2027-12-01 }
component hub is box { uses padlock }
component desk
data plans is secret
link wire: crate <-> hub
link cord: hub <-> desk
flow note-flow: crate -> hub -> desk carries plans over tls-1.3 from crate to desk
accept knows-depth on hub until 2027-06-30 because "We *dig* in June" by "Ann"
`;
const crate = `\`component crate\` The crate

Stands  
outside.

- is \`big-box\`, \`box\`
- in \`hall\`, within \`yard\`
- \`depth\` = 3
- \`place-of-use\` = shed, from kind \`box\`
- \`reach\` = open, from zone \`yard\`, which is \`yard-kind\`
- by default \`login\` = none, \`local-port\` = none, \`upgradable\` = false, \`one-way\` = false, \`own-clock\` = true, \`legacy\` = false, \`speed\` = 7
- stores \`plans\`
- can read \`plans\`

**Controls**

- from kind \`box\` by \`seal-kit\`: guard
- planned for 2027-12-01: bolt
- weak through \`string\` (it is a string): lock

**Open: 1 finding: 1 critical**

- ■ critical \`has-lock\` string too weak for lock on big-box 'crate'. Says so: The Book, 1; The Book, 2; The Book, 3; and 1 more.

**Met: 2**

- \`has-guard\` guard by seal-kit
- \`knows-depth\` it has depth of at least 3

**Not applicable: 2**

- is about another kind: \`far-away\`
- place-of-use = shed: \`no-door\``;

describe('hover on an element', () => {
  for (const newline of ['\n', '\r\n']) {
    it(`tells what it is, has and lacks, and why (${newline === '\n' ? 'LF' : 'CRLF'})`, async () => {
      const session = await Session.with({ 'town.meter': town.replaceAll('\n', newline), 'rules.meter': rules.replaceAll('\n', newline) });
      const hover = await hoverAt(session, 'town.meter', 'flow note-flow: |crate');
      assert.deepEqual(hover.split('\n'), crate.replaceAll('\\>', '&gt;').split('\n'));
      session.stop();
    });
  }

  it('tells of components what only passes, of data who can read them, of links and flows what they carry', async () => {
    const session = await Session.with({ 'town.meter': town, 'rules.meter': rules });
    const lines = async (part: string) => (await hoverAt(session, 'town.meter', part)).split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual((await lines('component |hub')).slice(0, 6), [
      '- is `box`',
      '- in no zone',
      '- `place-of-use` = shed, from kind `box`',
      '- by default `login` = none, `local-port` = none, `upgradable` = false, `one-way` = false, `own-clock` = true, `legacy` = false, `speed` = 7',
      '- passes on without reading `plans`',
      '- uses `padlock`: lock, bolt',
    ]);
    assert.ok((await lines('component |hub')).includes('- `knows-depth` We \\*dig\\* in June, by Ann, until 2027-06-30'));
    assert.deepEqual(await lines('data |plans'), ['- is `secret`', '- carried by `note-flow`', '- can be read by `crate`, `desk`']);
    assert.deepEqual((await lines('link |wire')).slice(0, 3), [
      '- between `crate` and `hub`',
      '- by default `legacy` = false',
      '- carries `plans`',
    ]);
    const flow = await lines('flow |note-flow');
    assert.deepEqual(flow.slice(0, 2), ['- path: `crate` to `hub` to `desk`', '- over the links `wire`, `cord`']);
    assert.ok(
      flow.some((line) => line.startsWith('- over `tls-1.3` from `crate` to `desk`: ') && line.includes('encryption')),
      flow.join('\n'),
    );
    assert.deepEqual((await lines('zone |yard')).slice(0, 3), [
      '- is `yard-kind`',
      '- holds `crate`',
      '- `place-of-use` = yard, from kind `yard-kind`',
    ]);
    assert.deepEqual(await lines('design |town'), ['- reviewed against `tiny`', '- 2 zones, 3 components, 1 data, 2 links, 1 flow']);
    session.stop();
  });

  it('tells each design of a shared file by itself, what is alike once, and the asking design alone', async () => {
    const shared = 'component crate is box\n';
    const session = await Session.with({
      'rules.meter': rules,
      'parts.meter': shared,
      'a.meter': 'import "parts.meter"\ndesign a { profile tiny }\naccept has-lock on crate because "x"\nflow f: crate -> crate',
      'b.meter': 'import "parts.meter"\ndesign b { profile tiny }',
      'c.meter': 'import "parts.meter"\ndesign c { profile tiny }',
    });
    const there = await hoverAt(session, 'parts.meter', 'component |crate');
    assert.deepEqual(there.match(/\*\*In .*\*\*/g), ['**In design a**', '**In designs b, c**']);
    assert.equal(there.match(/\*\*Accepted\*\*/g)?.length, 1);
    const asked = await hoverAt(session, 'a.meter', 'flow f: |crate');
    assert.equal(asked.match(/\*\*In .*\*\*/g), null);
    assert.match(asked, /\*\*Accepted\*\*\n\n- `has-lock` x\n/);
    session.stop();
  });

  it('keeps its length where much is open, and says how much is left out', async () => {
    const many = Array.from(
      { length: 40 },
      (_, index) =>
        `define requirement r${index} { category a severity ${index < 20 ? 'high' : 'low'} applies to component where is box needs lock because "${'Because. '.repeat(20)}" }`,
    ).join('\n');
    const session = await Session.with({
      'rules.meter': `${rules}${many}\ndefine profile all { includes ${Array.from({ length: 40 }, (_, index) => `r${index}`).join(', ')} }`,
      'a.meter': 'design a { profile all }\ncomponent crate is box\n',
    });
    const hover = await hoverAt(session, 'a.meter', 'component |crate');
    assert.match(hover, /\*\*Open: 40 findings: 20 high, 20 low\*\*/);
    assert.match(hover, /- and 32 more: 12 high, 20 low/);
    assert.ok(hover.length < 4_000, `${hover.length}`);
    session.stop();
  });
});

async function hoverAt(session: Session, file: string, part: string): Promise<string> {
  const hover = await session.request<Hover | null>('textDocument/hover', session.at(file, part));
  assert.ok(hover !== null, part);
  return (hover.contents as { value: string }).value;
}
