import assert from 'node:assert/strict';
import { AstUtils, GrammarAST, URI } from 'langium';
import type { CompletionItem, CompletionList, InsertReplaceEdit, TextEdit } from 'vscode-languageserver';
import { namedPlaces } from '../../server/completion/names.js';
import { withDefaults } from './completion/edits.js';
import { itemsAt, labelsAt, modern, named, town } from './completion/asking.js';
import { Session } from './in-process.js';

describe('items of completion', () => {
  it('replace the whole of a name with points and hyphens, or insert before what is behind the cursor', async () => {
    const text = `${town}/* 電力😀 */ link 線 "😀": meter-1.a <-> hes over tls-1.2, dlms-suite-0\n`;
    const [old, now] = [await Session.with({}), await Session.with({}, modern)];
    for (const session of [old, now]) await session.open('a.meter', text.replace(/\n/g, '\r\n'));
    const cut = (session: Session, range: TextEdit['range']) => session.cut(session.uri('a.meter'), range);
    for (const [part, label, left, whole] of [
      ['over tls-1|.2', 'tls-1.3', 'tls-1', 'tls-1.2'],
      ['over |tls-1.2', 'tls-1.3', '', 'tls-1.2'],
      ['over tls-1.2|', 'tls-1.3', 'tls-1.2', 'tls-1.2'],
      ['dlms-su|ite-0', 'dlms-suite-1', 'dlms-su', 'dlms-suite-0'],
      ['"😀": mete|r-1.a', 'meter-1.a', 'mete', 'meter-1.a'],
    ] as const) {
      const plain = named(await itemsAt(old, old.at('a.meter', part)), label);
      assert.equal(cut(old, (plain.textEdit as TextEdit).range), whole, part);
      const both = named(await itemsAt(now, now.at('a.meter', part)), label);
      const { insert, replace, newText } = both.textEdit as InsertReplaceEdit;
      assert.deepEqual([cut(now, insert), cut(now, replace), newText], [left, whole, label], part);
      // Behind the name stand the everyday words by which it is found, too.
      assert.ok(both.filterText === label || both.filterText!.startsWith(`${label} `), both.filterText);
    }
    for (const session of [old, now]) session.stop();
  });

  it('are found by the everyday words of a definition, and write its name', async () => {
    const text = `${town}link line: meter-1.a <-> hes over htt\ncomponent box is wat\n`;
    const session = await Session.with({ 'a.meter': text }, modern);
    const over = named(await itemsAt(session, session.at('a.meter', 'over htt|')), 'tls-1.3');
    assert.equal(over.filterText, 'https tls-1.3 http over tls');
    assert.equal((over.textEdit as InsertReplaceEdit).newText, 'tls-1.3');
    const before = named(await itemsAt(session, session.at('a.meter', 'over |htt')), 'tls-1.3');
    assert.equal(before.filterText, 'tls-1.3 https http over tls', 'nothing is typed yet');
    const kind = named(await itemsAt(session, session.at('a.meter', 'is wat|')), 'water-meter');
    assert.equal(kind.filterText, 'water-meter water', 'the name itself begins so');
    session.stop();
  });

  it('stand in the same order each time, by a text of its own', async () => {
    const session = await Session.with({ 'a.meter': town + 'link x: meter-1.a <-> hes over ' });
    const first = await itemsAt(session, session.at('a.meter', 'hes over |'));
    const texts = first.map(({ sortText }) => sortText!);
    assert.deepEqual(texts, [...texts].sort());
    assert.equal(new Set(texts).size, texts.length);
    assert.deepEqual(await itemsAt(session, session.at('a.meter', 'hes over |')), first);
    session.stop();
  });

  it('are asked for again where a number grows, and nowhere else', async () => {
    const session = await Session.with({ 'a.meter': town + 'data d is interval-consumption { retention = 1 }\n' });
    const ask = (part: string) => session.request<CompletionList>('textDocument/completion', session.at('a.meter', part));
    assert.equal((await ask('retention = 1|')).isIncomplete, true);
    assert.equal((await ask('data d is |')).isIncomplete, false);
    session.stop();
  });

  it('say what a mechanism closes, its standard, and why one is weak', async () => {
    const session = await Session.with({ 'a.meter': town.replace('meter-1.a <-> hes', 'meter-1.a <-> hes over ') }, modern);
    const items = await itemsAt(session, session.at('a.meter', 'hes over |'));
    assert.match(named(items, 'mutual-tls').detail!, /^Mutual TLS 1\.3 \(RFC 8446\); closes .*\bauthn-mutual\b/);
    assert.match(named(items, 'dlms-lls').detail!, /weak for mutual authentication: /);
    assert.deepEqual(named(items, 'dlms-lls').labelDetails, { description: 'weak' });
    session.stop();
  });

  it('bring their documentation when they are asked for it', async () => {
    const session = await Session.with({ 'a.meter': town }, modern);
    assert.equal(session.initialized.capabilities.completionProvider?.resolveProvider, true);
    for (const [part, label, words] of [
      ['is |smart-meter', 'smart-meter', /smart-meter/],
      [': |meter-1.a ->', 'meter-1.a', /Reads \\\[all\\\]/],
    ] as const) {
      const item = named(await itemsAt(session, session.at('a.meter', part)), label);
      assert.equal(item.documentation, undefined);
      const { documentation } = await session.request<CompletionItem>('completionItem/resolve', item);
      const { kind, value } = documentation as { kind: string; value: string };
      assert.equal(kind, 'markdown');
      assert.match(value, words);
      assert.doesNotMatch(value, /\]\(command:|<b>/);
    }
    const [first] = await itemsAt(session, session.at('a.meter', 'zone home is |customer'));
    for (const data of [undefined, null, 3, { type: 'Nothing', name: 'x' }, { type: 'Zone', name: 'gone', uri: 'file:///ws/none.meter' }]) {
      const back = await session.request<CompletionItem>('completionItem/resolve', { ...first, data });
      assert.equal(back.label, first!.label, 'what is not known comes back as it is');
    }
    session.stop();
  });

  it('bring it at once where nobody will ask', async () => {
    const session = await Session.with({ 'a.meter': town.replace('hes\nflow', 'hes over \nflow') });
    const over = await itemsAt(session, session.at('a.meter', 'hes over |'));
    assert.match(
      (named(over, 'mutual-tls').documentation as { value: string }).value,
      /^TLS 1\.3 in which the client shows a certificate too\.\n\nRFC 8446; /,
    );
    const stops = await itemsAt(session, session.at('a.meter', ': |meter-1.a ->'));
    const { kind, value } = named(stops, 'meter-1.a').documentation as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    assert.match(value, /^Reads \\\[all\\\]/);
    assert.doesNotMatch(value, /\]\(command:|<b>/);
    session.stop();
  });

  it('tell what each word of the language says', async () => {
    const session = await Session.with({ 'a.meter': town });
    const items = await itemsAt(session, session.at('a.meter', 'carries load\n|'));
    for (const { label, detail, documentation } of items) assert.ok(detail !== undefined && documentation !== undefined, label);
    session.stop();
  });

  it('open the list again where something has to follow, in clients that say how', async () => {
    const session = await Session.with({ 'a.meter': town + 'component c is relay ' }, modern, {}, { completeAgain: 'suggest.again' });
    const items = await itemsAt(session, session.at('a.meter', 'is relay |'));
    assert.deepEqual(named(items, 'in').command, { title: '', command: 'suggest.again' });
    assert.equal((named(items, 'in').textEdit as TextEdit).newText, 'in ');
    const without = await Session.with({ 'a.meter': town + 'component c is relay ' }, modern, {}, { completeAgain: 3 });
    assert.equal(named(await itemsAt(without, without.at('a.meter', 'is relay |')), 'in').command, undefined);
    session.stop();
    without.stop();
  });
});

