import type { Diagnostic } from 'vscode-languageserver';

/** The words of a diagnostic, which the protocol allows to be marked up. */
export function messageOf({ message }: Pick<Diagnostic, 'message'>): string {
  return typeof message === 'string' ? message : message.value;
}
