import { escapeXml } from '../office/xml.js';
import { documentLimits } from './limits.js';
import { asRuns, paragraph, run, type Blocks, type Runs } from './markup.js';

/** What stands between the margins of an upright page of A4, in twentieths of a point. */
export const pageTextWidth = 9_638;

export interface DocumentColumn {
  readonly title: string;
  /** Its part of the width, against the other columns. */
  readonly share: number;
  readonly isNumber?: boolean;
}

export interface DocumentTable {
  /** What it shows, in a sentence: stands above it, and is read out for it. */
  readonly caption: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly (Runs | string)[])[];
  readonly most?: number;
  /** What a row is, in the plural: `decisions`. */
  readonly what: string;
  /** Whether the heading above says already what it shows: then the caption is only read out. */
  readonly isCaptionHidden?: boolean;
  /** Whether rows say by their first cell what they are, and columns need no titles. */
  readonly hasNoHeads?: boolean;
}

/** A table whose row of heads stands on each of its pages, no row of which is torn apart, and how many rows were left out where there are more. */
export function documentTable({
  caption,
  columns,
  rows,
  most = documentLimits.rows,
  what,
  isCaptionHidden = false,
  hasNoHeads = false,
}: DocumentTable): Blocks {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((pageTextWidth * share) / all));
  const heads = columns.map((column, at) => cell(run(column.title), widths[at]!, column.isNumber === true ? 'HeadNumber' : 'Head'));
  const told = rows
    .slice(0, most)
    .map((cells) =>
      row(cells.map((one, at) => cell(asRuns(one), widths[at]!, columns[at]!.isNumber === true ? 'CellNumber' : 'Cell')).join('')),
    );
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const left = rows.length - most;
  return {
    blocks:
      (isCaptionHidden ? '' : paragraph('Caption', caption).blocks) +
      `<w:tbl>${propertiesOf(caption, hasNoHeads)}<w:tblGrid>${grid}</w:tblGrid>${hasNoHeads ? '' : row(heads.join(''), '<w:tblHeader/>')}${told.join('')}</w:tbl>` +
      // Two tables without a paragraph between them would be one.
      (left > 0 ? paragraph('Normal', run(`${left} further ${what} are left out here.`, 'Strong')) : paragraph('Gap')).blocks,
  };
}

function propertiesOf(caption: string, hasNoHeads: boolean): string {
  return (
    `<w:tblPr><w:tblStyle w:val="MeterlintTable"/><w:tblW w:w="${pageTextWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="${hasNoHeads ? '0680' : '0620'}" w:firstRow="${hasNoHeads ? 0 : 1}" w:lastRow="0" w:firstColumn="${hasNoHeads ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblDescription w:val="${escapeXml(caption)}"/></w:tblPr>`
  );
}

function row(cells: string, more = ''): string {
  return `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells}</w:tr>`;
}

function cell(runs: Runs, width: number, style: 'Cell' | 'CellNumber' | 'Head' | 'HeadNumber'): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, runs).blocks}</w:tc>`;
}
