import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { SaxesParser } from 'saxes';
import { readDocument } from './word-document.js';

/** Reads a report the way a reader of its kind does, and refuses what that reader would refuse or take for more than text. */
export function readStrictly(extension: string, report: string | Uint8Array): void {
  const kind = /(?:^|\.)([a-z]+)$/.exec(extension)?.[1];
  if (kind === 'xlsx') {
    readWorkbook(Buffer.from(report));
    return;
  }
  if (kind === 'docx') {
    assert.ok(report instanceof Uint8Array);
    readDocument(report);
    return;
  }
  assert.equal(typeof report, 'string', `no reader for bytes of .${extension}`);
  const text = report as string;
  assert.doesNotMatch(text, /\p{Surrogate}/u, 'half a character');
  // JSON may hold DEL as it is, and its other control characters are escaped.
  assert.doesNotMatch(text, /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/, 'a control character');
  if (!['json', 'sarif', 'otm'].includes(kind!)) assert.doesNotMatch(text, /\u007F/, 'a control character');
  switch (kind) {
    case 'json':
    case 'sarif':
    case 'otm':
      readJson(JSON.parse(text));
      return;
    case 'xml':
      readXml(text);
      return;
    case 'csv':
      readCsv(text);
      return;
    case 'md':
      readMarkdown(text);
      return;
    case 'html':
      readHtml(text);
      return;
    default:
      assert.fail(`no reader for .${extension}`);
  }
}

function readJson(value: unknown): void {
  if (typeof value === 'string') assert.doesNotMatch(value, /\p{Surrogate}/u, 'half a character behind an escape');
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) [key, inner].forEach(readJson);
}

export function readXml(text: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => assert.fail('a document type'));
  parser.write(text).close();
}

function readWorkbook(bytes: Buffer): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const text = Buffer.from(part).toString('utf8');
    readXml(text);
    assert.doesNotMatch(text, /<f[ >]|<hyperlink/, `${name}: a formula or link`);
  }
}

/** RFC 4180 by hand: the cells of a table. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text;
  while (rest !== '') {
    const [whole, quoted, plain, end] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/.exec(rest) ?? assert.fail(`no cell: ${rest.slice(0, 80)}`);
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    rest = rest.slice(whole.length);
    if (end === '\r\n' && rest !== '') rows.push([]);
    if (whole === '') break;
  }
  return rows;
}

function readCsv(text: string): void {
  const [heads, ...rows] = cellsOf(text);
  for (const row of rows) {
    assert.equal(row.length, heads!.length);
    for (const cell of row) {
      if (/^-?\d+$/.test(cell)) continue;
      assert.doesNotMatch(cell, /^[\s]*[=+\-@\t\r＝＋－＠]/, `a formula: ${cell.slice(0, 40)}`);
      assert.ok(cell.length <= 32_767, 'longer than a cell');
    }
  }
}

/** Rendered with HTML and bare addresses allowed, as forges do: nothing but the links that are ours may come of it. */
function readMarkdown(text: string): void {
  const html = new MarkdownIt({ html: true, linkify: true }).render(text);
  const elements = elementsOf(html);
  const allowed = 'html head body h1 h2 h3 p ul li code a table thead tbody tr th td strong em'.split(' ');
  for (const { tagName, attrs } of elements) {
    assert.ok(allowed.includes(tagName), `<${tagName}> from a text`);
    for (const { name, value } of attrs) {
      assert.equal(`${tagName} ${name}`, 'a href');
      assert.match(value, /^https:\/\/github\.com\/meterlint\//);
    }
  }
  // What a forge looks for after rendering, outside of code.
  const shown = html.replace(/<code>.*?<\/code>/gs, '').replace(/<[^>]*>/g, '');
  assert.doesNotMatch(shown, /(^|[^\w])[@#!][\w]/m, 'a mention or a number of an issue');
}

const forbiddenElements = ['script', 'iframe', 'object', 'embed', 'link', 'form', 'input', 'base', 'img', 'foreignobject'];

/** All that a picture of ours is made of: no text of a design may add to it. */
const drawingElements: readonly string[] = ['title', 'desc', 'style', 'g', 'rect', 'path', 'text'];

function readHtml(text: string): void {
  const elements = elementsOf(text);
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  const policy = metas.find(({ attrs }) => attrs.some(({ name, value }) => name === 'http-equiv' && value === 'Content-Security-Policy'));
  assert.match(policy!.attrs.find(({ name }) => name === 'content')!.value, /^default-src 'none'/);
  for (const { tagName, attrs, childNodes, namespaceURI } of elements) {
    if (namespaceURI.endsWith('/svg')) {
      const inside = childNodes.flatMap((child) => ('tagName' in child ? child.tagName : []));
      assert.deepEqual(
        inside.filter((name) => !drawingElements.includes(name)),
        [],
      );
    }
    assert.ok(!forbiddenElements.includes(tagName), `<${tagName}>`);
    for (const { name, value } of attrs) {
      assert.doesNotMatch(name, /^on|^style$|^src/, `${tagName} ${name}`);
      if (name === 'href') assert.match(value, /^(#[\w.-]+|https:\/\/\S+)$/, `a link to ${value}`);
    }
  }
  const ids = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
  assert.equal(new Set(ids).size, ids.length, 'an id twice');
  for (const { attrs } of elements) {
    for (const { name, value } of attrs)
      if (name === 'href' && value.startsWith('#')) assert.ok(ids.includes(value.slice(1)), `no ${value}`);
  }
}

export function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = [];
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}
