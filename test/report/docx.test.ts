import assert from 'node:assert/strict';
import { editions, formatNamed, writeReport } from '../../report/formats/index.js';
import { drawPictures } from '../../report/pictures.js';
import type { Reviewed } from '../../report/problem.js';
import { countFindings } from '../../summary/count.js';
import { severities } from '../../language/model/index.js';
import { elementWords } from '../../report/words.js';
import {
  blocksOf,
  eachElement,
  partsOf,
  readDocument,
  type ReadBlock,
  type ReadParagraph,
  type ReadTable,
} from '../support/word-document.js';
import { reportContext } from '../support/reports.js';
import { exampleFiles, reviewFiles } from '../support/designs.js';
import { reviewOf } from '../support/reviewed.js';

const small = [
  'define standard book "The book" { edition "2" }',
  'define requirement own "Own rule" { severity high applies to component where is relay needs secure-boot see book "7.1" because "It breaks." guidance "Do it. Soon." }',
  'define profile mine { includes own }',
  'design d "The design" { version "1.2" profile mine owner "The board" }',
  'component a "First relay" is relay',
  'component b is relay { control secure-boot evidence "Report 7" }',
  'component c is relay',
  'component e is relay { control secure-boot planned for 2027-03-01 }',
  'link l: a -> b',
  'accept own on c until 2027-01-01 because "Replaced soon" by "CISO"',
].join('\n');

const examples = exampleFiles('riverside.meter', 'hardened.meter', 'zones.meter');

const isTable = (block: ReadBlock): block is ReadTable => 'rows' in block;
const isHeading = (block: ReadBlock | undefined): block is ReadParagraph =>
  block !== undefined && !isTable(block) && /^Heading\d$/.test(block.style);

async function written(reviewed: Reviewed): Promise<Map<string, string>> {
  const bytes = await writeReport(formatNamed('docx')!, reviewed, reportContext);
  assert.ok(bytes instanceof Uint8Array);
  readDocument(bytes);
  return partsOf(bytes);
}

async function blocksFrom(reviewed: Reviewed): Promise<ReadBlock[]> {
  return blocksOf((await written(reviewed)).get('word/document.xml')!);
}

/** What stands below a heading, up to the next one of its level or above. */
function chapter(blocks: readonly ReadBlock[], title: string): ReadBlock[] {
  const start = blocks.findIndex((block) => isHeading(block) && block.text === title);
  assert.ok(start >= 0, `no heading '${title}'`);
  const { style } = blocks[start] as ReadParagraph;
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => isHeading(block) && block.style <= style);
  return end < 0 ? rest : rest.slice(0, end);
}

const rowsOf = (blocks: readonly ReadBlock[]) => blocks.filter(isTable).map(({ rows }) => rows);
const wordsIn = (blocks: readonly ReadBlock[]) => blocks.flatMap((block) => (isTable(block) || block.style === 'Gap' ? [] : [block.text]));

