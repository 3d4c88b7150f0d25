/** A name and those like it, without end: `meter`, `meter-2`, `meter-3`. */
export function* namesLike(name: string): Generator<string, never> {
  yield name;
  for (let count = 2; ; count++) yield `${name}-${count}`;
}

/** The first name like the given one that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const names = namesLike(name);
  let { value } = names.next();
  while (isTaken(value)) ({ value } = names.next());
  return value;
}
