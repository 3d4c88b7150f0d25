/**
 * How a cell looks. Colour only repeats what the words in the cell say. The order is that of the formats in the file.
 */
export const cellLooks = ['text', 'header', 'wrapped', 'alarm', 'caution', 'decided', 'good'] as const;
export type CellLook = (typeof cellLooks)[number];

const fills: readonly string[] = ['FF12343B', 'FFFBE3E0', 'FFFFF3D6', 'FFE6E9EF', 'FFE3F3E6'];
/** The fill of each look, as an index behind the two that every file starts with; 0 is none. */
const fillOf: Readonly<Record<CellLook, number>> = { text: 0, header: 2, wrapped: 0, alarm: 3, caution: 4, decided: 5, good: 6 };

/** `quotePrefix` keeps a text a text when somebody edits its cell: `=1+1` stays what was written. */
function formatOf(look: CellLook): string {
  const font = look === 'header' ? 1 : 0;
  const alignment = look === 'wrapped' || look === 'header' ? '<alignment vertical="top" wrapText="1"/>' : '<alignment vertical="top"/>';
  return (
    `<xf numFmtId="49" fontId="${font}" fillId="${fillOf[look]}" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`
  );
}

export function stylesXml(): string {
  const filled = fills.map(
    (colour) => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<fonts count="2"><font><sz val="10"/><name val="Calibri"/><family val="2"/></font>' +
    '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
    `${filled.join('')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cellLooks.length}">${cellLooks.map(formatOf).join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}
