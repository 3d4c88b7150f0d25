import type { Catalogue } from '../language/model/index.js';

// Publishers whose documents are known by their initials and a number; the name in the catalogue starts with them.
const publishers: readonly (readonly [string, string])[] = [
  ['iso-iec-', 'ISO/IEC '],
  ['itu-t-', 'ITU-T '],
  ['nist-sp-', 'NIST SP '],
  ['bsi-tr-', 'BSI TR-'],
  ['bsi-cc-', 'BSI-CC-'],
  ['etsi-en-', 'ETSI EN '],
  ['ansi-', 'ANSI '],
  ['ieee-', 'IEEE '],
  ['iec-', 'IEC '],
  ['rfc-', 'RFC '],
  ['fips-', 'FIPS '],
  ['en-', 'EN '],
  ['nistir-', 'NISTIR '],
];

/** What a standard is called in one breath: its number where it has one ("IEC 62056-5-3"), else its title. */
export function standardName(name: string, catalogue: Catalogue): string {
  for (const [start, words] of publishers) {
    if (!name.startsWith(start)) continue;
    const number = name.slice(start.length).toUpperCase();
    // ETSI parts the digits of a number by spaces: EN 303 645.
    return words + (start === 'etsi-en-' ? number.replace(/^(\d{3})-(\d{3})/, '$1 $2') : number);
  }
  return catalogue.standards.get(name)?.title ?? name;
}
