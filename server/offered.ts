import type { Repair } from '../language/wellformed/mistake.js';
import { repairTitle } from '../language/wellformed/words/index.js';
import type { Edit } from '../language/writing/index.js';

/** A repair as diagnostics carry it, to be offered where they stand. */
export interface OfferedRepair {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

export function offered({ does, preferred, edits }: Repair): OfferedRepair {
  return { title: repairTitle(does), preferred, edits };
}
