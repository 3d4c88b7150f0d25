import { officeRelations, packageBytes, relationsXml } from '../office/package.js';
import { escapeXml } from '../office/xml.js';
import { columnName, cellRangeOf, sheetPieces, type Sheet } from './sheet.js';
import { stylesXml } from './styles.js';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of some sheets as the bytes of an `.xlsx` file. */
export function workbookBytes(sheets: readonly Sheet[]): Uint8Array {
  const relations = [
    ...sheets.map((_, index) => ({ id: `rId${index + 1}`, type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
    { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
  ];
  return packageBytes([
    { name: '_rels/.rels', xml: relationsXml([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]) },
    { name: 'xl/workbook.xml', xml: workbookXml(sheets), type: `${main}.sheet.main+xml` },
    { name: 'xl/_rels/workbook.xml.rels', xml: relationsXml(relations) },
    { name: 'xl/styles.xml', xml: stylesXml(), type: `${main}.styles+xml` },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      xml: sheetPieces(sheet),
      type: `${main}.worksheet+xml`,
    })),
  ]);
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
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelations}">` +
    '<bookViews><workbookView activeTab="0"/></bookViews>' +
    `<sheets>${told.join('')}</sheets><definedNames>${filters.join('')}${titles.join('')}</definedNames></workbook>`
  );
}

/** `'Findings'!$A$1:$N$12` */
function absolute(sheet: string, range: string): string {
  return `'${escapeXml(sheet)}'!${range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
