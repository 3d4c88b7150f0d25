import type { Connection } from 'vscode-languageserver';
import type { MeterServerSharedServices } from '../module.js';
import { pictureRequest, type PictureParams } from '../protocol.js';
import { Drawing } from './drawing.js';

/** Draws designs on request. Only what is drawn is found out within the lock: edits do not wait for a layout. */
export function registerPictures(connection: Connection, shared: MeterServerSharedServices): void {
  const { WorkspaceLock, WorkspaceManager } = shared.workspace;
  const drawing = new Drawing(async (answer) => {
    await WorkspaceManager.ready;
    return WorkspaceLock.read(() => answer(shared.server.Current.get()));
  });
  connection.onRequest(pictureRequest, (params: PictureParams) => drawing.draw(params));
}
