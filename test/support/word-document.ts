import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

// A document of Word as somebody reads it: shares nothing with what writes it.

export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
}

export interface ReadTable {
  /** Cells by row, the row of heads first. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows stand again on each page. */
  readonly heads: number;
}

export type ReadBlock = ReadParagraph | ReadTable;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Each part by its name, as text. */
export function partsOf(document: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(document)).map(([name, bytes]) => [name, new TextDecoder('utf8', { fatal: true }).decode(bytes)]),
  );
}

/** Goes through a part, element by element. */
export function eachElement(xml: string, seen: (element: Open, around: readonly Open[]) => void): void {
  const around: Open[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error));
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes };
    seen(element, around);
    around.push(element);
  });
  parser.on('closetag', () => around.pop());
  parser.write(xml).close();
}

/** Paragraphs and tables one below the other, those of drawings left out. */
export function blocksOf(xml: string): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let drawings = 0;
  let table: { rows: string[][]; heads: number } | undefined;
  let style = '';
  let text = '';
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'mc:AlternateContent') drawings++;
    if (drawings > 0) return;
    if (name === 'w:tbl') table = { rows: [], heads: 0 };
    if (name === 'w:tr') table!.rows.push([]);
    if (name === 'w:tblHeader') table!.heads++;
    if (name === 'w:p') [style, text] = ['', ''];
    if (name === 'w:pStyle') style = attributes['w:val']!;
    if (name === 'w:br') text += '\n';
    isText = name === 'w:t';
  });
  parser.on('text', (words) => {
    if (isText && drawings === 0) text += words;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (name === 'mc:AlternateContent') drawings--;
    if (drawings > 0) return;
    if (name === 'w:p' && table === undefined) blocks.push({ style, text });
    if (name === 'w:p' && table !== undefined) table.rows.at(-1)!.push(text);
    if (name === 'w:tbl') {
      blocks.push(table!);
      table = undefined;
    }
  });
  parser.write(xml).close();
  return blocks;
}

const ours = [/^ TOC \\o "1-2" \\h \\z \\u $/, /^ PAGE $/, /^ NUMPAGES $/];

/** Refuses what Word would not open, would ask about, or would run or fetch: whatever the texts of a design hold. */
export function readDocument(document: Uint8Array): void {
  const parts = partsOf(document);
  const types = new Map<string, string>();
  eachElement(parts.get('[Content_Types].xml')!, ({ name, attributes }) => {
    if (name === 'Override') types.set(attributes['PartName']!, attributes['ContentType']!);
  });
  for (const [name, xml] of parts) {
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/, name);
    if (name !== '[Content_Types].xml' && !name.endsWith('.rels')) assert.ok(types.has(`/${name}`), `${name} has no type`);
    const relations = name.endsWith('.rels') ? name : name.replace(/([^/]+)$/, '_rels/$1.rels');
    const ids = relationsIn(parts.get(relations));
    const marks = new Set<string>();
    const numbers = new Set<string>();
    const anchors: string[] = [];
    eachElement(xml, (element, around) => {
      const { name: tag, attributes } = element;
      for (const key of ['r:id', 'r:embed', 'r:link'])
        if (attributes[key] !== undefined) assert.ok(ids.has(attributes[key]), attributes[key]);
      if (tag === 'w:bookmarkStart') marks.add(attributes['w:name']!);
      if (tag === 'w:hyperlink') anchors.push(attributes['w:anchor']!);
      if (tag === 'wp:docPr' || tag === 'wps:cNvPr') {
        assert.ok(!numbers.has(attributes['id']!), `two drawings are ${attributes['id']}`);
        numbers.add(attributes['id']!);
      }
      assert.ok(!['w:object', 'w:altChunk', 'w:attachedTemplate', 'w:fldSimple', 'w:subDoc'].includes(tag), tag);
      if (tag === 'Relationship') assert.equal(attributes['TargetMode'], undefined, 'a target outside');
      if (tag === 'w:tbl') assert.ok(!around.some((outer) => outer.name === 'w:tc'), 'a table in a table');
    });
    for (const anchor of anchors) assert.ok(marks.has(anchor), `nothing is marked ${anchor}`);
    for (const [, field = ''] of xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)) {
      const told = field.replaceAll('&quot;', '"');
      assert.ok(
        ours.some((one) => one.test(told)),
        `a field: ${told}`,
      );
    }
  }
  for (const [name, xml] of parts) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]+$/, '');
    eachElement(xml, ({ attributes: { Target: target } }) => {
      if (target !== undefined) assert.ok(parts.has(`${folder}${target}`), `${name}: there is no ${target}`);
    });
  }
}

function relationsIn(xml: string | undefined): Set<string> {
  const ids = new Set<string>();
  if (xml !== undefined)
    eachElement(xml, ({ attributes: { Id: id } }) => {
      if (id !== undefined) ids.add(id);
    });
  return ids;
}
