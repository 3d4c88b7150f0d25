import { atOnce, type Turns } from './turns.js';

/** Something that takes a while to find out. Whoever asks goes on where the last one has stopped. */
export class Inquiry<T> {
  private readonly rest: Turns<T>;
  private found: { readonly value: T } | undefined;

  constructor(begin: () => Turns<T>) {
    this.rest = begin();
  }

  /** Undefined where it is not found out yet. */
  get known(): T | undefined {
    return this.found?.value;
  }

  now(): T {
    return atOnce(this.turns());
  }

  *turns(): Turns<T> {
    while (this.found === undefined) {
      const turn = this.rest.next();
      if (turn.done === true) this.found = { value: turn.value };
      else yield;
    }
    return this.found.value;
  }
}
