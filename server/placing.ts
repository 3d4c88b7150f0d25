import { parentPort } from 'node:worker_threads';
import { layOut, type Former, type Scene } from '../picture/index.js';
import type { Placed } from './place-aside.js';

interface ToPlace {
  readonly number: number;
  readonly scene: Scene;
  readonly former: Former | undefined;
}

// What runs in the thread of layouts. It is told one scene after the other, and answers each of them.
parentPort!.on('message', ({ number, scene, former }: ToPlace) => {
  const answer = (placed: Placed): void => {
    parentPort!.postMessage(placed);
  };
  layOut(scene, former).then(
    (laidOut) => {
      answer({ number, laidOut });
    },
    (error: unknown) => {
      answer({ number, failed: error instanceof Error ? error.message : String(error) });
    },
  );
});
