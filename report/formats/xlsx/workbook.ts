import { columnName, cellRangeOf, sheetPieces, type Sheet } from './sheet.js';
import { stylesXml } from './styles.js';
import { escapeXml } from './text.js';
import { zipOf, type ZipPart } from './zip.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of some sheets as the bytes of an `.xlsx` file: parts in a fixed order with a fixed time. */
export function workbookBytes(sheets: readonly Sheet[]): Uint8Array {
  const relations = [
    ...sheets.map((_, index) => ({ id: `rId${index + 1}`, type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
    { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
  ];
  const parts: readonly ZipPart[] = [
    ['[Content_Types].xml', [contentTypesXml(sheets)]],
    ['_rels/.rels', [relationsXml([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }])]],
    ['xl/workbook.xml', [workbookXml(sheets)]],
    ['xl/_rels/workbook.xml.rels', [relationsXml(relations)]],
    ['xl/styles.xml', [stylesXml()]],
    ...sheets.map((sheet, index): ZipPart => [`xl/worksheets/sheet${index + 1}.xml`, sheetPieces(sheet)]),
  ];
  return zipOf(parts.map(([name, pieces]): ZipPart => [name, declared(pieces)]));
}

function* declared(pieces: Iterable<string>): Iterable<string> {
  yield declaration;
  yield* pieces;
}

function contentTypesXml(sheets: readonly Sheet[]): string {
  const overrides = [
    ['/xl/workbook.xml', `${main}.sheet.main+xml`],
    ['/xl/styles.xml', `${main}.styles+xml`],
    ...sheets.map((_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, `${main}.worksheet+xml`]),
  ];
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`
  );
}

function relationsXml(relations: readonly { readonly id: string; readonly type: string; readonly target: string }[]): string {
  const told = relations.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${told.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const told = sheets.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const filters = sheets.map(
    (sheet, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${absolute(sheet.name, cellRangeOf(sheet))}</definedName>`,
  );
  // On paper, too, each page says which element and which requirement a cell is about.
  const titles = sheets.map(({ name, frozen }, index) => {
    const sheet = `'${escapeXml(name)}'!`;
    const sides = frozen === 0 ? '' : `${sheet}$A:$${columnName(frozen - 1)},`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sides}${sheet}$1:$1</definedName>`;
  });
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
    '<bookViews><workbookView activeTab="0"/></bookViews>' +
    `<sheets>${told.join('')}</sheets><definedNames>${filters.join('')}${titles.join('')}</definedNames></workbook>`
  );
}

/** `'Findings'!$A$1:$N$12` */
function absolute(sheet: string, range: string): string {
  return `'${escapeXml(sheet)}'!${range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
