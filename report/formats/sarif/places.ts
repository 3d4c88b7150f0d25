import type { Location as SarifLocation, Region } from 'sarif';
import { wellFormed } from '../../clean.js';
import type { Location } from '../../locate.js';

/** Paths are relative to the folder that was reviewed, whose address is not told. */
export function artifactAt(file: string): { uri: string; uriBaseId: string } {
  return { uri: wellFormed(file).split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

export function regionOf({ line, column, endLine, endColumn }: Location): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

export function physical(where: Location): SarifLocation {
  return { physicalLocation: { artifactLocation: artifactAt(where.file), region: regionOf(where) } };
}

/** The line that a place stands in, for readers without the file. */
export function contextRegion(where: Location, lines: readonly string[] | undefined): Region | undefined {
  const line = lines?.[where.line - 1]?.replace(/\r$/, '');
  if (line === undefined || line === '' || line.length > 400) return undefined;
  return { startLine: where.line, startColumn: 1, endLine: where.line, endColumn: line.length + 1, snippet: { text: wellFormed(line) } };
}

/** The same with the element that it is about. */
export function sarifLocation(where: Location, subject: { readonly element: string; readonly design: string }): SarifLocation {
  return { ...physical(where), ...logical(subject) };
}

export function logical({ element, design }: { readonly element: string; readonly design: string }): SarifLocation {
  return { logicalLocations: [{ name: element, fullyQualifiedName: `${design}/${element}` }] };
}

/** A text of ours and of users in a message: braces are doubled, as the format asks, and nothing in it is a link. */
export function messageText(text: string): string {
  return wellFormed(text).replace(/[{}]/g, '$&$&').replace(/\]\(/g, '\\](').trim() || 'No text.';
}

/** A link in a message to a related location. */
export function linkTo(words: string, id: number): string {
  const shown = wellFormed(words)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
  return `[${shown}](${id})`;
}
