import { atMost, oneLine, printable } from '../../clean.js';
import { escapeXml } from '../office/xml.js';
import { documentLimits } from './limits.js';
import type { CharacterStyle, ParagraphStyle } from './styles.js';

/** Runs of text: what stands within a paragraph. Only this file makes it of texts, and it holds no field and no link. */
export interface Runs {
  readonly runs: string;
}

/** Paragraphs, tables and drawings, one below the other. */
export interface Blocks {
  readonly blocks: string;
}

/** A heading, which the table of contents names: its bookmark is made where all of them are known. */
export interface DocumentHeading {
  readonly level: 1 | 2 | 3;
  readonly words: string;
  readonly isOnNewPage: boolean;
}

export type DocumentBlock = Blocks | DocumentHeading;

/** A text as it is, its lines kept; only so much of it as somebody reads. */
export function run(words: string | number, style?: CharacterStyle): Runs {
  const shown = atMost(printable(String(words)), documentLimits.characters);
  const look = style === undefined ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`;
  const lines = shown.split(/[\n\u2028\u2029]/).map((line) => `<w:t xml:space="preserve">${escapeXml(line.replace(/\t/g, ' '))}</w:t>`);
  return { runs: `<w:r>${look}${lines.join('<w:br/>')}</w:r>` };
}

export function runsOf(...parts: readonly (Runs | string | undefined)[]): Runs {
  return { runs: parts.map((part) => (part === undefined ? '' : asRuns(part).runs)).join('') };
}

export function paragraph(style: ParagraphStyle, ...parts: readonly (Runs | string | undefined)[]): Blocks {
  return { blocks: `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runsOf(...parts).runs}</w:p>` };
}

export function headingAt(level: DocumentHeading['level'], words: string, isOnNewPage = false): DocumentHeading {
  return { level, words: titleWords(words), isOnNewPage };
}

/** A title on one line, short enough for a heading or a cell. */
export function titleWords(words: string): string {
  return atMost(oneLine(words), documentLimits.titleCharacters);
}

export function asRuns(part: Runs | string): Runs {
  return typeof part === 'string' ? run(part) : part;
}

/** A heading as the paragraph that a link of the contents leads to. */
export function headingParagraph({ level, words, isOnNewPage }: DocumentHeading, number: number): string {
  const look = `<w:pStyle w:val="Heading${level}"/>${isOnNewPage ? '<w:pageBreakBefore/>' : ''}`;
  const mark = `<w:bookmarkStart w:id="${number}" w:name="${bookmarkName(number)}"/>`;
  return `<w:p><w:pPr>${look}</w:pPr>${mark}${run(words).runs}<w:bookmarkEnd w:id="${number}"/></w:p>`;
}

/** Word keeps names of this form for what a table of contents points to. */
export function bookmarkName(number: number): string {
  return `_Toc${String(number).padStart(9, '0')}`;
}
