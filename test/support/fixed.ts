import { edited } from '../../language/writing/index.js';
import type { Fix } from '../../review/index.js';

/** The text of a design with one fix in it. */
export function applied(text: string, { edits }: Pick<Fix, 'edits'>): string {
  return edited(text, edits);
}
