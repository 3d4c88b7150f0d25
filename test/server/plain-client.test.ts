import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFolder } from '../support/cli.js';
import { TestClient } from '../support/client.js';

const design = 'define profile one { includes authz-rbac }\ndesign d { profile one }\ncomponent hes is head-end\n';
const findsIt = (found: readonly { code?: unknown }[]) => found.some(({ code }) => code === 'authz-rbac');

describe('a client that can do little', () => {
  const asking = (files: Readonly<Record<string, string>>, use: (client: TestClient, uri: (file: string) => string) => Promise<void>) =>
    inFolder(files, async (folder) => {
      const client = new TestClient(folder);
      try {
        await use(client, (file) => pathToFileURL(path.join(folder, file)).toString());
        await client.request('meterlint/review');
        assert.deepEqual(client.log, []);
      } finally {
        await client.stop();
      }
    });

  it('is told of a file that it opens, and nothing is logged, where it says nothing of itself and has no folder', () =>
    asking({ 'a.meter': design }, async (client, uri) => {
      await client.startAs({ rootUri: null, workspaceFolders: null, capabilities: {} });
      await client.open('a.meter', design);
      await client.until('a finding', uri('a.meter'), findsIt);
      await client.change('a.meter', design.replace('includes', 'include'));
      await client.until('a mistake', uri('a.meter'), (found) => !findsIt(found) && found.length > 0);
    }));

  it('is told of the files of its one folder where it knows of no others', () =>
    asking({ 'a.meter': design }, async (client, uri) => {
      await client.startAs({ rootUri: uri('.'), capabilities: {} });
      await client.until('a finding', uri('a.meter'), findsIt);
    }));

  it('is told of both of two folders, one of which has the name of the other and an ending', () =>
    asking({ 'net/a.meter': design, 'net.old/b.meter': design.replaceAll('profile one', 'profile other') }, async (client, uri) => {
      const folders = ['net', 'net.old'].map((name) => ({ name, uri: uri(name) }));
      await client.startAs({ rootUri: null, workspaceFolders: folders, capabilities: {} });
      await client.until('a finding', uri('net/a.meter'), findsIt);
      await client.until('a finding', uri('net.old/b.meter'), findsIt);
    }));
});
