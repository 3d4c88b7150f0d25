import assert from 'node:assert/strict';
import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { Session } from './in-process.js';

const rules =
  'define control lock on component\ndefine requirement locked { category a severity low where count > 1 else high applies to component needs lock because "b" }\ndefine profile tiny { includes locked }\n';
const files = {
  'rules.meter': rules,
  'town.meter': 'import "parts.meter"\ndesign town { profile tiny }\naccept locked on box because "x"\n',
  'parts.meter': 'component box { count = 1 }\ncomponent other { count = 1 }\nflow f: box -> other\n',
};
const able = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('what a client shows', () => {
  const seen = async (session: Session, file: string): Promise<string[]> => {
    const params = { textDocument: { uri: session.uri(file) }, range: whole };
    const lenses = await session.request<CodeLens[]>('textDocument/codeLens', params);
    const hints = await session.request<InlayHint[]>('textDocument/inlayHint', params);
    return [...lenses.map(({ command }) => command!.title), ...hints.map(({ label }) => label as string)];
  };
  /** The server has answered what came before. */
  const settle = (session: Session) => session.request('textDocument/codeLens', { textDocument: { uri: session.uri('town.meter') } });

  const refreshes = async (session: Session, count: number): Promise<void> => {
    for (let turn = 0; turn < 50_000 && session.refreshed.length < count; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('is asked for again after an edit of another file, and not after an edit of the only file shown', async () => {
    const session = await Session.with(files, able);
    await session.open('town.meter');
    await settle(session);
    assert.deepEqual(await seen(session, 'town.meter'), ['1 finding: 1 high · 1 accepted', 'high']);
    session.refreshed.length = 0;
    await session.change('town.meter', `${files['town.meter']}\n`);
    await settle(session);
    assert.deepEqual(session.refreshed, []);
    await session.open('parts.meter');
    await settle(session);
    session.refreshed.length = 0;
    await session.change(
      'parts.meter',
      files['parts.meter'].replaceAll('count = 1', 'count = 2').replace('2 }\nflow', '2 control lock }\nflow'),
    );
    await settle(session);
    assert.deepEqual(session.refreshed, ['codeLens', 'inlayHint', 'semanticTokens']);
    assert.deepEqual(await seen(session, 'town.meter'), ['1 met · 1 accepted', 'low']);
    session.stop();
  });

  it('is asked for again when a file that others depend on changes on the disk, or goes', async () => {
    const session = await Session.with(
      { ...files, 'more.meter': 'define requirement far { category a severity low applies to flow }' },
      able,
    );
    await session.open('town.meter');
    await settle(session);
    for (const [file, type] of [
      ['more.meter', 3],
      ['rules.meter', 2],
    ] as const) {
      session.refreshed.length = 0;
      session.texts.set(session.uri('rules.meter'), rules.replace('else high', 'else medium'));
      await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: session.uri(file), type }] });
      await refreshes(session, 3);
      assert.deepEqual(session.refreshed, ['codeLens', 'inlayHint', 'semanticTokens'], file);
    }
    assert.deepEqual(await seen(session, 'town.meter'), ['1 finding: 1 medium · 1 accepted', 'medium']);
    session.stop();
  });

  it('is not asked for again by a client that cannot', async () => {
    const session = await Session.with(files, {
      workspace: { workspaceFolders: true, configuration: true, codeLens: { refreshSupport: true } },
    });
    await session.open('town.meter');
    await session.open('parts.meter');
    await settle(session);
    session.refreshed.length = 0;
    await session.change('parts.meter', 'component box\n');
    await settle(session);
    assert.deepEqual(session.refreshed, ['codeLens']);
    session.stop();
  });

  const off = (tree: object) => ({ settings: { meterlint: tree } });
  const all = ['1 finding: 1 high · 1 accepted', 'high'];
  const cases: readonly (readonly [setting: string, tree: object, file: string, expected: readonly string[]])[] = [
    ['codeLens.designs', { codeLens: { designs: false } }, 'town.meter', ['high']],
    ['codeLens.elements', { codeLens: { elements: false } }, 'parts.meter', ['unprotected']],
    ['codeLens.requirements', { codeLens: { requirements: false } }, 'rules.meter', ['high for 2']],
    ['inlayHints.protection', { inlayHints: { protection: false } }, 'parts.meter', ['1 accepted', '1 finding: 1 high']],
    ['inlayHints.severity', { inlayHints: { severity: false } }, 'town.meter', ['1 finding: 1 high · 1 accepted']],
  ];
  for (const [setting, tree, file, expected] of cases) {
    it(`heeds ${setting} at once, and from the start`, async () => {
      const session = await Session.with(files, able);
      await session.open('town.meter');
      assert.deepEqual(await seen(session, 'town.meter'), all);
      session.refreshed.length = 0;
      await session.notify('workspace/didChangeConfiguration', off(tree));
      assert.deepEqual(await seen(session, file), expected);
      assert.deepEqual(session.refreshed, ['codeLens', 'inlayHint', 'semanticTokens']);
      await session.notify('workspace/didChangeConfiguration', off(tree));
      await settle(session);
      assert.equal(session.refreshed.length, 3, 'the same settings change nothing');
      // A client may only say that something changed, and wait to be asked.
      session.settings['meterlint'] = {};
      await session.notify('workspace/didChangeConfiguration', { settings: null });
      await refreshes(session, 6);
      assert.deepEqual(await seen(session, 'town.meter'), all);
      session.stop();
      const later = await Session.with(files, able, { meterlint: tree });
      await later.open('town.meter');
      await settle(later);
      assert.deepEqual(await seen(later, file), expected);
      later.stop();
    });
  }

  it('heeds nothing that is not a switch', async () => {
    const session = await Session.with(files, able);
    for (const settings of [
      null,
      1,
      'x',
      [],
      {},
      { meterlint: null },
      { meterlint: 3 },
      { meterlint: { codeLens: null } },
      { meterlint: { codeLens: { designs: 'no' } } },
    ]) {
      await session.notify('workspace/didChangeConfiguration', { settings });
      assert.deepEqual(await seen(session, 'town.meter'), all, JSON.stringify(settings));
    }
    session.stop();
  });
});
