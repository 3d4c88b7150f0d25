import assert from 'node:assert/strict';
import type { WalkAnswer, WalkParams } from '../../../server/protocol/walks.js';
import type { WaysInAnswer } from '../../../server/protocol/ways-in.js';
import { countFindings } from '../../../summary/count.js';
import { exampleFiles } from '../../support/designs.js';
import { Session } from '../in-process.js';

describe('walks through the diagram of a design', () => {
  let session: Session;
  const ask = (params: Partial<WalkParams> = {}) =>
    session.request<WalkAnswer>('meterlint/walk', { walk: '', waits: true, uri: session.uri('riverside.meter'), ...params });
  before(async () => {
    session = await Session.with(exampleFiles('riverside.meter', 'zones.meter'));
  });
  after(() => {
    session.stop();
  });
  const assessment = () => {
    const snapshot = session.shared.server.Current.get();
    return snapshot.assessmentOf(snapshot.designsOf(session.uri('riverside.meter'))[0]!);
  };
  const cut = ({ uri, range }: WalkAnswer['slides'][number]['places'][number]) => session.cut(uri, range);

  it('go through the work list: each requirement that is open once, with all elements that it is open on', async () => {
    const { walks, slides } = await ask({ walk: 'work' });
    assert.equal(walks[0]!.label, `Work list (${slides.length})`);
    const open = assessment().findings.filter(({ state }) => state === 'missing' || state === 'weak');
    assert.equal(open.length, countFindings(assessment().findings).open);
    assert.deepEqual(slides.map(({ id }) => id).sort(), [...new Set(open.map(({ requirement }) => requirement))].sort());
    for (const { id, places, said, lines } of slides) {
      const elements = new Set(open.flatMap(({ requirement, element }) => (requirement === id ? [element] : [])));
      assert.deepEqual(new Set(places.map(cut)), elements, id);
      assert.match(said, /^[■▲◆●○] (critical|high|medium|low|info) · /);
      assert.ok(lines.length > 0, id);
    }
    assert.deepEqual(
      slides.filter(({ said }) => said.includes('critical')).map(({ id }) => id),
      slides.slice(0, slides.filter(({ said }) => said.includes('critical')).length).map(({ id }) => id),
      'the worst before the others',
    );
  });

  it('go through what has to be stated', async () => {
    const { slides } = await ask({ walk: 'questions' });
    assert.ok(slides.length > 0);
    for (const { title, lines, places } of slides) {
      assert.match(title, /\?$/);
      assert.match(lines[0]!, /^For the answer waits? \d+ findings?\.$/);
      assert.ok(places.length > 0, title);
    }
  });

  it('go through the ways of attackers once these are found out: the smallest set, each way and position step by step', async () => {
    const { walks } = await ask();
    const paths = walks.filter(({ id }) => id.startsWith('[')).map(({ id }) => JSON.parse(id) as string[]);
    assert.deepEqual(new Set(paths.map(([, part]) => part)), new Set(['cut', 'ways', 'from']));
    const way = walks.find(({ id, group }) => id.includes('"ways"') && group.endsWith('homes switched'))!;
    const { slides } = await ask({ walk: way.id });
    assert.match(way.label, /^Way 1\. /);
    assert.equal(slides.at(-1)!.title, 'Supply or load is switched by an order');
    for (const { places, said } of slides) assert.ok(said.startsWith(`${cut(places[0]!)} · `), said);
  });

  it('plays what a row of the view of ways in says: one slide for each row below it, however far down its list it stands', async () => {
    const rowsBelow = async (path: readonly string[]) => (await session.request<WaysInAnswer>('meterlint/waysIn', { path })).rows;
    let played = 0;
    const listed = (await ask()).walks.map(({ id }) => id);
    const visit = async (path: readonly string[], depth: number): Promise<void> => {
      for (const row of await rowsBelow(path)) {
        const below = [...path, row.id];
        if (row.play !== undefined) {
          const { walks, slides } = await ask({ uri: row.play.design, walk: row.play.walk });
          const wanted = (await rowsBelow(below)).map(({ id, label, description }) => [id, label, description]);
          assert.ok(wanted.length > 0, row.label);
          assert.deepEqual(
            slides.map(({ id, title, said }) => [id, title, said]),
            wanted,
            row.label,
          );
          // The list of the diagram names what is played, and nothing else that is not always in it.
          assert.deepEqual(
            walks.map(({ id }) => id).filter((id) => !listed.includes(id)),
            listed.includes(row.play.walk) ? [] : [row.play.walk],
          );
          played++;
        }
        if (depth > 1) await visit(below, depth - 1);
      }
    };
    await visit([], 3);
    assert.ok(played > listed.length - 2, `${played} are played, ${listed.length} listed`);
  });

  it('are those of the design that the file is part of, and none where there is none', async () => {
    assert.deepEqual(await ask({ uri: session.uri('zones.meter'), walk: 'work' }), await ask({ walk: 'work' }));
    assert.deepEqual(await ask({ uri: session.uri('nowhere.meter'), walk: 'work' }), { walks: [], slides: [] });
    assert.deepEqual((await ask({ walk: 'no such walk' })).slides, []);
  });
});
