/** Something of a design that an answer was found from. */
export type Read = NotedFact | Bundle;

/** So many reads stand one by one; more of them stand together, so that whoever builds on the answer takes over one. */
const mostSingle = 6;

const none: readonly never[] = [];

abstract class Noted {
  /** The last recording that it is part of. */
  recording = 0;
  /** The last comparison that asked for it, with its answer. */
  comparison = 0;
  isChanged = false;
}

/** What a design says about one name in one respect, or of all that is of one sort. `key` is a name, or what else the topic is asked by. */
export class NotedFact extends Noted {
  constructor(
    readonly topic: Topic,
    readonly key: unknown,
  ) {
    super();
  }
}

/** All that an answer was found from, which others build on. */
class Bundle extends Noted {
  constructor(readonly of: readonly Read[]) {
    super();
  }
}

export type Topic =
  | 'component'
  | 'kinds of component'
  | 'link'
  | 'data'
  | 'zone'
  | 'zones around'
  | 'links at'
  | 'flows at'
  | 'flows on'
  | 'flows carrying'
  | 'holders'
  | 'components in'
  | 'accepted'
  | 'all'
  | 'design'
  | 'figure'
  | 'condition in design'
  | 'limit in design';

/** An answer, and what it was found from. */
export interface Recorded<T> {
  readonly found: T;
  readonly reads: readonly Read[];
}

let recordings = 0;
let comparisons = 0;

/** Notes what of a design is read while an answer is looked for. One that does not record costs nothing. */
export class Recorder {
  private readonly noted = new Map<Topic, Map<unknown, NotedFact>>();
  private current: { readonly number: number; readonly reads: Read[] } | undefined;

  constructor(readonly records: boolean) {}

  note(topic: Topic, key: unknown): void {
    if (this.current === undefined) return;
    let ofTopic = this.noted.get(topic);
    if (ofTopic === undefined) this.noted.set(topic, (ofTopic = new Map<unknown, NotedFact>()));
    let fact = ofTopic.get(key);
    if (fact === undefined) ofTopic.set(key, (fact = new NotedFact(topic, key)));
    this.add(fact);
  }

  /** Whoever takes a kept answer has read what it was found from. */
  noteAll(reads: readonly Read[]): void {
    if (this.current === undefined) return;
    for (const read of reads) this.add(read);
  }

  /** What is read on the way is not noted for whoever is looking for something already: tell them with `noteAll`. */
  record<T>(find: () => T): Recorded<T> {
    if (!this.records) return unnoted(find());
    const outer = this.current;
    const reads: Read[] = [];
    this.current = { number: ++recordings, reads };
    try {
      const found = find();
      if (reads.length === 0) return { found, reads: none };
      return { found, reads: reads.length > mostSingle ? [new Bundle(reads)] : reads };
    } finally {
      this.current = outer;
    }
  }

  private add(read: Read): void {
    const { number, reads } = this.current!;
    if (read.recording === number) return;
    read.recording = number;
    reads.push(read);
  }
}

/** Most answers are one of a few numbers, and a large design has hundreds of thousands: without notes, those that are alike are one object. */
const numbers = new Map<unknown, Recorded<unknown>>();

function unnoted<T>(found: T): Recorded<T> {
  if (typeof found !== 'number') return { found, reads: none };
  let known = numbers.get(found);
  if (known === undefined) numbers.set(found, (known = { found, reads: none }));
  return known as Recorded<T>;
}

/** What of the reads differs between two designs; each is looked at once. */
export function changedReads(differs: (fact: NotedFact) => boolean): (read: Read) => boolean {
  const comparison = ++comparisons;
  const isChanged = (read: Read): boolean => {
    if (read.comparison !== comparison) {
      const changed = read instanceof NotedFact ? differs(read) : read.of.some(isChanged);
      read.comparison = comparison;
      read.isChanged = changed;
    }
    return read.isChanged;
  };
  return isChanged;
}

/** Whether two looks at one noted fact saw the same objects. */
export function sawTheSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((member, index) => member === other[index]);
}
