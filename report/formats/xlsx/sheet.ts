import { firstOf, type Counted } from '../lazily.js';
import { cellLooks, type CellLook } from './styles.js';
import { xmlOfCell } from './text.js';

/** A text with its look; a text alone is plain. A number is one where somebody sorts by it. */
export type Cell = string | { readonly text: string; readonly look: CellLook } | { readonly number: number };

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Words that a list at the cell offers; any other may be written. */
  readonly choices?: readonly string[];
}

/** One table: a header that stays in sight and can be filtered, rows of text, and sentences below. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Counted<readonly Cell[]>;
  /** How many columns stay in sight beside the header. */
  readonly frozen: number;
  readonly notes: readonly string[];
}

/** Rows of a sheet, the header among them, as the file format has them. */
export const mostRows = 1_048_576;

/** Sheets with no more columns are printed in the width of a page. */
const mostPrinted = 24;

/** The sheet with no more rows than fit; a sentence says what is left out. */
export function fitted(sheet: Sheet): Sheet {
  const most = mostRows - sheet.notes.length - 3;
  const left = sheet.rows.length - most;
  if (left <= 0) return sheet;
  return { ...sheet, rows: firstOf(sheet.rows, most), notes: [...sheet.notes, `${left} further rows do not fit and are left out.`] };
}

/** `A` for 0, `AA` for 26 */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (index % 26));
}

/** The cells of a table with its header: `A1:N12`. */
export function cellRangeOf({ columns, rows }: Sheet): string {
  return `A1:${columnName(columns.length - 1)}${rows.length + 1}`;
}

/** The sheet as XML, row by row: rows are made, written and forgotten. */
export function* sheetPieces(sheet: Sheet): Iterable<string> {
  const { columns, rows, notes, frozen } = sheet;
  const split = frozen === 0 ? '' : ` xSplit="${frozen}"`;
  const pane = frozen === 0 ? 'bottomLeft' : 'bottomRight';
  const all = `A1:${columnName(columns.length - 1)}${rows.length + 2 + notes.length}`;
  yield [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    // A printed matrix in the width of one page could not be read.
    columns.length > mostPrinted ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${columnName(frozen)}2" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}"/></sheetView></sheetViews>`,
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
  ].join('');
  yield* rowPieces(sheet);
  yield [
    '</sheetData>',
    `<autoFilter ref="${cellRangeOf(sheet)}"/>`,
    choicesXml(sheet),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    // Numbers are texts here, too; nobody needs to be warned of that in every cell.
    `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
}

function* rowPieces({ columns, rows, notes }: Sheet): Iterable<string> {
  yield rowXml(
    columns.map(({ title }): Cell => ({ text: title, look: 'header' })),
    1,
    linesIn(
      columns.map(({ title }) => ({ text: title, look: 'wrapped' })),
      columns,
    ),
  );
  let line = 1;
  for (const row of rows) yield rowXml(row, ++line, linesIn(row, columns));
  // An empty line keeps the sentences out of the table.
  line++;
  for (const note of notes) yield rowXml([note], ++line, 1);
}

function choicesXml({ columns, rows }: Sheet): string {
  const lists = columns.flatMap(({ choices }, index) => {
    if (choices === undefined || rows.length === 0) return [];
    const cells = `${columnName(index)}2:${columnName(index)}${rows.length + 1}`;
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>&quot;${xmlOfCell(choices.join(','))}&quot;</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Empty cells are left out. What anybody wrote is a text: no formula, no link. */
function rowXml(cells: readonly Cell[], row: number, lines: number): string {
  const told = cells.map((cell, index) => {
    if (typeof cell !== 'string' && 'number' in cell)
      return `<c r="${columnName(index)}${row}" s="${cellLooks.indexOf('text')}"><v>${cell.number}</v></c>`;
    const { text, look } = typeof cell === 'string' ? { text: cell, look: 'text' as const } : cell;
    if (text === '') return '';
    return (
      `<c r="${columnName(index)}${row}" s="${cellLooks.indexOf(look)}" t="inlineStr">` +
      `<is><t xml:space="preserve">${xmlOfCell(text)}</t></is></c>`
    );
  });
  // Not every spreadsheet works out by itself how high a row of long texts is; none takes more than 409 points.
  const height = lines === 1 ? '' : ` ht="${Math.min(400, 2 + lines * 13)}" customHeight="1"`;
  return `<row r="${row}"${height}>${told.join('')}</row>`;
}

/** The lines that the longest text of a row takes in its column, by count of characters; wide ones take the room of two. */
function linesIn(cells: readonly Cell[], columns: readonly SheetColumn[]): number {
  return Math.max(
    1,
    ...cells.map((cell, index) => {
      if (typeof cell === 'string' || 'number' in cell || cell.look !== 'wrapped') return 1;
      const width = columns[index]?.width ?? 10;
      // No row is higher than some thirty lines: what follows is not measured.
      return cell.text
        .slice(0, 8000)
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + wideIn(line)) / (width * 1.1))), 0);
    }),
  );
}

function wideIn(text: string): number {
  return text.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/g)?.length ?? 0;
}
