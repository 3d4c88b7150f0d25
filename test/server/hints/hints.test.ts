import assert from 'node:assert/strict';
import type { InlayHint } from 'vscode-languageserver';
import { offsetAt, Session } from '../in-process.js';

const rules = `define component box
define control lock on component
define mechanism tin-foil "Tin [foil](command:x)" on link, flow { weak encryption because "it *tears*" }
define mechanism crate-tls "Crate TLS, of our own" on link, flow { provides encryption, message-integrity }
define mechanism seal-only on link, flow { provides message-integrity }
define service post is scheduled-reading { uses crate-tls }
define requirement has-lock { category a severity critical where count >= 3 else high where count >= 2 else low«critical for 1, high for 1, low for 1» applies to component where is box needs lock because "b" }
define requirement plain { category a severity high applies to component where is box needs lock because "b" }
define profile tiny { includes has-lock, plain }
`;
const town = `/* 電😀 */ design town { profile tiny }
component a is box { count = 3 }
component b is box { count = 2 }
component c is box { count = 1 }
component d
component e
link ab: a <-> b over crate-tls
link bc: b <-> c over tin-foil
link cd: c <-> d over seal-only
link da: d <-> a { control encryption planned }
link ac: a <-> c { control encryption }
flow f "電😀": a ->«Crate TLS» b ->«weak: Tin [foil](command:x)» c ->«not encrypted» d ->«encryption only planned» a carries x
flow g: a ->«Crate TLS, TLS 1.3» b ->«TLS 1.3» c ->«not encrypted» d over tls-1.3 from a to c
flow h: a ->«b: Crate TLS; c: encrypted» b, c ->«b to d: unprotected; c to d: not encrypted» d
flow i is post: d ->«Crate TLS» c
flow j: a -> nobody
flow k: d ->«unprotected» e
accept has-lock«critical on a, high on b», plain on a, b because "x"
accept has-lock«low» on c because "x"
accept has-lock on d because "not a box"
`;

describe('hints', () => {
  for (const newline of ['\n', '\r\n']) {
    it(`tell how each step is protected and which severity counts, just there (${newline === '\n' ? 'LF' : 'CRLF'})`, async () => {
      const texts = { 'town.meter': town.replaceAll('\n', newline), 'rules.meter': rules.replaceAll('\n', newline) };
      const session = await Session.with(plain(texts));
      for (const [file, text] of Object.entries(texts)) assert.deepEqual((await hinted(session, file)).split(newline), text.split(newline));
      session.stop();
    });
  }

  it('explain themselves in texts that stay texts', async () => {
    const session = await Session.with(plain({ 'town.meter': town, 'rules.meter': rules }));
    const all = await ask(session, 'town.meter');
    const tooltip = (label: string) =>
      (all.find((hint) => hint.label === label)!.tooltip as { kind: string; value: string }).value.split('\n');
    assert.deepEqual(tooltip('Crate TLS'), ['- Over link ab.', '- Crate TLS: encryption, message integrity.']);
    assert.deepEqual(tooltip('weak: Tin [foil](command:x)'), ['- Over link bc.', '- Encryption is weak: it \\*tears\\*.']);
    assert.deepEqual(tooltip('not encrypted'), ['- Over link cd.', '- seal-only: message integrity.', '- Nothing encrypts this step.']);
    assert.deepEqual(tooltip('unprotected'), ['- No link is chosen for this step.', '- Nothing protects this step.']);
    assert.deepEqual(tooltip('low'), ['- critical where count &gt;= 3', '- high where count &gt;= 2', '- else low']);
    session.stop();
  });

  it('come for the lines that are asked for', async () => {
    const session = await Session.with(plain({ 'town.meter': town, 'rules.meter': rules }));
    const line = plain({ town })
      ['town']!.split('\n')
      .findIndex((one) => one.startsWith('flow g'));
    const range = { start: { line, character: 0 }, end: { line, character: 9 } };
    assert.deepEqual(
      (await ask(session, 'town.meter', range)).map(({ label, position }) => `${position.line - line} ${label as string}`),
      ['0 Crate TLS, TLS 1.3', '0 TLS 1.3', '0 not encrypted'],
    );
    session.stop();
  });

  it('of a file that designs share say once what is alike, and else which design is meant', async () => {
    const parts = 'component a is box\ncomponent b is box\nflow f: a ->«one: Crate TLS; two: unprotected» b\nflow g: b ->«unprotected» a\n';
    const design = (name: string, over: string) =>
      `import "parts.meter"\ndesign ${name} { profile tiny }\nlink ${name}-link: a -> b ${over}\n`;
    const files = {
      'parts.meter': parts,
      'rules.meter': rules,
      'one.meter': design('one', 'over crate-tls'),
      'two.meter': design('two', ''),
    };
    const session = await Session.with(plain(files));
    assert.equal(await hinted(session, 'parts.meter'), parts);
    session.stop();
  });

  it('work in untitled files and follow edits', async () => {
    const session = await Session.with(plain({ 'rules.meter': rules }));
    const text = 'component a\ncomponent b\nlink l: a -> b\nflow f: a ->«unprotected» b';
    await session.open('untitled:Untitled-1', text.replaceAll(/«.*?»/g, ''));
    assert.equal(await hinted(session, 'untitled:Untitled-1'), text);
    const safer = text.replace('a -> b\n', 'a -> b over crate-tls\n').replace('unprotected', 'Crate TLS');
    await session.change('untitled:Untitled-1', safer.replaceAll(/«.*?»/g, ''));
    assert.equal(await hinted(session, 'untitled:Untitled-1'), safer);
    session.stop();
  });
});

function plain(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll(/«.*?»/g, '')]));
}

const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

function ask(session: Session, file: string, range: InlayHint['textEdits'] | object = whole): Promise<InlayHint[]> {
  return session.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: session.uri(file) }, range });
}

/** A text with its hints where they stand. */
async function hinted(session: Session, file: string): Promise<string> {
  let text = session.textOf(file);
  const found = (await ask(session, file)).map(({ position, label }) => ({ offset: offsetAt(text, position), label: label as string }));
  for (const { offset, label } of found.sort((a, b) => b.offset - a.offset))
    text = `${text.slice(0, offset)}«${label}»${text.slice(offset)}`;
  return text;
}
