import assert from 'node:assert/strict';
import type { PictureAnswer, PictureParams } from '../../../server/protocol.js';
import { exampleFiles } from '../../support/designs.js';
import { Session } from '../in-process.js';

const usual = { theme: 'light', flows: false } as const;
type Drawn = Extract<PictureAnswer, { kind: 'picture' }>;

describe('the picture of a design for the editor', () => {
  let session: Session;
  const ask = (params: Partial<PictureParams> & { readonly uri: string }) =>
    session.request<PictureAnswer>('meterlint/picture', { ...usual, ...params, uri: session.uri(params.uri) });
  const draw = async (params: Partial<PictureParams> = {}): Promise<Drawn> => {
    const answer = await ask({ uri: 'riverside.meter', ...params });
    assert.ok(answer.kind === 'picture', answer.kind);
    return answer;
  };
  const idsIn = (svg: string) => [...svg.matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id!);

  before(async () => {
    session = await Session.with({
      ...exampleFiles('riverside.meter', 'zones.meter'),
      'rules.meter': 'define component box is gateway\n',
    });
  });
  after(() => {
    session.stop();
  });

  it('leads from everything drawn to the name of its element, and from each statement to what is drawn of it', async () => {
    const { svg, elements } = await draw({ flows: true });
    const ids = idsIn(svg);
    // Titles of lists and the legend are about no element.
    assert.deepEqual(
      ids.filter((id) => elements[id] === undefined),
      ['legend', 'flows', 'data'],
    );
    assert.deepEqual(
      Object.keys(elements).filter((id) => !ids.includes(id)),
      [],
    );
    for (const [id, places] of Object.entries(elements)) {
      const names = places.map(({ uri, range }) => session.cut(uri, range));
      if (id === 'design') assert.deepEqual(names, ['riverside']);
      else if (id.startsWith('flow:') || !id.includes('/')) assert.deepEqual(names, [/^\w+:([^/]+)/.exec(id)![1]], id);
      else
        assert.ok(
          names.length === 1 && ['link', 'flow'].some((sort) => id.split('/').includes(`${sort}:${names[0]!}`)),
          `${id}: ${names.join()}`,
        );
      for (const { uri, extent } of places) assert.match(session.cut(uri, extent), /^(design|zone|component|link|flow|data) /, id);
    }
  });

  it('draws what the review of this moment found: all of it, and nothing else', async () => {
    const counted = (svg: string) => [...svg.matchAll(/class="ml-number"[^>]*>(\d+)</g)].reduce((sum, [, count]) => sum + Number(count), 0);
    const found = () =>
      session.shared.server.Current.get()
        .designsOf(session.uri('riverside.meter'))
        .map((one) => session.shared.server.Current.get().assessmentOf(one).findings.length);
    const before = await draw();
    assert.deepEqual([counted(before.svg)], found());
    const text = session.textOf('riverside.meter');
    await session.open('riverside.meter');
    await session.change('riverside.meter', `${text}\ncomponent spare is relay in street\n`);
    const after = await draw();
    assert.deepEqual([counted(after.svg)], found());
    assert.ok(counted(after.svg) > counted(before.svg));
    assert.ok(idsIn(after.svg).includes('component:spare') && !idsIn(before.svg).includes('component:spare'));
    await session.change('riverside.meter', text);
    assert.equal((await draw()).svg, before.svg);
  });

  it('draws the design that a file is part of, and says where there is none', async () => {
    const fragment = await draw({ uri: 'zones.meter' });
    assert.equal(fragment.uri, session.uri('riverside.meter'));
    assert.deepEqual([...fragment.files].sort(), [session.uri('riverside.meter'), session.uri('zones.meter')]);
    assert.deepEqual(await ask({ uri: 'nowhere.meter' }), { kind: 'no design' });
  });

  it('offers what may be shown: controls with encryption first, open requirements before others, data', async () => {
    const { choices } = await draw();
    assert.equal(choices.protection[0]!.id, 'encryption');
    const labels = choices.show.map(({ label }) => / \(\d+ open\)$/.test(label));
    assert.ok(labels.includes(true) && labels.includes(false));
    assert.equal(labels.lastIndexOf(true) < labels.indexOf(false), true);
    for (const { id } of choices.show.slice(0, 3)) {
      const { svg } = await draw({ show: id });
      assert.match(svg, /ml-aside/, id);
    }
    assert.deepEqual(
      choices.readers.map(({ id }) => id),
      Object.keys((await draw()).elements).flatMap((id) => /^data:(.*)/.exec(id)?.[1] ?? []),
    );
    assert.notEqual((await draw({ readers: choices.readers[0]!.id })).svg, (await draw()).svg);
    assert.notEqual((await draw({ protection: 'message-integrity' })).svg, (await draw()).svg);
  });
});
