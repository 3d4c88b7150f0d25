import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { hostileDesign, rawIn } from '../support/hostile.js';
import { Session } from './in-process.js';

/** What stands in the text itself goes to the editor as it is: edits, and what a search is compared with. */
const verbatim = new Set(['newText', 'changes', 'edit', 'textEdit', 'filterText', 'uri', 'targetUri', 'href', 'id', 'data']);

/** All texts of an answer, with where they stand. */
function textsOf(answer: unknown, where = ''): (readonly [string, string])[] {
  if (typeof answer === 'string') return [[where, answer]];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, inner]) => (verbatim.has(key) ? [] : textsOf(inner, `${where}/${key}`)));
}

/** Markdown as an editor reads it, without HTML of its own: what it makes of a text. */
function liveIn(markdown: string): string[] {
  const tokens = new MarkdownIt({ linkify: true, html: true }).parse(markdown, {});
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  return all.flatMap(({ type, content, attrs }) => {
    const href = attrs?.find(([name]) => name === 'href' || name === 'src')?.[1] ?? '';
    if (/^html/.test(type)) return [`${type} ${content}`];
    return href.includes('evil') || type === 'image' ? [`${type} ${href}`] : [];
  });
}

describe('whatever the language server answers about a hostile design', () => {
  let session: Session;
  const asked: [string, unknown][] = [];

  before(async () => {
    session = await Session.with({ 'a.meter': hostileDesign, 'b.meter': 'import "a.meter"\n' });
    await session.open('a.meter');
    await session.shared.workspace.WorkspaceManager.ready;
    const document = { textDocument: { uri: session.uri('a.meter') } };
    const end = { line: hostileDesign.split('\n').length, character: 0 };
    const whole = { range: { start: { line: 0, character: 0 }, end } };
    const ask = async (method: string, params: unknown): Promise<void> => {
      asked.push([method, await session.request(method, params)]);
    };
    await ask('textDocument/codeAction', { ...document, ...whole, context: { diagnostics: [] } });
    await ask('textDocument/codeLens', document);
    await ask('textDocument/inlayHint', { ...document, ...whole });
    await ask('textDocument/documentSymbol', document);
    await ask('textDocument/foldingRange', document);
    await ask('workspace/symbol', { query: '' });
    for (const part of [
      'design d',
      'component a',
      'component c',
      'link l',
      'flow f',
      'data values',
      'zone field',
      'is thing',
      'uses tape',
      'control shut',
      'accept r1',
      'requirement r1',
      'threat theft',
      'harm loss',
      'standard book',
      'profile own',
    ]) {
      const at = session.at('a.meter', part.replace(' ', ' |'));
      await ask('textDocument/hover', at);
      await ask('textDocument/completion', at);
      await ask('textDocument/definition', at);
      await ask('textDocument/prepareRename', at);
    }
  });
  after(() => {
    session.stop();
  });

  it('was asked of things that answer', () => {
    const answered = asked.filter(([, answer]) => textsOf(answer).length > 0).map(([method]) => method);
    assert.deepEqual(
      [
        'textDocument/codeAction',
        'textDocument/codeLens',
        'textDocument/documentSymbol',
        'workspace/symbol',
        'textDocument/hover',
        'textDocument/completion',
      ].filter((method) => !answered.includes(method)),
      [],
    );
  });

  it('has nothing of it raw', () => {
    for (const [method, answer] of asked)
      for (const [where, told] of textsOf(answer)) assert.equal(rawIn(told), undefined, `${method} ${where}`);
  });

  it('has nothing of it raw in what is told of the text, and nothing undefined', () => {
    const { diagnostics = [] } = session.shared.workspace.LangiumDocuments.all.find(({ uri }) => uri.path.endsWith('/a.meter'))!;
    assert.ok(diagnostics.length > 5);
    for (const { message, relatedInformation = [] } of diagnostics) {
      for (const told of [message, ...relatedInformation.map((one) => one.message)]) {
        assert.equal(rawIn(told as string), undefined);
        assert.doesNotMatch(told as string, /\bundefined\b/);
      }
    }
  });

  it('makes no link, image or HTML of it where it is read as Markdown', () => {
    const read = asked.flatMap(([method, answer]) =>
      textsOf(answer)
        .filter(([where, told]) => /\/(?:contents|documentation)\/value$/.test(where) && told !== '')
        .map(([, told]) => [method, told] as const),
    );
    assert.ok(read.length > 10);
    for (const [method, told] of read) assert.deepEqual(liveIn(told), [], method);
  });
});
