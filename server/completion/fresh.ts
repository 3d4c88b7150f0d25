/** A name that is not taken yet: the given one, else with a number behind it. */
export function fresh(start: string, isTaken: (name: string) => boolean): string {
  let name = start;
  for (let count = 2; isTaken(name); count++) name = `${start}-${count}`;
  return name;
}
