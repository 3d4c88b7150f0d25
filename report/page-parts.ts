import type { AttackStep, Catalogue, Citation, Definition, Need } from '../language/model/index.js';
import { namesIn, type MentionedName } from '../language/semantics/index.js';
import { pageLine, type PageLine, type PagePart } from './page.js';
import { citationWords, listed } from './words.js';

export function titleInWords(definition: Definition | undefined, name: string): string {
  return definition?.title ?? name;
}

export function pageHeading({ name, title }: Definition): string {
  return title === undefined ? name : `${name}: ${title}`;
}

/** A name with its title, or its title alone, that leads to a page of its own. */
export function entry(name: string, table: ReadonlyMap<string, Definition>, folder = '', brief = false): PagePart {
  const title = table.get(name)?.title;
  const text = title === undefined ? name : brief ? title : `${name} (${title})`;
  return { text, page: `${folder}${name}` };
}

export function mayStandOn({ sorts }: { readonly sorts: readonly string[] }): PageLine[] {
  return [pageLine(sorts.length === 0 ? 'anything' : listed(sorts, 'and'))];
}

export function commentOf({ documentation }: Definition): readonly string[] {
  return documentation === undefined ? [] : [documentation];
}

/** What it says of itself, and the everyday words by which it is known. */
export function introOf(definition: Definition): readonly string[] {
  return definition.also.length === 0 ? commentOf(definition) : [...commentOf(definition), alsoCalled(definition)];
}

/** `Also called: https, http over tls` */
export function alsoCalled({ also }: Pick<Definition, 'also'>): string {
  return `Also called: ${also.join(', ')}`;
}

export function textLines(text: string | undefined): readonly PageLine[] {
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
export function requirementsAsking({ requirements }: Catalogue, isMeant: (mentioned: MentionedName) => boolean): PageLine[] {
  const asking = [...requirements.values()].filter((one) => [...namesIn(one)].some(isMeant));
  return entryLines(
    asking.map(({ name }) => name),
    requirements,
  );
}

/** The steps of attacks of which something holds. */
export function stepLines({ steps }: Catalogue, isMeant: (step: AttackStep) => boolean): PageLine[] {
  const meant = [...steps.values()].filter(isMeant);
  return entryLines(
    meant.map(({ name }) => name),
    steps,
    'steps/',
  );
}

/** The controls that a need asks for, or of which it asks for one. */
export function controlsIn(need: Need): string[] {
  if (need.kind === 'control') return [need.control];
  return need.kind === 'condition' ? [] : need.operands.flatMap(controlsIn);
}

/** The controls that stop a step or bound it. */
export function againstStep({ unless, bounds }: AttackStep): string[] {
  return [...new Set([...unless, ...bounds].flatMap(controlsIn))];
}
