/** Counts how often an id was seen: two designs of one name share the ids of their findings, and readers drop a second of one name. */
export function countOccurrences(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}\n${count}`;
  };
}