describe('forms of statements', () => {
  const forms: Readonly<Record<string, string>> = {
    component: 'component new-component "Title" is smart-meter in home',
    link: 'link new-link "Title": meter-1.a <-> acme',
    flow: 'flow new-flow "Title" is scheduled-reading: meter-1.a -> hes carries load',
    zone: 'zone new-zone "Title" is customer-premises',
    data: 'data new-data "Title" is configuration',
    'define control': 'define control new-control "Title" on component',
    'define harm': 'define harm new-harm "Title"',
    'define attribute': 'define attribute new-attribute "Title" on component: boolean',
  };

  it('have places to fill in, which hold names that exist', async () => {
    const session = await Session.with({ 'a.meter': town + 'component acme is vendor\n\n' }, modern);
    const items = await itemsAt(session, session.at('a.meter', 'acme is vendor\n|'));
    for (const [label, form] of Object.entries(forms)) {
      const item = named(items, label);
      assert.equal(item.insertTextFormat, 2, label);
      const { newText } = item.textEdit as InsertReplaceEdit;
      assert.match(newText, /\$\{1:/);
      assert.equal(withDefaults(newText), form);
    }
    const accept = withDefaults((named(items, 'accept').textEdit as InsertReplaceEdit).newText);
    assert.match(accept, /^accept [\w-]+ on [\w.-]+ until 2028-03-15 because "reason" by "who decided"$/);
    session.stop();
  });

  it('are words in clients that know no places to fill in', async () => {
    const session = await Session.with({ 'a.meter': town + '\n' });
    const items = await itemsAt(session, session.at('a.meter', 'carries load\n|'));
    for (const item of items) {
      assert.notEqual(item.insertTextFormat, 2, item.label);
      assert.doesNotMatch((item.textEdit as TextEdit).newText, /\$/);
    }
    assert.equal((named(items, 'component').textEdit as TextEdit).newText, 'component ');
    session.stop();
  });

  it('take names that are free, and stay words where something is missing', async () => {
    const session = await Session.with({ 'a.meter': 'zone new-zone is operations\nzone new-zone-2 is operations\n\n' }, modern);
    const items = await itemsAt(session, session.at('a.meter', 'zone new-zone-2 is operations\n|'));
    assert.match(withDefaults((named(items, 'zone').textEdit as InsertReplaceEdit).newText), /^zone new-zone-3 /);
    for (const word of ['link', 'flow']) {
      assert.equal((named(items, word).textEdit as InsertReplaceEdit).newText, `${word} `, 'there are no components to join');
    }
    session.stop();
  });

  it('follow a word that is written already', async () => {
    const session = await Session.with({ 'a.meter': town + 'define con\n' }, modern);
    const item = named(await itemsAt(session, session.at('a.meter', 'define con|')), 'control');
    assert.equal(withDefaults((item.textEdit as InsertReplaceEdit).newText), 'control new-control "Title" on component');
    session.stop();
  });
});

describe('completion without being asked', () => {
  it('comes where something has to follow, and nowhere else', async () => {
    const session = await Session.with({
      'a.meter': town + 'component c is \ncomponent d \n// component e is \nzone f "is " is operations\nlink g: meter-1.a -> \n',
    });
    const after = (part: string, character: string) => labelsAt(session, session.at('a.meter', part), character);
    assert.ok((await after('component c is |', ' ')).includes('smart-meter'));
    assert.deepEqual(await after('component d |', ' '), []);
    assert.ok((await labelsAt(session, session.at('a.meter', 'component d |'))).includes('is'), 'but where it is asked for');
    assert.deepEqual(await after('// component e is |', ' '), []);
    assert.deepEqual(await after('zone f "is |"', ' '), []);
    assert.deepEqual(await after('link g: meter-1.a -> |', ' '), ['hes', 'c', 'd', 'meter-1.a']);
    session.stop();
  });
});

describe('completion in a workspace', () => {
  it('offers no decision in a file whose decisions do not count', async () => {
    const session = await Session.with({ 'a.meter': town + '\n' });
    const at = session.at('a.meter', 'carries load\n|');
    assert.ok((await labelsAt(session, at)).includes('accept'));
    session.shared.meter.DecisionFiles.set([{ folder: URI.parse('file:///ws'), from: ['decisions/*.meter'] }]);
    const labels = await labelsAt(session, at);
    assert.ok(!labels.includes('accept') && !labels.includes('exclude') && labels.includes('component'));
    session.stop();
  });

  it('offers no decision where nothing is open', async () => {
    const session = await Session.with({ 'a.meter': 'define harm a\n\n' });
    const labels = await labelsAt(session, session.at('a.meter', 'define harm a\n|'));
    assert.ok(!labels.includes('accept') && labels.includes('component'));
    session.stop();
  });

  it('reviews a design of a thousand components once for each state of the workspace', async () => {
    const meters = Array.from({ length: 500 }, (_, index) => [
      `component m${index} is smart-meter in home { remote-switch = none }`,
      `component g${index} is gateway in home`,
      `link l${index}: m${index} <-> g${index}`,
    ]);
    const text = `${town}${meters.flat().join('\n')}\nlink x: m1 <-> g2 over \ncomponent q is smart-meter { control }\n`;
    const session = await Session.with({});
    await session.open('a.meter', text);
    const { Current } = session.shared.server;
    await labelsAt(session, session.at('a.meter', '{ control |}'));
    const [before] = Current.get().assessments;
    for (const part of ['m1 <-> g2 over |', 'm1 <-> |g2', '{ control |}', 'm1 <-> g2 over |', 'link x: |m1']) {
      assert.ok((await labelsAt(session, session.at('a.meter', part))).length > 0, part);
      assert.equal(Current.get().assessments[0], before, 'the same review');
    }
    await session.change('a.meter', text.replace('g2 over ', 'g2 over t'));
    await labelsAt(session, session.at('a.meter', 'm1 <-> g2 over t|'));
    const [after] = Current.get().assessments;
    assert.notEqual(after, before);
    await labelsAt(session, session.at('a.meter', 'm1 <-> g2 over t|'));
    assert.equal(Current.get().assessments[0], after);
    session.stop();
  });

  it('knows something for every name that the grammar wants', async () => {
    const session = await Session.with({});
    const wanted = AstUtils.streamAst(session.services.Grammar)
      .filter(GrammarAST.isCrossReference)
      .map((reference) => {
        const rule = AstUtils.getContainerOfType(reference, GrammarAST.isParserRule)!;
        return `${rule.returnType?.ref?.name ?? rule.name}.${AstUtils.getContainerOfType(reference, GrammarAST.isAssignment)!.feature}`;
      })
      .toArray();
    assert.ok(wanted.length > 50);
    assert.deepEqual([...new Set(wanted)].filter((place) => !namedPlaces.includes(place)).sort(), []);
    // A category is no reference: those in use are offered.
    assert.deepEqual(
      namedPlaces.filter((place) => !wanted.includes(place)),
      ['Requirement.categories'],
    );
    session.stop();
  });

  it('answers in every text that is half written', async () => {
    const session = await Session.with({ 'zones.meter': 'zone home is customer-premises\n' });
    const whole = `import "zones.meter"\n${town.replaceAll('zone home is customer-premises\n', '')}define requirement r { severity high where carries key-material else low applies to link where crosses zone needs encryption }\naccept r on wan\n`;
    const texts = [
      ...Array.from({ length: 24 }, (_, index) => whole.slice(0, 20 + index * 33)),
      whole.replaceAll(': ', ' ').replaceAll('is ', 'is , '),
      whole.split(' ').reverse().join(' '),
      `${'{'.repeat(300)}${whole}`,
      `${'('.repeat(400)}${whole}`,
      `define requirement r { applies to link where ${'('.repeat(120)}`,
      `/* ${whole}`,
      '"',
      'component\ndefine\ndefine component\nimport\nflow :\nlink a:\ncite\naccept\nx = \n-> <-> <',
      '\u{10FFFF}\0\uD800',
    ];
    await session.open('a.meter', '');
    for (const text of texts) {
      await session.change('a.meter', text);
      for (let offset = text.length; offset >= 0; offset -= 97) {
        const lines = text.slice(0, offset).split('\n');
        const position = { line: lines.length - 1, character: lines.at(-1)!.length };
        const place = { textDocument: { uri: session.uri('a.meter') }, position };
        assert.ok(Array.isArray(await itemsAt(session, place)), text.slice(0, offset));
      }
    }
    session.stop();
  });
});
