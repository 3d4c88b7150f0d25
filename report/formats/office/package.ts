import { strToU8, zipSync, type Zippable } from 'fflate';

/** One part of an Office file. */
export interface OfficePart {
  /** Its path in the file: `xl/styles.xml`. */
  readonly name: string;
  /** Without the declaration. */
  readonly xml: string;
  /** Its media type, where it has another than XML in general. */
  readonly type?: string;
}

export interface OfficeRelation {
  readonly id: string;
  /** The last part of the address of its type, or the whole address. */
  readonly type: string;
  readonly target: string;
}

export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An Office file as bytes: its content types, then the parts in the given order, all with one fixed time. */
export function packageBytes(parts: readonly OfficePart[]): Uint8Array {
  const all = [{ name: '[Content_Types].xml', xml: contentTypesXml(parts) }, ...parts];
  const files: Zippable = Object.fromEntries(all.map(({ name, xml }) => [name, strToU8(declaration + xml)]));
  // A zip holds local time: noon of this day by the calendar of the machine is the same bytes everywhere.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

function contentTypesXml(parts: readonly OfficePart[]): string {
  const overrides = parts.flatMap(({ name, type }) =>
    type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`],
  );
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${overrides.join('')}</Types>`
  );
}

export function relationsXml(relations: readonly OfficeRelation[]): string {
  const told = relations.map(
    ({ id, type, target }) =>
      `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${officeRelations}/${type}`}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${told.join('')}</Relationships>`;
}