describe('a report for Word', () => {
  it('tells a small design from the title to the legend', async () => {
    const blocks = await blocksFrom(await reviewOf({ 'a.meter': small }));
    const titles = blocks.filter((block) => isHeading(block) && block.style !== 'Heading3').map((block) => (block as ReadParagraph).text);
    assert.deepEqual(titles, [
      'Management summary',
      'What was reviewed',
      'How it stands',
      'What to do first',
      'What nobody has stated',
      'Who has to act',
      'Architecture',
      'Findings',
      '▲ High: 1 finding',
      'Planned: 1',
      'How far an attacker gets',
      'Decisions',
      'Questions to the supplier',
      'Who has to act',
      'Stated controls',
      'Standards',
      'How to read it',
    ]);
    assert.deepEqual(blocks.slice(0, 2), [
      { style: 'Subtitle', text: 'Security review' },
      { style: 'Title', text: 'The design' },
    ]);
    assert.deepEqual((blocks[2] as ReadTable).rows, [
      ['Design', 'd'],
      ['Version', '1.2'],
      ['Owner', 'The board'],
      ['Reviewed as of', '2026-11-24'],
      ['Against', 'mine (mine)'],
      ['Read from', 'a.meter'],
    ]);
    const contents = blocks
      .filter((block) => !isTable(block) && block.style.startsWith('TOC'))
      .map((block) => (block as ReadParagraph).text);
    assert.deepEqual(contents, titles, 'the contents name every heading of the first two levels');
    assert.deepEqual(rowsOf(chapter(blocks, 'Management summary'))[0], [
      ['■ critical', '▲ high', '◆ medium', '● low', '○ info', 'planned', 'unknown'],
      ['0', '1', '0', '0', '0', '1', '0'],
    ]);
    assert.deepEqual(wordsIn(chapter(blocks, 'What to do first')), [
      "Own rule \u00A0▲\u00A0high\u00A0\nSecure boot missing on relay 'a'. Do it.",
    ]);
    const high = chapter(blocks, '▲ High: 1 finding');
    assert.deepEqual(wordsIn(high), [
      'Own rule (1 element)',
      '\u00A0▲\u00A0high\u00A0 It breaks. own',
      'To do: Do it. Soon.',
      'See The book: 7.1.',
    ]);
    assert.deepEqual(rowsOf(high), [
      [
        ['Element', 'State', 'What is open', 'Place'],
        ["Component 'a' (First relay)", '✕ missing', "Secure boot missing on relay 'a'.", 'a.meter:5'],
      ],
    ]);
    assert.deepEqual(rowsOf(chapter(blocks, 'Planned: 1'))[0]![1]!.slice(0, 2), ["Component 'e'", '▷ planned']);
    assert.deepEqual(rowsOf(chapter(blocks, 'Decisions')), [
      [
        ['Decision', 'Standing', 'Until', 'Reason and owner', 'Without it', 'Place'],
        ['Accept: Own rule own on c', 'In force', '2027-01-01, 38 days left', 'Replaced soon\nCISO', '✕ missing', 'a.meter:10'],
      ],
    ]);
    assert.deepEqual(rowsOf(chapter(blocks, 'Stated controls'))[0]!.slice(1), [
      ['secure-boot on b', '', '', 'Report 7', 'a.meter:6'],
      ['secure-boot on e', '', 'planned for 2027-03-01', 'No evidence is named.', 'a.meter:8'],
    ]);
    assert.deepEqual(
      rowsOf(chapter(blocks, 'Standards'))[0]!.find(([name]) => name!.startsWith('The book')),
      ['The book (2)', '1 missing', '7.1'],
    );
    assert.match(wordsIn(blocks).at(-1)!, /^Reviewed with Meterlint 1\.0\.0\. /);
  });

  it('has every finding of the examples once, below its severity, with the counts of the review', async () => {
    const reviewed = await reviewOf(examples);
    const blocks = await blocksFrom(reviewed);
    const findings = reviewed.assessments.flatMap((one) => one.findings.map((finding) => ({ ...finding, architecture: one.architecture })));
    const { bySeverity, planned, unknown } = countFindings(findings);
    const found = chapter(blocks, 'Findings');
    const parts = found.filter((block) => isHeading(block) && block.style === 'Heading2').map((block) => (block as ReadParagraph).text);
    const counts = new Map(parts.map((part) => [/[a-z]+/i.exec(part)![0].toLowerCase(), Number(/\d+/.exec(part)![0])]));
    const expected = [
      ...severities.map((severity) => [severity, bySeverity[severity]] as const),
      ['planned', planned],
      ['unknown', unknown],
    ];
    assert.deepEqual(counts, new Map(expected.filter(([, count]) => (count as number) > 0) as [string, number][]));
    for (const part of parts) {
      const rows = rowsOf(chapter(found, part)).flatMap((all) => all.slice(1));
      assert.equal(rows.length, counts.get(/[a-z]+/i.exec(part)![0].toLowerCase()), part);
    }
    const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
    const told = rowsOf(found)
      .flatMap((all) => all.slice(1))
      .map(([element]) => element!);
    assert.deepEqual(told.sort(), findings.map(({ architecture, element }) => capital(elementWords(architecture, element))).sort());
    // Requirement and element together, from the paragraph that leads to each table.
    const pairs: string[] = [];
    let requirement = '';
    for (const block of found) {
      if (!isTable(block) && block.style === 'Lead') requirement = block.text.split(' ').at(-1)!;
      if (isTable(block)) pairs.push(...block.rows.slice(1).map(([element]) => `${requirement} ${element!}`));
    }
    const meant = findings.map(({ architecture, element, requirement: name }) => `${name} ${capital(elementWords(architecture, element))}`);
    assert.deepEqual(pairs.sort(), meant.sort());
  });

  it('leaves no heading, caption or row of heads alone at the foot of a page', async () => {
    const parts = await written(await reviewOf(examples));
    const kept = new Set<string>();
    eachElement(parts.get('word/styles.xml')!, ({ name }, around) => {
      const style = around.find((one) => one.name === 'w:style');
      if (name === 'w:keepNext' && style !== undefined) kept.add(style.attributes['w:styleId']!);
    });
    for (const style of ['Heading1', 'Heading2', 'Heading3', 'Lead', 'Caption', 'Picture', 'Head', 'HeadNumber'])
      assert.ok(kept.has(style), `${style} stays with what follows`);
    const blocks = blocksOf(parts.get('word/document.xml')!);
    for (const [at, block] of blocks.entries()) {
      if (!isTable(block) || at === 2) continue;
      const before = blocks[at - 1];
      assert.ok(before !== undefined && !isTable(before) && kept.has(before.style), `a table stands below ${JSON.stringify(before)}`);
      assert.equal(block.heads, 1);
    }
    const rows = parts.get('word/document.xml')!.match(/<w:tr>/g)!.length;
    assert.equal(parts.get('word/document.xml')!.match(/<w:cantSplit\/>/g)!.length, rows, 'no row is torn apart');
  });

  it('names only styles, lists and marks that are there, tells its language and when it was made', async () => {
    const parts = await written(await reviewOf(examples));
    const valuesOf = (part: string, tag: string, key: string) => {
      const found = new Set<string>();
      eachElement(parts.get(part)!, ({ name, attributes }) => {
        if (name === tag) found.add(attributes[key]!);
      });
      return found;
    };
    const styles = valuesOf('word/styles.xml', 'w:style', 'w:styleId');
    for (const tag of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      for (const used of valuesOf('word/document.xml', tag, 'w:val')) assert.ok(styles.has(used), used);
    for (const used of valuesOf('word/styles.xml', 'w:numId', 'w:val'))
      assert.ok(valuesOf('word/numbering.xml', 'w:num', 'w:numId').has(used), used);
    assert.deepEqual([...valuesOf('word/styles.xml', 'w:lang', 'w:val')], ['en-GB']);
    assert.match(
      parts.get('docProps/core.xml')!,
      /<dc:creator>Meterlint 1\.0\.0<\/dc:creator><dcterms:created [^>]*>2026-11-24T00:00:00Z<.*<dc:language>en-GB</,
    );
  });

  it('draws the picture that the other reports show, word by word, and says in words what it is', async () => {
    const { reviewed } = await reviewFiles(exampleFiles('riverside.meter', 'zones.meter'));
    const [svg] = [...(await drawPictures(reviewed)).values()];
    const xml = (await written(reviewed)).get('word/document.xml')!;
    const drawing = /<w:drawing>.*?<\/w:drawing>/s.exec(xml)![0];
    const texts = [...svg!.matchAll(/<text [^>]*>([^<]*)</g)].map(([, words]) => words);
    assert.deepEqual(
      [...drawing.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, words]) => words),
      texts,
    );
    assert.equal(drawing.match(/<wps:wsp>/g)!.length, svg!.match(/<(?:rect|path|text)\b/g)!.length);
    assert.match(drawing, /<wp:docPr [^>]*descr="Riverside Municipal AMI: 6 zones, 9 components, /);
    // No line is without a colour, no text of another one than in the picture.
    assert.ok(drawing.includes('<a:srgbClr val="12343B"/>') && drawing.includes('<w:color w:val="16202A"/>'));
    assert.match(drawing, /<a:custDash><a:ds d="166667" sp="277778"\/><\/a:custDash>/, 'what nothing protects is dotted');
    const [, wide, high] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(drawing)!;
    assert.ok(Number(wide) <= 6_120_000 && Number(high) <= 8_050_000, 'it stands on one page');
  });

  it('tells several designs together, each finding with its design', async () => {
    const two = [small, small.split('\n').slice(3).join('\n').replace('design d "The design"', 'design z "Another"')];
    const blocks = await blocksFrom(await reviewOf({ 'a.meter': two[0]!, 'b.meter': two[1]! }));
    assert.equal((blocks[1] as ReadParagraph).text, '2 designs');
    assert.deepEqual(
      rowsOf(chapter(blocks, 'The designs'))[0]!.map(([name]) => name),
      ['Design', 'The design', 'Another'],
    );
    assert.deepEqual(
      blocks.flatMap((block) => (isHeading(block) && block.style === 'Heading3' ? [block.text] : [])),
      [
        'Own rule (1 element, The design)',
        'Own rule (1 element, Another)',
        'Own rule (planned, 1 element, The design)',
        'Own rule (planned, 1 element, Another)',
      ],
    );
  });

  it('has one edition', () => {
    assert.equal(formatNamed('docx')!.hasEditions, undefined);
    assert.equal(editions.length, 2);
  });
});
