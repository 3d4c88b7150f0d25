import type { DocumentBuilder } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { ReviewSteps } from './steps.js';

/**
 * Sends the diagnostics of a file where it was changed, or where they are otherwise than the last ones. An edit can change what is told in any file
 * and hardly ever does, and whoever is sent them reads and draws all of them again.
 */
export function publishChanges(
  connection: Pick<Connection, 'sendDiagnostics'>,
  builder: Pick<DocumentBuilder, 'onUpdate'>,
  steps: Pick<ReviewSteps, 'of'>,
): void {
  const sent = new Map<string, string>();
  // An editor moves the marks of a text that is changed: there, the same are sent again.
  const changed = new Set<string>();
  builder.onUpdate((uris) => {
    for (const uri of uris) changed.add(uri.toString());
  });
  const send = connection.sendDiagnostics.bind(connection);
  connection.sendDiagnostics = (params) =>
    steps.of('send', () => {
      const { uri, diagnostics } = params;
      const text = JSON.stringify(diagnostics);
      if (!changed.delete(uri) && sent.get(uri) === text) return Promise.resolve();
      sent.set(uri, text);
      return send(params);
    });
}
