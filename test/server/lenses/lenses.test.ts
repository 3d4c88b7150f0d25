import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import type { FoundPlace } from '../../../server/protocol.js';
import { Session } from '../in-process.js';

const rules = `define component box
define control guard on component
define control lock on component, link
define requirement has-guard "Guarded" { category a severity high applies to component where is box needs guard because "b" }
define requirement has-lock "Locked" { category a severity critical where count >= 2 else low applies to component where is box needs lock because "b" }
define requirement link-lock { category a severity medium applies to link needs lock because "b" }
define requirement not-here { category a severity low applies to zone needs lock because "b" }
define requirement on-trial { category a severity low applies to component where is box needs guard because "b" }
define profile tiny { includes has-guard, has-lock, link-lock, not-here }
`;
const town = `/* 電😀 */ design town "T" { profile tiny }
/* 😀 */ component crate "電" is box { count = 3 control guard planned }
component chest is box { control guard control lock }
component desk
component heap is box
link wire: crate <-> chest
link cord: chest <-> desk { control lock }
exclude has-guard on heap because "x"
accept has-lock on heap because "x"
`;

for (const newline of ['\n', '\r\n']) {
  describe(`lines above names (${newline === '\n' ? 'LF' : 'CRLF'})`, () => {
    let session: Session;
    before(async () => {
      const files = { 'town.meter': town, 'rules.meter': rules };
      const texts = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', newline)]));
      session = await Session.with(texts, {}, {}, { commands: ['meterlint.showFindings'] });
    });
    after(() => {
      session.stop();
    });

    it('tell how the design and its components stand, and other elements where something is open', async () => {
      assert.deepEqual(await lenses(session, 'town.meter'), [
        'town: 2 findings: 1 critical, 1 medium · 1 planned · 3 met · 1 accepted · 1 excluded',
        'crate: 1 finding: 1 critical · 1 planned',
        'chest: 2 met',
        'heap: 1 accepted · 1 excluded',
        'wire: 1 finding: 1 medium',
      ]);
    });

    it('tell of requirements whom they concern, also what no profile asks for', async () => {
      assert.deepEqual(await lenses(session, 'rules.meter'), [
        'has-guard: applies to 3 elements, 1 open',
        'has-lock: applies to 3 elements, 1 open',
        'link-lock: applies to 2 elements, 1 open',
        'not-here: applies to nothing in this workspace',
        'on-trial: would apply to 3 elements, 2 open, but no profile asks for it',
      ]);
    });

    it('tell the same of requirements of the built-in catalogue', async () => {
      const told = await lenses(session, 'meterlint-catalogue:/requirements/network.meter');
      assert.ok(told.length > 5);
      for (const line of told)
        assert.match(
          line,
          /^[\w-]+: (would apply to \d+ elements?, \w+ open, but no profile asks for it|applies to nothing in this workspace)$/,
        );
    });

    it('lead to the findings and the elements', async () => {
      const follow = async (file: string, name: string) => {
        const lens = (await ask(session, file)).find(({ range }) => session.cut(file, range) === name)!;
        assert.equal(lens.command!.command, 'meterlint.showFindings');
        const found = await session.request<FoundPlace[]>('meterlint/findings', lens.command!.arguments![0]);
        return found.map(({ label, description, uri, range }) => `${label} | ${description} | ${session.cut(uri, range)}`);
      };
      assert.deepEqual(await follow('town.meter', 'crate'), [
        "■ critical missing: has-lock | component 'crate' (電) | crate",
        "▲ high planned: has-guard | component 'crate' (電) | crate",
      ]);
      assert.equal((await follow('town.meter', 'town')).length, 3);
      assert.deepEqual(await follow('rules.meter', 'has-lock'), [
        "■ critical missing | component 'crate' (電) in town | crate",
        "✓ met | component 'chest' in town | chest",
        "✓ accepted | component 'heap' in town | heap",
      ]);
      assert.deepEqual(await follow('rules.meter', 'on-trial'), [
        "● low would be planned | component 'crate' (電) in town | crate",
        "● low would be missing | component 'heap' in town | heap",
        "✓ would be met | component 'chest' in town | chest",
      ]);
      assert.deepEqual(await follow('rules.meter', 'not-here'), []);
    });
  });
}

