import type { Connection } from 'vscode-languageserver';
import type { CurrentSnapshot } from '../current.js';
import type { Place } from '../place-aside.js';
import { pictureRequest, type PictureParams } from '../protocol.js';
import { Drawing } from './drawing.js';

/** Draws designs on request. Only what is drawn is found out within the lock: edits do not wait for a layout. */
export function registerPictures(connection: Connection, current: CurrentSnapshot, place: Place): void {
  const drawing = new Drawing((answer) => current.settled(answer), place);
  connection.onRequest(pictureRequest, (params: PictureParams) => drawing.draw(params));
}
