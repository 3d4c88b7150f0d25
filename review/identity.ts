/** Gives objects numbers, the same for the same object: keys for what is told apart by identity. */
export function numbering(): (one: object) => number {
  const numbers = new Map<object, number>();
  return (one) => {
    let number = numbers.get(one);
    if (number === undefined) numbers.set(one, (number = numbers.size));
    return number;
  };
}
