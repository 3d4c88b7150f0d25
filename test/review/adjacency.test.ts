import assert from 'node:assert/strict';
import { Adjacency } from '../../review/adjacency.js';
import { withElement } from '../../review/index.js';
import { largeDesign } from '../../bench/design.js';
import { createWorkspace } from '../support/workspace.js';

it('a trial on one link copies no list of what touches its ends until somebody asks for it', async () => {
  const design = (await createWorkspace({ 'large.meter': largeDesign(20) })).snapshot.designs[0]!;
  const base = Adjacency.of(design);
  const asked: string[] = [];
  const get = base.get.bind(base);
  base.get = (table, name) => {
    asked.push(`${table} ${name}`);
    return get(table, name);
  };
  const before = design.links.get('wan3')!;
  const now = { ...before, layers: [] };
  const after = base.with(before, now, withElement(design, now));
  assert.deepEqual(asked, []);
  assert.deepEqual(
    after.get('linksAt', 'hes').map((link) => (link === now ? 'now' : link.name)),
    Array.from({ length: 10 }, (_, index) => (index === 3 ? 'now' : `wan${index}`)),
  );
  assert.equal(after.get('linksAt', 'hes'), after.get('linksAt', 'hes'));
  assert.equal(after.get('linksAt', 'meter1'), base.get('linksAt', 'meter1'));
  assert.equal(after.get('flowsAt', 'hes'), base.get('flowsAt', 'hes'));
});
