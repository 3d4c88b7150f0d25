import assert from 'node:assert/strict';
import type { Catalogue, Profile } from '../../language/model/index.js';
import { requirementsOf, review } from '../../review/index.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

/** What the ids of a national profile's own requirements begin with. */
const prefixes: Readonly<Record<string, string>> = {
  'european-union': 'eu-',
  germany: 'de-',
  'great-britain': 'gb-',
  netherlands: 'nl-',
  france: 'fr-',
  korea: 'kr-',
  india: 'in-',
  'united-states': 'us-',
};
const national = Object.keys(prefixes);
const members = ['germany', 'netherlands', 'france'];
const general = ['x1332', 'x1332-core'];
const reviewDate = '2026-11-24';

const german = (profiles: string) => `design taunus "Taunus AMI" { ${profiles} legal-metrology = true }
zone home is customer-premises
zone dmz is head-end-dmz
data profile15 is interval-consumption
component meter is smart-meter in home { count = 4000 }
component gw is gateway in home { count = 4000 }
component hes is head-end in dmz
link lmn: meter <-> gw over wmbus-profile-c
link wan: gw <-> hes over lte, mutual-tls opened by gw
flow reading is scheduled-reading: meter -> gw -> hes carries profile15`;

describe('the built-in profiles', () => {
  let workspace: Workspace;
  let catalogue: Catalogue;

  before(async () => {
    workspace = await createWorkspace({});
    catalogue = workspace.shared.meter.Designs.catalogue();
  });

  const profile = (name: string): Profile => {
    const found = catalogue.profiles.get(name);
    assert.ok(found !== undefined, `there is no profile '${name}'`);
    return found;
  };
  const idsOf = (...profiles: string[]) => requirementsOf(profiles, catalogue).map(({ name }) => name);
  const reviewed = async (profiles: string) => {
    const { shared, uri } = await createWorkspace({ 'taunus.meter': german(profiles) });
    const design = shared.meter.Designs.all().find(({ files }) => files[0] === uri('taunus.meter').toString());
    assert.ok(design !== undefined);
    return review(design, reviewDate);
  };

  it('are the general and the national ones', () => {
    assert.deepEqual([...catalogue.profiles.keys()].sort(), [...general, ...national].sort());
  });

  it('have a title and say what they are about', () => {
    for (const { name, title, documentation } of catalogue.profiles.values()) {
      assert.ok(title !== undefined && title !== '' && documentation !== undefined && documentation !== '', name);
    }
  });

  it('extend profiles and include requirements that exist, each once', () => {
    for (const { name, extends: extended, includes } of catalogue.profiles.values()) {
      assert.deepEqual(
        [...extended.filter((one) => !catalogue.profiles.has(one)), ...includes.filter((one) => !catalogue.requirements.has(one))],
        [],
        name,
      );
      assert.equal(new Set([...extended, ...includes]).size, extended.length + includes.length, name);
    }
  });

  it('leave no requirement out', () => {
    const asked = new Set(idsOf(...catalogue.profiles.keys()));
    assert.deepEqual(
      [...catalogue.requirements.keys()].filter((id) => !asked.has(id)),
      [],
    );
  });

  it('tell for each of their requirements what to do', () => {
    const silent = requirementsOf([...catalogue.profiles.keys()], catalogue).filter(
      ({ guidance }) => guidance === undefined || guidance === '',
    );
    assert.deepEqual(silent, []);
  });

  for (const name of national) {
    it(`contain x1332 whole in ${name}, and one to three requirements of its own`, () => {
      const all = idsOf(name);
      assert.deepEqual(all.slice(0, idsOf('x1332').length), idsOf('x1332'));
      const { includes, extends: extended } = profile(name);
      assert.ok(includes.length >= 1 && includes.length <= 3);
      assert.ok(includes.every((id) => id.startsWith(prefixes[name]!)));
      assert.deepEqual(all, [...idsOf(...extended), ...includes]);
      assert.deepEqual(
        [...catalogue.requirements.keys()].filter((id) => id.startsWith(prefixes[name]!)),
        includes,
      );
    });
  }

  it('leave x1332 free of national requirements', () => {
    assert.ok(!idsOf('x1332').some((id) => Object.values(prefixes).some((prefix) => id.startsWith(prefix))));
  });

  it('extend the European profile where the country is a member', () => {
    const extending = national.filter((name) => profile(name).extends.includes('european-union'));
    assert.deepEqual(extending.sort(), [...members].sort());
    for (const name of members) {
      assert.deepEqual(
        idsOf('european-union').filter((id) => !idsOf(name).includes(id)),
        [],
      );
    }
  });

  it('name no place in a document twice at a requirement, clauses that a profile adds included', () => {
    const twice = [...catalogue.requirements.values()].flatMap(({ name, see }) => {
      const places = see.map(({ standard, clause }) => `${name}: ${standard} ${clause ?? ''}`);
      return places.filter((place, index) => places.indexOf(place) !== index);
    });
    assert.deepEqual(twice, []);
  });

  it('let a refining requirement take nothing from one that is more severe', () => {
    const ranks = ['info', 'low', 'medium', 'high', 'critical'];
    const severitiesOf = (id: string) => {
      const { severity } = catalogue.requirements.get(id)!;
      return [...severity.branches.map((branch) => branch.severity), severity.otherwise].map((one) => ranks.indexOf(one));
    };
    const own = national.flatMap((name) => profile(name).includes);
    for (const id of own) {
      for (const refined of catalogue.requirements.get(id)!.refines) {
        assert.ok(Math.min(...severitiesOf(id)) >= Math.max(...severitiesOf(refined)), `${id} refines ${refined}`);
      }
    }
  });

  it('review a design with all that the named profile contains', async () => {
    const assessment = await reviewed('profile germany');
    assert.deepEqual(assessment.profiles, ['germany']);
    assert.deepEqual(assessment.requirements, idsOf('germany'));
    const on = (element: string) => assessment.findings.filter((one) => one.element === element).map(({ requirement }) => requirement);
    for (const id of ['de-gateway-certificate', 'de-security-module', 'gov-device', 'gov-baseline']) assert.ok(on('gw').includes(id), id);
    const state = (id: string, element: string) =>
      assessment.results.find((one) => one.requirement === id && one.element === element)!.state;
    assert.equal(state('de-gateway-path', 'reading'), 'met');
    assert.equal(state('eu-legal-metrology', 'taunus'), 'met');
  });

  it('report the missing certificate of a gateway once, in the words of the nearest law', async () => {
    const assessment = await reviewed('profile germany');
    const gateway = assessment.results.find(({ requirement, element }) => requirement === 'eu-gateway-certificate' && element === 'gw');
    assert.equal(gateway?.state, 'missing');
    assert.deepEqual(gateway.reportedBy, ['de-gateway-certificate']);
    assert.ok(!assessment.findings.some(({ requirement }) => requirement === 'eu-gateway-certificate'));
    const european = await reviewed('profile european-union');
    assert.ok(european.findings.some(({ requirement, element }) => requirement === 'eu-gateway-certificate' && element === 'gw'));
  });

  it('ask for nothing national where a design names no profile', async () => {
    const assessment = await reviewed('');
    assert.deepEqual(assessment.requirements, idsOf('x1332'));
  });

  it('can be named together', async () => {
    const assessment = await reviewed('profile germany, great-britain');
    assert.deepEqual(assessment.requirements, idsOf('germany', 'great-britain'));
    assert.equal(new Set(assessment.requirements).size, assessment.requirements.length);
  });
});
