/**
 * The rings in what names lead to, from some of them on: sets of names that each lead to each other, or a single one that leads to itself. Takes
 * time by names and by steps between them, however long a chain is (R. Tarjan, 1972, with a stack of its own).
 */
export function ringsFrom(starts: Iterable<string>, next: (name: string) => readonly string[]): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const waiting: string[] = [];
  const isWaiting = new Set<string>();
  const lower = (name: string, value: number) => {
    if (value < lowest.get(name)!) lowest.set(name, value);
  };
  for (const start of starts) {
    const open = order.has(start) ? [] : [enter(start)];
    for (let step = open.at(-1); step !== undefined; step = open.at(-1)) {
      const { value: target, done } = step.targets.next();
      if (done !== true) {
        if (!order.has(target)) open.push(enter(target));
        else if (isWaiting.has(target)) lower(step.name, order.get(target)!);
        continue;
      }
      open.pop();
      const above = open.at(-1);
      if (above !== undefined) lower(above.name, lowest.get(step.name)!);
      if (lowest.get(step.name) !== order.get(step.name)) continue;
      const ring = waiting.splice(waiting.lastIndexOf(step.name));
      for (const name of ring) isWaiting.delete(name);
      if (ring.length > 1 || next(step.name).includes(step.name)) found.push(ring);
    }
  }
  return found;

  function enter(name: string): { readonly name: string; readonly targets: Iterator<string, undefined> } {
    order.set(name, order.size);
    lowest.set(name, order.size - 1);
    waiting.push(name);
    isWaiting.add(name);
    return { name, targets: next(name)[Symbol.iterator]() as Iterator<string, undefined> };
  }
}
