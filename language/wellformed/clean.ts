import type { AstNode } from 'langium';
import type { Context, Mistake } from './mistake.js';

/**
 * Statements of which a check had nothing to tell, with all that it was found from: as long as that is the same, the check does not look at them again.
 * What is told has a place in the text, which moves with whatever stands before it: that is found anew each time.
 */
export class CleanStatements {
  private readonly clean = new WeakMap<AstNode, Map<string, readonly unknown[]>>();
  /** How often a check has looked at a statement. */
  work = 0;

  /** A statement that an edit leaves as it is stays the same node. `from` is all that `find` reads besides. */
  *unless(statement: AstNode, check: string, from: readonly unknown[], find: () => Iterable<Mistake>): Iterable<Mistake> {
    const known = this.clean.get(statement)?.get(check);
    if (known !== undefined && known.length === from.length && known.every((one, index) => one === from[index])) return;
    this.work++;
    let isClean = true;
    for (const mistake of find()) {
      isClean = false;
      yield mistake;
    }
    if (isClean) this.note(statement, check, from);
  }

  private note(statement: AstNode, check: string, from: readonly unknown[]): void {
    const checks = this.clean.get(statement);
    if (checks === undefined) this.clean.set(statement, new Map([[check, from]]));
    else checks.set(check, from);
  }
}

/** The phases of all designs that a file is part of: what can be there together depends on these alone. */
export function phasesAround({ designs }: Context): readonly unknown[] {
  return designs.flatMap(({ phases }) => (phases.length === 0 ? [] : [...phases, undefined]));
}
