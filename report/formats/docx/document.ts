import { officeRelations, packageBytes, relationsXml } from '../office/package.js';
import { escapeXml } from '../office/xml.js';
import { bookmarkName, headingParagraph, paragraph, run, type DocumentBlock } from './markup.js';
import { documentStyles, numberingXml, wordNamespace } from './styles.js';

/** What a document says, and of itself. */
export interface WordDocument {
  readonly title: string;
  /** The day of the review, `2026-11-24`. */
  readonly date: string;
  readonly version: string;
  /** What stands before the table of contents. */
  readonly front: readonly DocumentBlock[];
  readonly blocks: readonly DocumentBlock[];
}

const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const propertiesType = 'application/vnd.openxmlformats-package.core-properties+xml';
const coreRelation = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Namespaces of drawings: named at the root, as Word does. */
const namespaces =
  `xmlns:w="${wordNamespace}" xmlns:r="${officeRelations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** The bytes of a `.docx` file, the same at every run: it fetches nothing, runs nothing and links to nothing outside. */
export function documentBytes(document: WordDocument): Uint8Array {
  return packageBytes([
    {
      name: '_rels/.rels',
      xml: relationsXml([
        { id: 'rId1', type: 'officeDocument', target: 'word/document.xml' },
        { id: 'rId2', type: coreRelation, target: 'docProps/core.xml' },
      ]),
    },
    { name: 'docProps/core.xml', xml: coreXml(document), type: propertiesType },
    { name: 'word/document.xml', xml: bodyXml(document), type: `${media}.document.main+xml` },
    {
      name: 'word/_rels/document.xml.rels',
      xml: relationsXml(
        ['styles', 'numbering', 'settings']
          .map((type, at) => ({ id: `rId${at + 1}`, type, target: `${type}.xml` }))
          .concat({
            id: 'rId4',
            type: 'footer',
            target: 'footer1.xml',
          }),
      ),
    },
    { name: 'word/styles.xml', xml: documentStyles(), type: `${media}.styles+xml` },
    { name: 'word/numbering.xml', xml: numberingXml(), type: `${media}.numbering+xml` },
    { name: 'word/settings.xml', xml: settingsXml, type: `${media}.settings+xml` },
    { name: 'word/footer1.xml', xml: footerXml(document), type: `${media}.footer+xml` },
  ]);
}

/** The times are midnight (UTC) of the day of the review. */
function coreXml({ title, date, version }: WordDocument): string {
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>Security review</dc:subject><dc:creator>Meterlint ${escapeXml(version)}</dc:creator>` +
    `${time('created')}${time('modified')}<dc:language>en-GB</dc:language></cp:coreProperties>`
  );
}

const settingsXml =
  `<w:settings xmlns:w="${wordNamespace}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
  // Without it Word opens the document as one of 2007, without shapes.
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-GB"/></w:settings>';

function footerXml({ title }: WordDocument): string {
  const field = (name: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>` +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const told = `${run(`Meterlint security review: ${title}`).runs}<w:r><w:tab/></w:r>${field('PAGE')}${run(' / ').runs}${field('NUMPAGES')}`;
  return `<w:ftr xmlns:w="${wordNamespace}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${told}</w:p></w:ftr>`;
}

function bodyXml({ front, blocks }: WordDocument): string {
  const told = blocks.map((block, at) => ('blocks' in block ? block.blocks : headingParagraph(block, at)));
  const before = front.map((block) => ('blocks' in block ? block.blocks : ''));
  return (
    `<w:document ${namespaces}><w:body>${before.join('')}${contentsOf(blocks)}${told.join('')}<w:sectPr>` +
    '<w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
  );
}

/**
 * A table of contents that is right as it is written, so that Word has nothing to ask when it opens the document: its lines lead to the
 * headings. Page numbers come when somebody updates it.
 */
function contentsOf(blocks: readonly DocumentBlock[]): string {
  const lines = blocks.flatMap((block, at) => ('blocks' in block || block.level > 2 ? [] : [{ ...block, at }]));
  if (lines.length === 0) return '';
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const start = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>${field('separate')}`;
  const told = lines.map(({ level, words, at }, index) => {
    const link = `<w:hyperlink w:anchor="${bookmarkName(at)}" w:history="1">${run(words).runs}</w:hyperlink>`;
    return `<w:p><w:pPr><w:pStyle w:val="TOC${level}"/></w:pPr>${index === 0 ? start : ''}${link}${index === lines.length - 1 ? field('end') : ''}</w:p>`;
  });
  return (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>' +
    `${paragraph('ContentsHeading', 'Contents').blocks}${told.join('')}</w:sdtContent></w:sdt>`
  );
}
