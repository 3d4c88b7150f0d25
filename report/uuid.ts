/**
 * A name-based identifier in the form that the standards ask for: the same name gives the same one, whoever tells it and when.
 * The digest is SHA-256; the version digit says 5 (a name behind a hash), as several schemas know no later one.
 */
export function uuidOf(name: string, digest: (text: string) => string): string {
  const hash = digest(`meterlint ${name}`);
  const variant = '89ab'[Number.parseInt(hash[16]!, 16) % 4]!;
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
