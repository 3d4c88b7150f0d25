import type { GrantSource, Gap } from './assessment.js';
import { leavesOf, type Leaf } from './gaps.js';
import { alwaysNames, decisiveKeys } from './implication.js';

const none: readonly never[] = [];

/** What a result tells of its gaps. It outlasts an edit that leaves it as it is, with what follows from it. */
export class ToldGaps {
  private ownLeaves: readonly Leaf[] | undefined;
  private ownWeak: readonly GrantSource[] | undefined;
  private isNamed: boolean | undefined;
  private partsByKey: ReadonlyMap<string, readonly Gap[]> | undefined;

  constructor(
    /** Undefined where nothing is open, or others tell all of it. */
    readonly open: Gap | undefined,
    /** The requirements that tell all of it, where they do. */
    readonly reportedBy: readonly string[],
  ) {}

  get leaves(): readonly Leaf[] {
    return (this.ownLeaves ??= leavesOf(this.open));
  }

  get weak(): readonly GrantSource[] {
    return (this.ownWeak ??= weakIn(this.leaves));
  }

  /** Whether what is open cannot be closed without closing something on the element, which is the one of its pair. */
  alwaysNames(element: string): boolean {
    return (this.isNamed ??= this.open !== undefined && alwaysNames(this.open, element));
  }

  /**
   * The parts of what is open that can tell something for whoever asks for some leaves; `element` is the one of its pair. What is open on a zone has
   * as many parts as there are devices in it.
   */
  about(keys: Iterable<string>, element: string): readonly Gap[] {
    this.partsByKey ??= this.open === undefined ? new Map<string, Gap[]>() : partsByKey(this.open, element);
    const found = new Set<Gap>();
    for (const key of keys) for (const part of this.partsByKey.get(key) ?? none) found.add(part);
    return [...found];
  }

  isSame(other: ToldGaps): boolean {
    return isSameGap(this.open, other.open) && this.reportedBy.join(' ') === other.reportedBy.join(' ');
  }
}

/** Of a pair of which nothing is open. */
export const nothingTold = new ToldGaps(undefined, none);

/** The mechanisms among what is there and does not suffice. */
export function weakIn(leaves: readonly Leaf[]): readonly GrantSource[] {
  const sources = leaves.flatMap((leaf) => (leaf.kind === 'control' ? leaf.sources : none));
  const weak = sources.filter((source) => source.state === 'weak' && source.mechanism !== undefined);
  return weak.length === 0 ? none : weak;
}

/** The parts that all have to be closed. */
export function gapParts(gap: Gap): readonly Gap[] {
  return gap.kind === 'and' ? gap.gaps : [gap];
}

function partsByKey(gap: Gap, element: string): ReadonlyMap<string, readonly Gap[]> {
  const found = new Map<string, Gap[]>();
  for (const part of gapParts(gap)) {
    for (const key of decisiveKeys(part, element)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [part]);
      else list.push(part);
    }
  }
  return found;
}

function isSameGap(one: Gap | undefined, other: Gap | undefined): boolean {
  if (one === other) return true;
  if (one?.kind !== 'and' || other?.kind !== 'and') return false;
  return one.gaps.length === other.gaps.length && one.gaps.every((part, index) => part === other.gaps[index]);
}
