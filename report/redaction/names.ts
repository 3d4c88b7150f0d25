import type { Catalogue, Value } from '../../language/model/index.js';
import type { ModelPart, SourceMap, SourceRange } from '../../language/source/index.js';
import type { Pseudonyms, PseudonymSort } from './pseudonyms.js';
import { vocabularyOf } from './vocabulary.js';

/** How the names, texts and places of one catalogue and its designs are replaced. */
export interface Names {
  /** Of what a catalogue defines. */
  readonly defined: (name: string) => string;
  readonly category: (name: string) => string;
  readonly text: (text: string) => string;
  readonly party: (text: string) => string;
  readonly value: <V extends Value>(value: V) => V;
  /** Of an element of a place; a name that is a word of the catalogue's values stays one, since `run by` makes it a value. */
  readonly element: (sort: PseudonymSort, name: string) => string;
  /** Remembers which part a redacted one stands for: it stands where that does. */
  readonly copy: <P extends ModelPart>(redacted: P, original: ModelPart) => P;
  readonly file: (uri: string) => string;
  /** Where redacted parts stand, by where the originals do. */
  readonly sources: (originals: SourceMap) => SourceMap;
}

const sorts = {
  componentKinds: 'kind',
  zoneKinds: 'kind',
  dataClasses: 'kind',
  services: 'kind',
  controls: 'control',
  mechanisms: 'mechanism',
  attributes: 'attribute',
  standards: 'standard',
  harms: 'harm',
  threats: 'threat',
  attacks: 'attack',
  steps: 'attack',
  requirements: 'requirement',
  profiles: 'profile',
  conditions: 'condition',
} as const satisfies Readonly<Record<keyof Catalogue, PseudonymSort>>;

/** `originals` is filled with what each redacted part stands for. */
export function redactedNames(catalogue: Catalogue, pseudonyms: Pseudonyms, originals: Map<ModelPart, ModelPart>): Names {
  const words = vocabularyOf(catalogue);
  const tables = Object.entries(sorts) as [keyof Catalogue, PseudonymSort][];
  const sortOf = (name: string): PseudonymSort => tables.find(([table]) => catalogue[table].has(name))?.[1] ?? 'requirement';
  const content = (text: string) => (words.values.has(text) ? text : pseudonyms.of('text', text));
  // A blank reason or owner counts as none: a name in its place would make the redacted design look better than the design.
  const blankOr = (sort: 'text' | 'party', text: string) => (text.trim() === '' ? '' : pseudonyms.of(sort, text));
  const file = (uri: string) => (words.files.has(uri) ? uri : `file:///redacted/${pseudonyms.of('file', uri)}.meter`);
  return {
    defined: (name) => (words.names.has(name) ? name : pseudonyms.of(sortOf(name), name)),
    category: (name) => (words.categories.has(name) ? name : pseudonyms.of('category', name)),
    text: (text) => blankOr('text', text),
    party: (text) => blankOr('party', text),
    value: (value) => {
      if (value.kind === 'word') return { ...value, word: content(value.word) };
      return value.kind === 'text' ? { ...value, text: content(value.text) } : value;
    },
    element: (sort, name) => (words.values.has(name) ? name : pseudonyms.of(sort, name)),
    file,
    copy: (redacted, original) => {
      originals.set(redacted, original);
      return redacted;
    },
    sources: (map) => {
      const range = (one: SourceRange) => (words.files.has(one.uri) ? one : linesOnly(one, file(one.uri)));
      return {
        rangeOf: (part) => range(map.rangeOf(originals.get(part) ?? part)),
        // Nothing is written into a redacted text.
        sourceOf: () => {
          throw new Error('nothing is written into a redacted text');
        },
        stackOf: () => undefined,
      };
    },
  };
}

/** Lines stay, so that whoever has the key finds the place. Columns go: they tell how long a name is. */
function linesOnly({ startLine, endLine, startOffset, endOffset }: SourceRange, uri: string): SourceRange {
  return { uri, startLine, startColumn: 0, endLine, endColumn: 1, startOffset, endOffset };
}
