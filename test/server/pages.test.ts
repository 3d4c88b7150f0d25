import assert from 'node:assert/strict';
import { problemCodes } from '../../language/wellformed/codes.js';
import { definitionSorts } from '../../report/definitions.js';
import { shownPage } from '../../server/pages.js';
import { Session } from './in-process.js';

const design = `design d "Town" { profile x1332-core }
zone street is public-place
component meter "Meter" is smart-meter in street
component other is smart-meter in street { control tamper-detection by tamper-switch }
`;

describe('the page of a name', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({
      'own.meter': 'define control own "<b>Own</b> & more" on component { asks "<script>?" }\n',
      'd.meter': design,
    });
    await session.open('d.meter');
  });
  after(() => {
    session.stop();
  });

  const shown = (name: string) => shownPage(name, session.shared.server.Current.get());

  it('of a requirement says why, what to do, where it applies here and how it stands, and what says so', () => {
    const { title, body } = shown('phys-tamper')!;
    assert.equal(title, 'phys-tamper: Meters, gateways and concentrators detect and report opening');
    const heads = [...body.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, head]) => head);
    assert.deepEqual(heads.slice(0, 4), ['Why', 'What to do', 'In this workspace', 'Where it applies, and what it needs']);
    assert.ok(heads.includes('References'));
    const [, place, words] =
      /<li><a href="command:meterlint\.goToPlace\?([^"]+)">meter<\/a>: ((?:would be )?missing, \w+)<\/li>/.exec(body) ?? [];
    assert.ok(words !== undefined, body);
    const [{ uri, range }] = JSON.parse(decodeURIComponent(place!)) as [{ uri: string; range: Parameters<Session['cut']>[1] }];
    assert.equal(session.cut(uri, range), 'meter');
  });

  it('is there for everything that is defined and for each code, without an address of the web to go to', () => {
    const { catalogue } = session.shared.server.Current.get();
    const names = [...definitionSorts.flatMap((sort) => sort.all(catalogue).map(({ name }) => name)), ...Object.keys(problemCodes)];
    assert.ok(names.length > 900);
    const known = new Set(names);
    for (const name of names) {
      const page = shown(name);
      assert.ok(page !== null, name);
      for (const [, address] of page.body.matchAll(/<a href="([^"]*)"/g)) {
        if (address!.startsWith('command:meterlint.goToPlace?')) continue;
        const [, args] = /^command:meterlint\.showPage\?(.+)$/.exec(address!) ?? [];
        assert.ok(args !== undefined, address);
        assert.ok(known.has((JSON.parse(decodeURIComponent(args)) as [string])[0]), `${name} leads to ${args}`);
      }
    }
    assert.equal(shown('no-such-name'), null);
  });

  it('holds no markup that a definition brings', () => {
    const { title, body } = shown('own')!;
    assert.equal(title, 'own: <b>Own</b> & more');
    assert.match(body, /<h1>own: &lt;b&gt;Own&lt;\/b&gt; &amp; more<\/h1>/);
    assert.match(body, /<p>&lt;script&gt;\?<\/p>/);
    assert.doesNotMatch(body, /<script|<style|<img/);
  });
});