describe('lines above names', () => {
  it('of a file that designs share speak of each design, and once of what is alike', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const designs = names.map((name, index): [string, string] => [
      `${name}.meter`,
      `import "parts.meter"\ndesign ${name} { profile tiny }\ncomponent own is box\n${index < 2 ? '' : `accept has-lock on crate because "x"\n`}`,
    ]);
    const session = await Session.with({ ...Object.fromEntries(designs), 'parts.meter': 'component crate is box', 'rules.meter': rules });
    assert.deepEqual(await lenses(session, 'parts.meter'), [
      'crate: a, b: 2 findings: 1 critical, 1 high',
      'crate: c, d, e, f: 1 finding: 1 high · 1 accepted',
    ]);
    assert.deepEqual(await lenses(session, 'c.meter'), [
      'c: 3 findings: 1 critical, 2 high · 1 accepted',
      'own: 2 findings: 1 critical, 1 high',
    ]);
    assert.deepEqual((await lenses(session, 'rules.meter'))[0], 'has-guard: applies to 7 elements, 7 open');
    session.stop();
  });

  it('are readable without a command, in untitled files, and silent where there is nothing to say', async () => {
    const session = await Session.with({ 'rules.meter': rules, 'zones.meter': 'define component shelf\n' });
    assert.deepEqual(await lenses(session, 'rules.meter'), []);
    await session.open('untitled:Untitled-1', 'design d { profile tiny }\ncomponent crate is box\n');
    const found = await ask(session, 'untitled:Untitled-1');
    assert.deepEqual(
      found.map(({ command }) => command),
      [
        { title: '2 findings: 1 critical, 1 high', command: '' },
        { title: '2 findings: 1 critical, 1 high', command: '' },
      ],
    );
    await session.open('untitled:Untitled-2', 'design e { profile none-such }\ncomponent crate is box\n');
    assert.deepEqual(await lenses(session, 'untitled:Untitled-2'), ['e: nothing applies']);
    session.stop();
  });

  it('leave out links, flows, zones and data of which nothing but information is open', async () => {
    const session = await Session.with({
      'a.meter': [
        'define requirement noted { severity info applies to link needs encryption applies to component needs tamper-detection }',
        'define requirement sealed { severity low applies to link where over lte needs message-integrity }',
        'define profile both { includes noted, sealed }',
        'design d { profile both }',
        'component a is relay',
        'component b is relay',
        'link quiet: a -> b',
        'link loud: b -> a over lte',
      ].join('\n'),
    });
    const told = (await lenses(session, 'a.meter')).filter((one) => !/applies to/.test(one));
    assert.deepEqual(told, [
      'd: 5 findings: 1 low, 4 info',
      'a: 1 finding: 1 info',
      'b: 1 finding: 1 info',
      'loud: 2 findings: 1 low, 1 info',
    ]);
    session.stop();
  });

  it('tell of a design with phases which of them today is in, and nothing of what is not there today', async () => {
    const planned = (day: string) => `design town { profile tiny }
phase first from ${day}
component crate is box until phase first { control guard control lock }
component shed is box since phase first { count = 1 }
`;
    // The day of these tests is 2027-03-15.
    const session = await Session.with({ 'rules.meter': rules });
    await session.open('town.meter', planned('2027-03-16'));
    assert.deepEqual(await lenses(session, 'town.meter'), ['town: 2 met · before phase first (2027-03-16)', 'crate: 2 met']);
    await session.change('town.meter', planned('2027-03-15'));
    assert.deepEqual(await lenses(session, 'town.meter'), [
      'town: 2 findings: 1 high, 1 low · 2 met · phase first, since 2027-03-15',
      'crate: 2 met',
      'shed: 2 findings: 1 high, 1 low',
    ]);
    session.stop();
  });

  it('come from the one review of a state of the workspace, however often they are asked for', async () => {
    const session = await Session.with({ 'town.meter': town, 'rules.meter': rules });
    await lenses(session, 'town.meter');
    const architecture = session.shared.meter.Designs.all()[0]!;
    const evaluator = session.shared.server.Current.get().evaluatorOf(architecture);
    const assessment = session.shared.server.Current.get().assessmentOf(architecture);
    let pairs = 0;
    const evaluate = evaluator.evaluate.bind(evaluator);
    evaluator.evaluate = (...pair) => {
      pairs++;
      return evaluate(...pair);
    };
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    for (let round = 0; round < 3; round++) {
      await lenses(session, 'town.meter');
      await session.request('textDocument/inlayHint', { textDocument: { uri: session.uri('town.meter') }, range: whole });
      await session.request('textDocument/hover', session.at('town.meter', 'component |crate'));
    }
    assert.equal(pairs, 0);
    // The one requirement that no profile asks for is tried on its four components, once.
    for (let round = 0; round < 3; round++) await lenses(session, 'rules.meter');
    assert.equal(pairs, 4);
    assert.equal(session.shared.server.Current.get().assessmentOf(session.shared.meter.Designs.all()[0]!), assessment);
    session.stop();
  });
});

function ask(session: Session, file: string): Promise<CodeLens[]> {
  return session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: session.uri(file) } });
}

async function lenses(session: Session, file: string): Promise<string[]> {
  return (await ask(session, file)).map(({ range, command }) => `${session.cut(file, range)}: ${command!.title}`);
}
