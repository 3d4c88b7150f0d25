import type { Catalogue, Citation, Definition } from '../language/model/index.js';
import { namesIn, type MentionedName } from '../language/semantics/index.js';
import { pageLine, type PageLine, type PagePart } from './page.js';
import { citationWords, listed } from './words.js';

export function titleOf(definition: Definition | undefined, name: string): string {
  return definition?.title ?? name;
}

export function headingOf({ name, title }: Definition): string {
  return title === undefined ? name : `${name}: ${title}`;
}

/** A name with its title, or its title alone, that leads to a page of its own. */
export function entry(name: string, table: ReadonlyMap<string, Definition>, folder = '', brief = false): PagePart {
  const title = table.get(name)?.title;
  const text = title === undefined ? name : brief ? title : `${name} (${title})`;
  return { text, page: `${folder}${name}` };
}

export function placesOf({ places }: { readonly places: readonly string[] }): PageLine[] {
  return [pageLine(places.length === 0 ? 'anything' : listed(places, 'and'))];
}

export function documentationOf({ documentation }: Definition): readonly string[] {
  return documentation === undefined ? [] : [documentation];
}

/** What it says of itself, and the everyday words by which it is known. */
export function introOf(definition: Definition): readonly string[] {
  return definition.also.length === 0 ? documentationOf(definition) : [...documentationOf(definition), alsoCalled(definition)];
}

/** `Also called: https, http over tls` */
export function alsoCalled({ also }: Pick<Definition, 'also'>): string {
  return `Also called: ${also.join(', ')}`;
}

export function given(text: string | undefined): readonly PageLine[] {
  return text === undefined ? [] : [pageLine(text)];
}

export function notesOf({ notes }: Definition): PageLine[] {
  return notes.map((note) => pageLine(note));
}

export function referencesOf({ see }: { readonly see: readonly Citation[] }, catalogue: Catalogue): PageLine[] {
  return see.map((citation) => pageLine(citationWords(citation, catalogue)));
}

/** A line for each of some names, each leading to its page. */
export function entryLines(names: Iterable<string>, table: ReadonlyMap<string, Definition>, folder = ''): PageLine[] {
  return [...names].map((name) => pageLine(entry(name, table, folder)));
}

/** The requirements whose conditions or needs mention a name. */
export function askedBy({ requirements }: Catalogue, isMeant: (mentioned: MentionedName) => boolean): PageLine[] {
  const asking = [...requirements.values()].filter((one) => [...namesIn(one)].some(isMeant));
  return entryLines(
    asking.map(({ name }) => name),
    requirements,
  );
}
