import { elementNamed, type Assessment } from '../review/index.js';
import { oneLine } from './clean.js';
import { capital } from './words.js';

/** `Flex Company (flexco)`, `Grid Security Office, whose design it is` */
export function partyWords(party: string | undefined, { architecture }: Assessment): string {
  const { design } = architecture;
  if (party !== undefined) {
    const title = elementNamed(architecture, party)?.title;
    return title === undefined ? capital(party) : `${oneLine(title)} (${party})`;
  }
  return design.owner === undefined ? 'Whose design it is (nobody is named)' : `${oneLine(design.owner)}, whose design it is`;
}
