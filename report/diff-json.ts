import { jsonText } from './formats/json-text.js';
import { countChanges, type DesignDiff, type DiffSide } from '../history/diff.js';

/** The name of the schema in `docs/diff.schema.json`; a change that breaks readers raises the number. */
export const diffSchema = 'meterlint-diff/1';

/** What changed, as documented in `docs/baseline-and-diff.md`. */
export function diffJson(diffs: readonly DesignDiff[], { old, now, date }: { old: string; now: string; date: string }): string {
  const report = {
    schema: diffSchema,
    date,
    old,
    new: now,
    summary: countChanges(diffs),
    designs: diffs.map(({ name, nameBefore, on, added, removed, changes }) => ({
      name,
      nameBefore: nameBefore ?? null,
      on,
      added: added.map(({ name, sort }) => ({ name, elementKind: sort })),
      removed: removed.map(({ name, sort }) => ({ name, elementKind: sort })),
      changes: changes.map((change) => ({
        requirement: change.requirement,
        title: change.title,
        element: change.element,
        elementKind: change.sort,
        direction: change.direction,
        before: sideOf(change.before),
        after: sideOf(change.after),
      })),
    })),
  };
  return jsonText(report);
}

function sideOf(side: DiffSide | undefined) {
  return side === undefined ? null : { state: side.state, severity: side.severity };
}
