import type { Option } from '../option.js';
import type { Argument, Verb } from '../verb.js';

/** What a shell offers in one place. */
export type ShellOffer =
  { readonly kind: 'words'; readonly words: readonly string[] } | { readonly kind: 'files' | 'folders' | 'designs' | 'nothing' };

/** What it offers behind an option that takes a value. */
export function offerOfOption({ allowed, completes }: Option<unknown>): ShellOffer {
  if (allowed.length > 0) return { kind: 'words', words: allowed };
  return { kind: completes ?? 'nothing' };
}

export function offerOfArgument({ allowed, completes }: Argument, verbs: readonly Verb[]): ShellOffer {
  if (allowed !== undefined) return { kind: 'words', words: allowed };
  if (completes === 'verbs') return { kind: 'words', words: verbs.map(({ name }) => name) };
  return { kind: completes ?? 'nothing' };
}

/** The options of a verb, help included. */
export function optionNames({ options }: Verb): string[] {
  return [...Object.keys(options), 'help'].map((name) => `--${name}`);
}

/** What a description says up to its first end of a clause, without marks: shells have one line for it. */
export function briefDescription(text: string): string {
  return (/^[^;:(]+/.exec(text)?.[0] ?? text).replaceAll('`', '').trim();
}
