import type { Picture } from '../server/protocol.js';
import { areTexts, fieldsOf } from './messages/fields.js';

/** What is chosen in the bar above a diagram; an empty text chooses nothing. */
export interface DiagramOptions {
  readonly flows: boolean;
  readonly protection: string;
  readonly show: string;
  readonly readers: string;
}

export const usualOptions: DiagramOptions = { flows: false, protection: '', show: '', readers: '' };

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly options: DiagramOptions }
  /** Go to the text of what is drawn under this id. */
  | { readonly type: 'reveal'; readonly id: string }
  | { readonly type: 'save' };

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
  const { type, options, id } = fieldsOf(value);
  switch (type) {
    case 'ready':
    case 'save':
      return true;
    case 'choose':
      return isOptions(options);
    case 'reveal':
      return typeof id === 'string';
    default:
      return false;
  }
}

export function isToPage(value: unknown): value is ToPage {
  const { type, picture, ids, options, words } = fieldsOf(value);
  switch (type) {
    case 'picture':
      return isPicture(picture) && areTexts(ids) && isOptions(options);
    case 'mark':
      return areTexts(ids);
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

function isPicture(value: unknown): boolean {
  const { uri, title, svg, choices } = fieldsOf(value);
  const { protection, show, readers } = fieldsOf(choices);
  return [uri, title, svg].every((one) => typeof one === 'string') && [protection, show, readers].every(areChoices);
}

function isOptions(value: unknown): value is DiagramOptions {
  const { flows, protection, show, readers } = fieldsOf(value);
  return typeof flows === 'boolean' && [protection, show, readers].every((one) => typeof one === 'string');
}

function areChoices(value: unknown): boolean {
  const isChoice = ({ id, label }: Readonly<Record<string, unknown>>) => typeof id === 'string' && typeof label === 'string';
  return Array.isArray(value) && value.map(fieldsOf).every(isChoice);
}
