import type { Catalogue, Flow } from '../language/model/index.js';
import { Level } from '../language/semantics/index.js';
import { hopProtection, type Evaluator, type HopProtection } from '../review/index.js';
import { controlWords } from './words.js';

/** How a hop is protected: in a few words that stand beside it, and in full, a line for each mechanism. */
export interface ToldProtection {
  readonly words: string;
  readonly lines: readonly string[];
}

/** `index` points into `flow.hops`. */
export function tellProtection(flow: Flow, index: number, evaluator: Evaluator): ToldProtection {
  const { catalogue } = evaluator.facts;
  const { link } = flow.hops[index]!;
  const protection = hopProtection(flow, index, evaluator);
  return {
    words: wordsOf(protection, catalogue),
    lines: [link === undefined ? 'No link is chosen for this step.' : `Over link ${link}.`, ...linesOf(protection, catalogue)],
  };
}

const mostNames = 3;

function wordsOf({ encryption, controls }: HopProtection, catalogue: Catalogue): string {
  const names = mechanismsOf(encryption.sources, catalogue);
  const list = names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} +${names.length - mostNames}` : names.join(', ');
  switch (encryption.level) {
    case Level.met:
      return list === '' ? 'encrypted' : list;
    case Level.planned:
      return 'encryption only planned';
    case Level.weak:
      return list === '' ? 'weak encryption' : `weak: ${list}`;
    case Level.missing:
      return controls.length === 0 ? 'unprotected' : 'not encrypted';
  }
}

function linesOf({ encryption, controls }: HopProtection, catalogue: Catalogue): string[] {
  const groups = new Map<string, string[]>();
  for (const source of controls) {
    const by = mechanismsOf([source], catalogue)[0] ?? 'Stated';
    const group = groups.get(by) ?? [];
    if (!group.includes(source.control)) group.push(source.control);
    groups.set(by, group);
  }
  const lines = [...groups].map(([by, list]) => `${by}: ${list.map(controlWords).join(', ')}.`);
  const reasons = [...new Set(encryption.sources.flatMap(({ weakness }) => weakness ?? []))];
  if (encryption.level === Level.weak) lines.push(`Encryption is weak: ${reasons.join('; ')}.`);
  if (encryption.level === Level.missing) lines.push(lines.length === 0 ? 'Nothing protects this step.' : 'Nothing encrypts this step.');
  return lines;
}

/** The mechanisms behind some grants, by the short form of their titles. */
function mechanismsOf(sources: HopProtection['controls'], catalogue: Catalogue): string[] {
  const names = sources.flatMap(({ mechanism }) => mechanism ?? []);
  return [...new Set(names)].map((name) => briefly(catalogue.mechanisms.get(name)?.title ?? name));
}

/** `TLS 1.2, AEAD and forward secrecy` is `TLS 1.2` where there is no room. */
function briefly(title: string): string {
  const [head] = title.split(/,| \(/);
  return head === undefined || head.trim() === '' ? title : head.trim();
}
