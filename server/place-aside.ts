import { Worker } from 'node:worker_threads';
import type { Former, LaidOut, Scene } from '../picture/index.js';

/** What the thread of layouts answers. */
export type Placed = { readonly number: number; readonly laidOut: LaidOut } | { readonly number: number; readonly failed: string };

/** Gives a scene its places, with what the picture before it tells, where there was one. */
export type Place = (scene: Scene, former?: Former) => Promise<LaidOut>;

interface Waiting {
  readonly resolve: (laidOut: LaidOut) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Lays pictures out in a thread of their own: one takes some hundred milliseconds, in which keys would wait. It begins with the first
 * picture, and again after one at which it ended.
 */
export function placedAside(script: string): Place {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let thread: Worker | undefined;

  const begin = (): Worker => {
    const own = new Worker(script);
    own.on('message', (placed: Placed) => {
      const one = waiting.get(placed.number);
      waiting.delete(placed.number);
      if ('laidOut' in placed) one?.resolve(placed.laidOut);
      else one?.reject(new Error(placed.failed));
    });
    const ended = (error: Error): void => {
      if (thread !== own) return;
      thread = undefined;
      const all = [...waiting.values()];
      waiting.clear();
      for (const { reject } of all) reject(error);
    };
    own.on('error', ended);
    own.on('exit', (code) => {
      ended(new Error(`the thread of layouts ended with ${code}`));
    });
    // A server that is told to end does not wait for a picture. Whoever listens holds the process, so this comes last.
    own.unref();
    return own;
  };

  return (scene, former) =>
    new Promise((resolve, reject) => {
      thread ??= begin();
      const number = ++last;
      waiting.set(number, { resolve, reject });
      thread.postMessage({ number, scene, former });
    });
}
