import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parts, town } from '../language/incremental/bases.js';
import { Session } from './in-process.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What an editor's user does to a text, over and over: letters, names, statements, imports, what breaks and what heals. */
const versions: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.replace('A town', `A town ${at}`),
  (text, at) => text.replace('component box', `component box${at}`),
  (text) => text.replace('import "parts.meter"', ''),
  (text, at) => `${text}component added${at} is smart-meter in home\n`,
  (text) => text.slice(0, text.length / 2),
  (text, at) => text.replace('define control own', `define control own${at}`),
  (text, at) => text.replace('design town', `design town${at}`),
  (text) => text,
];

describe('a server that is edited for long', () => {
  it('forgets the trees, designs, catalogues and reviews of texts that are gone', async () => {
    const session = await Session.with({ 'town.meter': town, 'parts.meter': parts });
    const alive: Record<string, WeakRef<object>[]> = { trees: [], designs: [], catalogues: [], reviews: [], states: [] };
    const counts: Record<string, number>[] = [];
    const note = (what: string, one: object): void => {
      if (!alive[what]!.some((ref) => ref.deref() === one)) alive[what]!.push(new WeakRef(one));
    };
    const edit = async (at: number): Promise<void> => {
      await session.change('town.meter', versions[at % versions.length]!(town, at));
      await session.shared.server.Current.settled((snapshot) => {
        note('states', snapshot);
        note('catalogues', snapshot.catalogue);
        for (const document of snapshot.documents) note('trees', document.parseResult.value);
        for (const design of snapshot.designs) note('designs', design);
        for (const review of snapshot.assessments) note('reviews', review);
      });
    };
    try {
      await session.open('town.meter');
      await session.open('parts.meter');
      for (let round = 1; round <= 3; round++) {
        for (let at = 0; at < versions.length; at++) await edit(round * versions.length + at);
        // What is held by a running task is let go with it.
        for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 2));
        collect();
        await new Promise((resolve) => setTimeout(resolve, 2));
        collect();
        counts.push(
          Object.fromEntries(Object.entries(alive).map(([what, refs]) => [what, refs.filter((ref) => ref.deref() !== undefined).length])),
        );
      }
      assert.ok(alive['designs']!.length > 24 && alive['trees']!.length > 24, 'there was something to forget');
      // The two texts and one state; of designs and what follows from them, for each file those that count and those of its last review, which the next one
      // takes over from, and which stay while the file is a part of another design.
      const most: Readonly<Record<string, number>> = { trees: 2, states: 1, designs: 4, catalogues: 4, reviews: 4 };
      for (const count of counts)
        for (const [what, held] of Object.entries(count)) assert.ok(held <= most[what]!, `${what}: ${JSON.stringify(counts)}`);
    } finally {
      session.stop();
    }
  });
});
