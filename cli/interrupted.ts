import { rmSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const drafts = new Set<string>();

/** From now on the file is taken away if the process is stopped before `endDraft`. */
export function beginDraft(file: string): void {
  if (drafts.size === 0) for (const signal of signals) process.on(signal, stop);
  drafts.add(file);
}

/** The file has its name, or is gone. */
export function endDraft(file: string): void {
  drafts.delete(file);
  if (drafts.size === 0) for (const signal of signals) process.off(signal, stop);
}

function stop(signal: NodeJS.Signals): void {
  // Who listens too, as --watch does, lets the writing end first.
  if (process.listenerCount(signal) > 1) return;
  for (const file of drafts) rmSync(file, { force: true });
  for (const one of signals) process.off(one, stop);
  process.kill(process.pid, signal);
}
