import type { RedactionKey } from './pseudonyms.js';

/** The name of the form of a key file; a change that breaks readers raises the number. */
export const keySchema = 'meterlint-redaction-key/1';

/** A key as the text of its file, by pseudonym in alphabetical order. */
export function writeKey({ salt, names }: RedactionKey): string {
  const sorted = [...names].sort(([one], [other]) => (one < other ? -1 : 1));
  // Built by hand, since a name may be `__proto__`.
  const lines = sorted.map(([pseudonym, original]) => `    ${JSON.stringify(pseudonym)}: ${JSON.stringify(original)}`);
  const fields = [
    `"schema": ${JSON.stringify(keySchema)}`,
    `"salt": ${JSON.stringify(salt)}`,
    `"names": ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`}`,
  ];
  return `{\n  ${fields.join(',\n  ')}\n}\n`;
}

/** What a file says that should be a key, or what is wrong with it: the rest of a sentence that begins with its name. */
export function readKey(text: string): RedactionKey | { readonly problem: string } {
  const read = parsed(text);
  if (read === undefined) return { problem: `is not JSON, perhaps only half of it is there. ${howTo}` };
  const { schema, salt, names } = read;
  if (typeof schema !== 'string' || !schema.startsWith('meterlint-redaction-key/'))
    return { problem: `is no key of a redaction. ${howTo}` };
  if (schema !== keySchema)
    return { problem: `has the form ${schema}, and this version of Meterlint reads ${keySchema}. Update Meterlint` };
  if (typeof salt !== 'string' || !/^[0-9a-f]{32,}$/.test(salt)) {
    return { problem: `is a broken key: "salt" is not 32 or more hexadecimal digits. ${howTo}` };
  }
  if (typeof names !== 'object' || names === null || Array.isArray(names)) {
    return { problem: `is a broken key: "names" is not an object. ${howTo}` };
  }
  const entries = Object.entries(names as Readonly<Record<string, unknown>>);
  const wrong = entries.find(([pseudonym, original]) => !/^[a-z]+-[0-9a-f]{6,}$/.test(pseudonym) || typeof original !== 'string');
  if (wrong !== undefined) return { problem: `is a broken key: "${wrong[0]}" in "names" is no pseudonym of a text. ${howTo}` };
  return { salt, names: new Map(entries as [string, string][]) };
}

const howTo = 'Name a key that --redact wrote, or a file that is not there yet';

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return undefined;
  }
}
