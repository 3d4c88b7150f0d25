// Libraries that keep state of a whole program must stand in a bundle once: an event of one copy of vscode-jsonrpc knows nothing of the
// timers and the console that were given to another one. A package manager may install several, each fitting one of those that ask.
import { createRequire } from 'node:module';
import path from 'node:path';

const stateful = /^vscode-(jsonrpc|languageserver-protocol|languageserver-types)(\/|$)/;

/** Whoever asks for them gets those that one package brings, `vscode-languageserver` or `vscode-languageclient`. */
export function oneCopyOf(host) {
  const resolveDir = path.dirname(createRequire(import.meta.url).resolve(`${host}/node`));
  return {
    name: 'one copy of the protocol',
    setup: (build) => {
      build.onResolve({ filter: stateful }, ({ path: asked, kind, pluginData }) =>
        pluginData === resolveDir ? undefined : build.resolve(asked, { kind, resolveDir, pluginData: resolveDir }),
      );
    },
  };
}
