import { createHash } from 'node:crypto';

/** One of some equal parts of the work, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

const mostShards = 1000;

/** Reads `2/5`; undefined where it is no shard. */
export function readShard(text: string): Shard | undefined {
  const [index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.slice(1).map(Number) ?? [];
  if (index === undefined || of === undefined || index < 1 || of < 1 || index > of || of > mostShards) return undefined;
  return { index, of };
}

/** Which shard a path belongs to, from 1: the same on every machine, and whatever other files there are. */
export function shardOf(path: string, of: number): number {
  return (createHash('sha256').update(path).digest().readUInt32BE(0) % of) + 1;
}
