import { severities, type Severity } from '../../../language/model/index.js';

/** The paragraph styles of the document, in the order of their file; those of Word by the names that Word knows them by. */
const paragraphStyles = {
  Normal: style('Normal', '<w:spacing w:after="100"/>'),
  Title: style('Title', '<w:keepNext/><w:spacing w:before="0" w:after="160"/>', `<w:b/>${colour('12343B')}${size(26)}`),
  Subtitle: style(
    'Subtitle',
    '<w:keepNext/><w:spacing w:before="0" w:after="60"/>',
    `<w:caps/>${colour('4D5A66')}<w:spacing w:val="20"/>${size(10)}`,
  ),
  Heading1: headed(
    1,
    '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="3" w:color="12343B"/></w:pBdr><w:spacing w:before="420" w:after="140"/>',
    size(16),
  ),
  Heading2: headed(2, '<w:spacing w:before="300" w:after="80"/>', size(12.5)),
  Heading3: headed(3, '<w:spacing w:before="240" w:after="60"/>', size(11)),
  ContentsHeading: style('TOC Heading', '<w:keepNext/><w:spacing w:before="360" w:after="80"/>', `<w:b/>${colour('12343B')}${size(13)}`),
  TOC1: style('toc 1', '<w:spacing w:before="50" w:after="20"/>'),
  TOC2: style('toc 2', '<w:spacing w:before="0" w:after="10"/><w:ind w:left="300"/>', size(9)),
  // What leads to a table, a list or a picture stays with it.
  Lead: style('Lead', '<w:keepNext/><w:keepLines/><w:spacing w:after="80"/>'),
  Bullet: style('List Bullet', `${numbered(1)}<w:spacing w:after="60"/><w:contextualSpacing w:val="0"/>`),
  Number: style('List Number', `${numbered(2)}<w:spacing w:after="60"/><w:contextualSpacing w:val="0"/>`),
  Caption: style('caption', '<w:keepNext/><w:keepLines/><w:spacing w:before="60" w:after="60"/>', `${colour('4D5A66')}${size(8.5)}`),
  Note: style('Note', '<w:spacing w:after="80"/>', `${colour('4D5A66')}${size(8.5)}`),
  Picture: style('Picture', '<w:keepNext/><w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/>'),
  Cell: style('Cell', '<w:spacing w:before="30" w:after="30" w:line="250" w:lineRule="auto"/>', size(8.5)),
  CellNumber: style(
    'Cell Number',
    '<w:spacing w:before="30" w:after="30" w:line="250" w:lineRule="auto"/><w:jc w:val="right"/>',
    size(8.5),
  ),
  Head: style('Cell Head', '<w:keepNext/><w:spacing w:before="40" w:after="40"/>', `<w:b/>${size(8.5)}`),
  HeadNumber: style('Cell Head Number', '<w:keepNext/><w:spacing w:before="40" w:after="40"/><w:jc w:val="right"/>', `<w:b/>${size(8.5)}`),
  // Ends a table, as a paragraph has to.
  Gap: style('Gap', '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>', size(4)),
  Footer: style('footer', `<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>`, `${colour('4D5A66')}${size(8)}`),
} as const;

export type ParagraphStyle = keyof typeof paragraphStyles;

// Colours repeat what the words say.
const fills: Readonly<Record<Severity, string>> = { critical: 'F0B48A', high: 'F6D488', medium: 'FAF4A5', low: 'CFE8F8', info: 'FFFFFF' };

const characterStyles = {
  Strong: '<w:b/>',
  Code: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/><w:sz w:val="17"/>',
  Soft: colour('4D5A66'),
  ...(Object.fromEntries(
    severities.map((severity) => [severity, `<w:b/>${colour('000000')}<w:shd w:val="clear" w:color="auto" w:fill="${fills[severity]}"/>`]),
  ) as Readonly<Record<Severity, string>>),
} as const;

export type CharacterStyle = keyof typeof characterStyles;

/** How everything looks: real styles, so that whoever edits the report changes a look in one place. */
export function documentStyles(): string {
  const defaults =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>' +
    `${colour('16202A')}<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const paragraphs = Object.entries(paragraphStyles).map(([id, { name, paragraph, run }]) => {
    const isDefault = id === 'Normal';
    const next = id.startsWith('Heading') ? '<w:next w:val="Normal"/>' : '';
    return (
      `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
      `${isDefault ? '' : `<w:basedOn w:val="Normal"/>${next}`}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
    );
  });
  const characters = Object.entries(characterStyles).map(
    ([id, run]) =>
      `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${nameOf(id)}"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`,
  );
  return (
    `<w:styles xmlns:w="${wordNamespace}">${defaults}${paragraphs.join('')}` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
    `${characters.join('')}${tableStyles}</w:styles>`
  );
}

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const margins =
  '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>';

const tableStyles =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  `${margins}</w:tblPr></w:style>` +
  '<w:style w:type="table" w:styleId="MeterlintTable"><w:name w:val="Meterlint Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>' +
  `<w:tblBorders>${line('top', 4)}${line('bottom', 4)}${line('insideH', 4)}</w:tblBorders>${margins}</w:tblPr>` +
  `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', 12, '12343B')}</w:tcBorders>` +
  '<w:shd w:val="clear" w:color="auto" w:fill="F3F6F8"/></w:tcPr></w:tblStylePr></w:style>';

/** Bullets, and numbers of the one list whose order says something. */
export function numberingXml(): string {
  const level = (format: string, sign: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/>` +
    '<w:pPr><w:ind w:left="360" w:hanging="280"/></w:pPr></w:lvl>';
  const lists = [level('bullet', '•'), level('decimal', '%1.')].map(
    (one, at) => `<w:abstractNum w:abstractNumId="${at + 1}"><w:multiLevelType w:val="singleLevel"/>${one}</w:abstractNum>`,
  );
  const numbers = lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`);
  return `<w:numbering xmlns:w="${wordNamespace}">${lists.join('')}${numbers.join('')}</w:numbering>`;
}

function headed(level: 1 | 2 | 3, paragraph: string, run: string) {
  return style(
    `heading ${level}`,
    `<w:keepNext/><w:keepLines/>${paragraph}<w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/>${colour('12343B')}${run}`,
  );
}

function style(name: string, paragraph: string, run = '') {
  return { name, paragraph, run };
}

function numbered(list: number): string {
  return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
}

function colour(value: string): string {
  return `<w:color w:val="${value}"/>`;
}

/** In points. */
function size(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
}

function line(side: string, width: number, of = 'C3CCD4'): string {
  return `<w:${side} w:val="single" w:sz="${width}" w:space="0" w:color="${of}"/>`;
}

/** `Severity critical`, so that styles of severities stand together in a list. */
function nameOf(id: string): string {
  return (severities as readonly string[]).includes(id) ? `Severity ${id}` : id;
}
