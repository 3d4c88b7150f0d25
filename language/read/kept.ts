/**
 * The old value where a new one says the same, else the new one. Both are plain data as the model has it: texts, numbers, lists, objects.
 * `pair` is told of every object that is kept, with the new one that says the same.
 */
export function kept<T>(old: T | undefined, fresh: T, pair: (old: object, fresh: object) => void): T {
  if (old === undefined) return fresh;
  const pairs: [object, object][] = [];
  if (!saysTheSame(old, fresh, pairs)) return fresh;
  for (const [one, other] of pairs) pair(one, other);
  return old;
}

/** Whether two values of plain data say the same. */
export function haveSameData(one: unknown, other: unknown): boolean {
  return saysTheSame(one, other, []);
}

function saysTheSame(one: unknown, other: unknown, pairs: [object, object][]): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((part, index) => saysTheSame(part, other[index], pairs));
  }
  if (Array.isArray(other)) return false;
  const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  // A part that is left out says as much as one that is undefined: data that was written to a file has none of those.
  const keys = Object.keys(left).filter((key) => left[key] !== undefined);
  const others = Object.keys(right).filter((key) => right[key] !== undefined);
  if (keys.length !== others.length || !keys.every((key) => saysTheSame(left[key], right[key], pairs))) return false;
  pairs.push([one, other]);
  return true;
}
