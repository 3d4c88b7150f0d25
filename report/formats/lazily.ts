/** A list of which each member is made when it is asked for, each time anew: whoever writes all of them holds one at a time. */
export class Lazily<T> implements Iterable<T> {
  constructor(private readonly make: () => Iterable<T>) {}

  [Symbol.iterator](): Iterator<T> {
    return this.make()[Symbol.iterator]();
  }
}

/** What comes of each member of a list, made when it is asked for. */
export function lazily<M, T>(members: Iterable<M>, tell: (member: M) => T): Lazily<T> {
  return new Lazily(function* () {
    for (const member of members) yield tell(member);
  });
}
