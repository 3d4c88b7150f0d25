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

/** A list whose members are made when they are asked for, and whose length is known before. */
export interface Counted<T> extends Iterable<T> {
  readonly length: number;
}

/** What comes of each member of a list and its index, made when it is asked for, each time anew. */
export function eachAsAsked<M, T>(members: readonly M[], tell: (member: M, at: number) => T): Counted<T> {
  return {
    length: members.length,
    *[Symbol.iterator]() {
      for (const [at, member] of members.entries()) yield tell(member, at);
    },
  };
}

/** The first members of such a list. */
export function firstOf<T>(members: Counted<T>, most: number): Counted<T> {
  return {
    length: Math.min(members.length, most),
    *[Symbol.iterator]() {
      let left = most;
      if (left <= 0) return;
      for (const member of members) {
        yield member;
        // The next one is not even made.
        if (--left === 0) return;
      }
    },
  };
}
