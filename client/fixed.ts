import * as vscode from 'vscode';
import type { FixedParams } from '../server/protocol.js';
import { withoutLinks } from './plain.js';

/** Says after fix-all what it has left to people; nothing where it has left nothing. */
export function tellFixed(params: unknown): void {
  const { told } = (params ?? {}) as Partial<FixedParams>;
  if (typeof told === 'string' && told !== '') void vscode.window.showInformationMessage(withoutLinks(told));
}
