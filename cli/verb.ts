import type { Option, ValuesOf } from './option.js';

/** What stands behind a verb on the command line. */
export interface Argument {
  /** In capitals, as usage shows it. */
  readonly name: string;
  readonly described: string;
  /** How many there have to be, and how many there may be. */
  readonly least: 0 | 1;
  readonly most: 1 | 'any';
  /** The words it may be, where there is a list; or what a shell completes it with. */
  readonly allowed?: readonly string[];
  readonly completes?: 'designs' | 'files' | 'verbs';
}

export interface VerbExample {
  readonly line: string;
  readonly told: string;
}

export interface Exit {
  readonly code: number;
  readonly meaning: string;
}

/** What was given to a verb, checked. */
export interface Given<O extends Options = Options> {
  readonly args: readonly string[];
  readonly options: ValuesOf<O>;
  /** The names of the options that were written, for those that another source may state too. */
  readonly stated: ReadonlySet<string>;
  /** The list of verbs, for those that tell about it. */
  readonly verbs: readonly Verb[];
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** One verb of the command line: what parses, helps, completes and documents it, and what it does. */
export interface Verb {
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** What one has to know to use it, a paragraph each. */
  readonly about: readonly string[];
  readonly args: readonly Argument[];
  /** By name, without dashes, in the order that they are told in. */
  readonly options: Options;
  readonly examples: readonly VerbExample[];
  readonly exits: readonly Exit[];
  /** Gives the exit code. */
  readonly run: (given: Given) => Promise<number>;
}

interface Declared<O extends Options> extends Omit<Verb, 'options' | 'run'> {
  readonly options: O;
  readonly run: (given: Given<O>) => Promise<number>;
}

/** Declares a verb; what its options read is known to what it runs. */
export function verb<O extends Options>(declared: Declared<O>): Verb {
  return { ...declared, run: (given) => declared.run(given as Given<O>) };
}

/** Files and folders, as most verbs take them. */
export const paths: Argument = {
  name: 'PATH',
  described: 'files, and folders with all .meter files below them (default: the current folder)',
  least: 0,
  most: 'any',
  completes: 'designs',
};

/** `[PATH...]` */
export function shown({ name, least, most }: Argument): string {
  const many = most === 'any' ? `${name}...` : name;
  return least === 0 ? `[${many}]` : many;
}
