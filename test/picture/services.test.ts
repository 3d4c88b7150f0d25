import assert from 'node:assert/strict';
import { rolesInService } from '../../language/semantics/index.js';
import type { Catalogue } from '../../language/model/index.js';
import { layOut, servicesScene, svgOf } from '../../picture/index.js';
import { escaped } from '../../picture/svg/escape.js';
import { servicesPage } from '../../server/services-page.js';
import { createWorkspace } from '../support/workspace.js';
import { faultsOf } from './support/laws.js';

describe('the general model of metering services', () => {
  let catalogue: Catalogue;
  before(async () => {
    catalogue = (await createWorkspace({})).shared.meter.Designs.catalogue();
  });

  it('has each service once, with each of its roles and each kind that takes one', () => {
    const { nodes, edges, panels } = servicesScene(catalogue);
    const zones = nodes.filter(({ sort }) => sort === 'zone');
    const drawn = [...zones, ...panels.flatMap(({ rows }) => rows)].flatMap(({ elements }) => elements);
    assert.deepEqual([...drawn].sort(), [...catalogue.services.keys()].sort());
    const withRoles = [...catalogue.services.keys()].filter((name) => rolesInService(name, catalogue).length > 0);
    assert.ok(withRoles.length > 30 && withRoles.length < catalogue.services.size);
    for (const service of withRoles) {
      const zone = zones.find(({ elements }) => elements.includes(service))!;
      const roles = nodes.filter(({ parent }) => parent === zone.id);
      assert.deepEqual(
        roles.map(({ title, marks }) => [title, marks.map(({ words }) => words)]),
        rolesInService(service, catalogue).map(({ name, title, kinds }) => [
          title ?? name,
          kinds.map((kind) => catalogue.componentKinds.get(kind)?.title ?? kind),
        ]),
        service,
      );
      const ways = edges.filter(({ from }) => roles.some(({ id }) => id === from));
      assert.deepEqual(
        ways.map(({ from, to }) => [from, to]),
        roles.slice(1).map(({ id }, index) => [roles[index]!.id, id]),
      );
    }
  });

  it('is drawn as designs are: nothing overlaps, is cut or runs through, and each title is to be read', async () => {
    const picture = await layOut(servicesScene(catalogue));
    assert.deepEqual(faultsOf(picture), []);
    assert.ok(picture.width < 2 * picture.height && picture.height < 2 * picture.width, `${picture.width} by ${picture.height}`);
    const svg = svgOf(picture);
    for (const { title, name } of catalogue.services.values()) assert.ok(svg.includes(escaped(title ?? name)), name);
    assert.equal(svgOf(await layOut(servicesScene(catalogue))), svg);
  });

  it('is a page of the editor, with the picture and with the services in words that lead to their pages', async () => {
    const { shared } = await createWorkspace({
      'rules.meter': 'define service own-service "Own & new" {\n    role beginner "Who begins" is head-end\n}\n',
    });
    const { body } = await servicesPage(shared.meter.Designs.catalogue())(layOut);
    assert.match(body, /<svg [^]*Own &amp; new[^]*<\/svg>/);
    const led = [...body.matchAll(/<a href="command:meterlint\.showPage\?([^"]+)">/g)].map(([, name]) => decodeURIComponent(name!));
    assert.deepEqual(led.sort(), [...catalogue.services.keys(), 'own-service'].map((name) => JSON.stringify([name])).sort());
  });
});
