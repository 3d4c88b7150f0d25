/** Work that is done bit by bit: whoever does it may turn to something else after each bit. */
export type Turns<T> = Generator<undefined, T>;

/** All of it at once. */
export function atOnce<T>(turns: Turns<T>): T {
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
}
