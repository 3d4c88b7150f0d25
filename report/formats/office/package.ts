import { zipOf, type ZipPart } from './zip.js';

/** One part of an Office file. */
export interface OfficePart {
  /** Its path in the file: `xl/styles.xml`. */
  readonly name: string;
  /** Without the declaration; a long one in pieces, which are made while they are packed. */
  readonly xml: string | Iterable<string>;
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
  return zipOf(all.map(({ name, xml }): ZipPart => [name, declared(xml)]));
}

function* declared(xml: string | Iterable<string>): Iterable<string> {
  yield declaration;
  if (typeof xml === 'string') yield xml;
  else yield* xml;
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
