import type { URI } from 'langium';
import { compileGlob, globProblem, type Matches } from './glob.js';
import { contains } from './folders.js';

/** Which files of a folder may hold decisions; no pattern: all of them. */
export interface DecisionRule {
  readonly folder: URI;
  readonly from: readonly string[];
}

/**
 * The files that may hold `accept` and `exclude`. Where a rule says so, a decision elsewhere has no effect, so that nobody can
 * grant one to themselves and the owners of one folder see all of them.
 */
export class DecisionFiles {
  private rules: readonly { readonly folder: URI; readonly from: readonly string[]; readonly matches: readonly Matches[] }[] = [];

  /** A pattern that `globProblem` finds something wrong with matches nothing: a slip of the pen must not open all files. */
  set(rules: readonly DecisionRule[]): void {
    this.rules = rules.map(({ folder, from }) => ({
      folder,
      from,
      matches: from.filter((glob) => globProblem(glob) === undefined).map(compileGlob),
    }));
  }

  all(): readonly DecisionRule[] {
    return this.rules;
  }

  /** The patterns that hold for a file; undefined where it may hold decisions. */
  refusedBy(file: URI): readonly string[] | undefined {
    const [nearest] = this.rules.filter(({ folder }) => contains(folder, file)).sort((a, b) => b.folder.path.length - a.folder.path.length);
    if (nearest === undefined) {
      // A text that lies in no folder must not be the way around a rule.
      const all = this.rules.flatMap(({ from }) => from);
      return all.length === 0 ? undefined : [...new Set(all)];
    }
    if (nearest.from.length === 0) return undefined;
    const start = nearest.folder.path.endsWith('/') ? nearest.folder.path.length : nearest.folder.path.length + 1;
    const path = file.path.slice(start);
    return nearest.matches.some((matches) => matches(path)) ? undefined : nearest.from;
  }
}
