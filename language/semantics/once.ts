/** What follows from something that never changes, found out when it is first asked for and forgotten with it. */
export function oncePer<K extends object, T>(find: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly found: T }>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) known.set(of, (answer = { found: find(of) }));
    return answer.found;
  };
}
