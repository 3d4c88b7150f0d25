/** A table in which one entry is otherwise: nothing is copied for it, and whoever goes through all of it finds it at its place. */
export class Overlaid<V> implements ReadonlyMap<string, V> {
  constructor(
    private readonly beneath: ReadonlyMap<string, V>,
    private readonly key: string,
    private readonly value: V,
  ) {}

  get size(): number {
    return this.beneath.has(this.key) ? this.beneath.size : this.beneath.size + 1;
  }

  get(key: string): V | undefined {
    return key === this.key ? this.value : this.beneath.get(key);
  }

  has(key: string): boolean {
    return key === this.key || this.beneath.has(key);
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.beneath) yield [key, key === this.key ? this.value : value];
    if (!this.beneath.has(this.key)) yield [this.key, this.value];
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(tell: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) tell(value, key, this);
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}
