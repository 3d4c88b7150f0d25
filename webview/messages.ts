import type { Picture, PictureFold } from '../server/protocol.js';
import type { WalkChoice } from '../server/protocol/walks.js';
import { areTexts, fieldsOf } from './messages/fields.js';

/** What is chosen in the bar above a diagram; an empty text chooses nothing. */
export interface DiagramOptions {
  readonly flows: boolean;
  readonly protection: string;
  readonly show: string;
  readonly readers: string;
  /** What was opened and closed, the last act last. */
  readonly folds: readonly PictureFold[];
}

export const usualOptions: DiagramOptions = { flows: false, protection: '', show: '', readers: '', folds: [] };

/** Something that was searched for, and where it is drawn. */
export interface Hit {
  readonly name: string;
  readonly label: string;
}

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly options: DiagramOptions }
  /** Go to the text of what is drawn under this id. */
  | { readonly type: 'reveal'; readonly id: string }
  /** Opens or closes a box by the id of its sign. */
  | { readonly type: 'fold'; readonly id: string }
  /** Opens and closes all as it was at first. */
  | { readonly type: 'unfold' }
  | { readonly type: 'find'; readonly text: string }
  /** Shows an element that was found. */
  | { readonly type: 'seek'; readonly name: string }
  /** Begins a walk; an empty id ends it. */
  | { readonly type: 'walk'; readonly walk: string }
  | { readonly type: 'slide'; readonly at: number }
  | { readonly type: 'save' }
  /** Of what is shown, a PNG as base64. */
  | { readonly type: 'paint'; readonly png: string };

/** What the extension tells the page. */
export type ToPage =
  | {
      readonly type: 'picture';
      readonly picture: Pick<Picture, 'uri' | 'title' | 'svg' | 'choices'>;
      /** What leads to a text. */
      readonly ids: readonly string[];
      readonly options: DiagramOptions;
    }
  /** Marks what the cursor is in. */
  | { readonly type: 'mark'; readonly ids: readonly string[] }
  /** What the last search found. */
  | { readonly type: 'found'; readonly text: string; readonly hits: readonly Hit[] }
  /** By what the diagram can be walked through, and where the walk is. */
  | {
      readonly type: 'walk';
      readonly walks: readonly WalkChoice[];
      /** Empty where nobody walks. */
      readonly walk: string;
      readonly at: number;
      /** How many slides there are; nothing is known of them yet where there are none. */
      readonly count: number;
      readonly title: string;
      readonly said: string;
      readonly lines: readonly string[];
      /** What the slide is about, and what the walk has passed. */
      readonly ids: readonly string[];
      readonly past: readonly string[];
    }
  /** Words instead of a picture. */
  | { readonly type: 'words'; readonly words: string };

/** What is kept of a page while it is not shown, and by the extension after a restart. */
export interface DiagramState {
  readonly uri: string;
  readonly options: DiagramOptions;
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

export function isFromPage(value: unknown): value is FromPage {
  const { type, options, id, text, name, png, walk, at } = fieldsOf(value);
  switch (type) {
    case 'ready':
    case 'save':
    case 'unfold':
      return true;
    case 'choose':
      return isOptions(options);
    case 'reveal':
    case 'fold':
      return typeof id === 'string';
    case 'find':
      return typeof text === 'string';
    case 'walk':
      return typeof walk === 'string';
    case 'slide':
      return Number.isSafeInteger(at);
    case 'seek':
      return typeof name === 'string';
    case 'paint':
      return typeof png === 'string' && /^[\w+/]+=*$/.test(png);
    default:
      return false;
  }
}

export function isToPage(value: unknown): value is ToPage {
  const { type, picture, ids, options, words, text, hits } = fieldsOf(value);
  switch (type) {
    case 'picture':
      return isPicture(picture) && areTexts(ids) && isOptions(options);
    case 'mark':
      return areTexts(ids);
    case 'found':
      return typeof text === 'string' && Array.isArray(hits) && hits.map(fieldsOf).every(isHit);
    case 'walk':
      return isWalk(value);
    case 'words':
      return typeof words === 'string';
    default:
      return false;
  }
}

export function isState(value: unknown): value is DiagramState {
  const { uri, options, zoom, left, top } = fieldsOf(value);
  return typeof uri === 'string' && isOptions(options) && [zoom, left, top].every(Number.isFinite);
}

function isWalk(value: unknown): boolean {
  const { walks, walk, at, count, title, said, lines, ids, past } = fieldsOf(value);
  return (
    areChoices(walks) &&
    (walks as readonly unknown[]).every((one) => typeof fieldsOf(one)['group'] === 'string') &&
    [walk, title, said].every((one) => typeof one === 'string') &&
    [at, count].every(Number.isSafeInteger) &&
    [lines, ids, past].every(areTexts)
  );
}

function isPicture(value: unknown): boolean {
  const { uri, title, svg, choices } = fieldsOf(value);
  const { protection, show, readers } = fieldsOf(choices);
  return [uri, title, svg].every((one) => typeof one === 'string') && [protection, show, readers].every(areChoices);
}

function isOptions(value: unknown): value is DiagramOptions {
  const { flows, protection, show, readers, folds } = fieldsOf(value);
  return typeof flows === 'boolean' && [protection, show, readers].every((one) => typeof one === 'string') && areFolds(folds);
}

function areFolds(value: unknown): boolean {
  const isFold = ({ name, open }: Readonly<Record<string, unknown>>) => typeof name === 'string' && typeof open === 'boolean';
  return Array.isArray(value) && value.map(fieldsOf).every(isFold);
}

function isHit({ name, label }: Readonly<Record<string, unknown>>): boolean {
  return typeof name === 'string' && typeof label === 'string';
}

function areChoices(value: unknown): boolean {
  const isChoice = ({ id, label }: Readonly<Record<string, unknown>>) => typeof id === 'string' && typeof label === 'string';
  return Array.isArray(value) && value.map(fieldsOf).every(isChoice);
}
