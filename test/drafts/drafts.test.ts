import assert from 'node:assert/strict';
import {
  answersFrom,
  draftDesign,
  nextQuestion,
  questionsFor,
  serviceIds,
  topologyIds,
  type Answers,
  type Words,
} from '../../drafts/index.js';
import { stackOfChoice } from '../../drafts/protocols.js';
import type { Architecture } from '../../language/model/index.js';
import { review } from '../../review/index.js';
import { format } from '../language/formatting/support.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { casesOf, isAside, type Case } from './support.js';

/** So many drafts are files of one workspace. */
const together = 250;

/** What a first draft of any network comes to, at the most: its author goes through them one by one. */
const mostFindings = 80;

/** The names of components that no link ends at and no flow stops at. */
function idle({ components, links, flows }: Architecture): string[] {
  const used = new Set([
    ...[...links.values()].flatMap(({ sources, targets }) => [...sources, ...targets]),
    ...[...flows.values()].flatMap(({ stops }) => stops.flat()),
  ]);
  return [...components.keys()].filter((name) => !used.has(name));
}

function mechanismsIn({ links, flows }: Architecture): Set<string> {
  return new Set([...links.values(), ...flows.values()].flatMap(({ layers }) => layers.flatMap(({ stack }) => stack)));
}

describe('a new design', () => {
  let words: Words;
  before(async () => {
    words = (await createWorkspace({})).shared.meter.Designs.catalogue();
  });

  const check = (workspace: Workspace, file: string, { name, answers, text }: Case) => {
    const problems = workspace.mistakes(file).filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(problems, [], `${name}\n${text}`);
    const [design] = workspace.shared.meter.Designs.of(workspace.uri(file));
    assert.ok(design);
    assert.deepEqual(idle(design), [], name);
    assert.ok(review(design, '2027-03-15').findings.length > 0, name);
    assert.equal(format(text), text, name);
    assert.equal(draftDesign(answers, words).text, text, name);
    const services = [...design.flows.values()].flatMap(({ kinds }) => kinds);
    assert.deepEqual(services, answers.services, name);
    for (const { id, defaults } of questionsFor(answers, words)) {
      if (id === 'services' || isAside(id)) continue;
      const said = mechanismsIn(design);
      // What protects from end to end has nothing to protect where nothing runs between meter and head-end.
      if (id === 'application' && ![...design.flows.values()].some(({ layers }) => layers.length > 0)) continue;
      for (const mechanism of stackOfChoice((answers[id] ?? defaults)[0]!)) assert.ok(said.has(mechanism), `${mechanism} in ${name}`);
    }
  };

  for (const topology of topologyIds) {
    it(`${topology}: every protocol and service gives a formatted text without mistakes, with findings, and with all that was chosen`, async function () {
      const cases = casesOf(topology, words);
      assert.ok(cases.length > 300);
      for (let start = 0; start < cases.length; start += together) {
        const part = cases.slice(start, start + together);
        const workspace = await createWorkspace(Object.fromEntries(part.map(({ text }, index) => [`${index}.meter`, text])));
        part.forEach((one, index) => {
          check(workspace, `${index}.meter`, one);
        });
      }
    });
  }

  it('asks for topology, protocols and services, then for what the services make necessary', () => {
    const ids = (answers: Answers) => questionsFor(answers, words).map(({ id }) => id);
    const first = ['topology', 'country', 'last-mile', 'application', 'wide-area', 'transport', 'services'];
    const last = ['meters', 'name'];
    assert.deepEqual(ids({}), [...first, ...last]);
    assert.deepEqual(
      ids({ topology: ['cellular'] }),
      [...first, ...last].filter((id) => id !== 'last-mile'),
    );
    assert.deepEqual(ids({ services: ['load-control', 'third-party-disclosure', 'demand-response'] }), [
      ...first,
      'home',
      'third-party',
      'response',
      ...last,
    ]);
    assert.deepEqual(ids({ topology: ['lorawan'] }).slice(0, 3), ['topology', 'commodity', 'country']);
  });

  it('begins with what a topology is built for: no van carries orders, and what a water meter cuts off is a valve', () => {
    const services = (topology: string) => questionsFor({ topology: [topology] }, words).find(({ id }) => id === 'services')!.defaults;
    assert.deepEqual(services('drive-by'), ['drive-by-reading']);
    assert.ok(services('cellular').includes('remote-disconnect') && !services('lorawan').includes('remote-disconnect'));
    const drafted = (topology: string, chosen?: string[]) =>
      draftDesign({ topology: [topology], ...(chosen === undefined ? {} : { services: chosen }) }, words).text;
    assert.match(drafted('lorawan', ['remote-disconnect']), /^component meter +"Water meter" is water-meter in home \{$/m);
    assert.match(drafted('lorawan', ['remote-disconnect']), /^ {4}remote-switch = valve$/m);
    assert.match(drafted('hub', ['remote-disconnect']), /^ {4}remote-switch = breaker$/m);
    assert.match(
      drafted('lorawan'),
      /^link uplink +"Way to the head-end": radio <-> lns in carrier over lte, private-apn, mutual-tls opened by radio$/m,
    );
    assert.match(drafted('lorawan'), /^link feed +"Feed to the head-end": lns <-> hes$/m);
    assert.match(drafted('battery-cellular'), /^component meter +"Gas meter" is gas-meter in home \{$/m);
    assert.match(drafted('drive-by'), /^flow round "Drive-by or walk-by reading" is drive-by-reading: meter -> van -> hes -> mdms$/m);
  });

  it('asks each question once, and then none', () => {
    let answers: Answers = {};
    const asked: string[] = [];
    for (let question = nextQuestion(answers, words); question !== undefined; question = nextQuestion(answers, words)) {
      asked.push(question.id);
      answers = { ...answers, [question.id]: question.many ? [] : question.defaults };
    }
    assert.deepEqual(asked, ['topology', 'country', 'last-mile', 'application', 'wide-area', 'transport', 'services', 'meters', 'name']);
  });

  it('offers nothing over a port that only sends where loads are switched', () => {
    const home = (services: string[]) =>
      questionsFor({ services }, words)
        .find(({ id }) => id === 'home')!
        .choices.map(({ id }) => id);
    assert.ok(home(['home-display']).includes('p1-port'));
    assert.ok(!home(['home-display', 'load-control']).includes('p1-port'));
  });

  it('offers names of the catalogue only, each with a label of its own, and defaults among them', () => {
    const catalogue = words;
    for (const topology of topologyIds) {
      const services = ['home-display', 'third-party-disclosure', 'demand-response'];
      for (const { id, choices, defaults, many } of questionsFor({ topology: [topology], services }, words)) {
        const ids = choices.map((choice) => choice.id);
        assert.equal(new Set(ids).size, ids.length);
        assert.equal(new Set(choices.map(({ label }) => label)).size, ids.length, `${topology} ${id}`);
        assert.ok(id === 'name' || defaults.every((one) => ids.includes(one)));
        if (!many) assert.equal(defaults.length, 1);
        if (id === 'services')
          assert.deepEqual(
            ids.filter((one) => !catalogue.services.has(one)),
            [],
          );
        else if (!isAside(id))
          assert.deepEqual(
            ids.flatMap(stackOfChoice).filter((one) => !catalogue.mechanisms.has(one)),
            [],
          );
      }
    }
  });

  it('speaks what is spoken in the country, and offers no country where nobody builds such a network', () => {
    const choices = (answers: Answers, id: string) =>
      questionsFor(answers, words)
        .find((one) => one.id === id)!
        .choices.map((one) => one.id);
    const american = { topology: ['mesh'], country: ['united-states'] };
    assert.deepEqual(choices(american, 'application'), ['c12.22-eax-prime', 'c12.22-clear', 'without-application']);
    assert.deepEqual(questionsFor(american, words).find(({ id }) => id === 'application')!.defaults, ['c12.22-eax-prime']);
    assert.ok(!choices({ topology: ['concentrator'] }, 'country').includes('united-states'));
    assert.ok(!choices({ topology: ['gateway'] }, 'country').includes('united-states'));
    assert.ok(!choices({ topology: ['drive-by'] }, 'country').includes('united-states'));
    assert.ok(!choices({ topology: ['hub'], country: ['germany'] }, 'application').includes('gbcs-message'));
    assert.equal(choices({ topology: ['hub'], country: ['great-britain'] }, 'application')[0], 'gbcs-message');
    assert.equal(choices({ topology: ['mesh'] }, 'country')[0], 'x1332');
  });

  it('draws meters of what is measured, as many as there are, and is called what it is called', () => {
    const { text } = draftDesign(
      { topology: ['gateway'], commodity: ['heat'], country: ['germany'], meters: ['2000'], name: ['Old town'] },
      words,
    );
    assert.match(text, /^design Old-town "Old town" \{$/m);
    assert.match(text, /^ {4}profile germany$/m);
    assert.match(text, /^component meter +"Heat meter" is heat-meter in home \{$/m);
    assert.equal(text.match(/^ {4}count = 2000$|\{ count = 2000 \}/gm)?.length, 2);
    assert.doesNotMatch(text, /remote-switch/);
    const few = draftDesign({ topology: ['lorawan'], meters: ['3'] }, words).text;
    assert.match(few, /^component radio .*\{ count = 1 \}$/m);
    const sold = draftDesign({ topology: ['lorawan'], services: ['credit-token-sale', 'credit-token-entry'] }, words).text;
    assert.match(sold, /^flow sale +"Sale of a credit token" is credit-token-sale: buyer -> till -> vending$/m);
    assert.match(sold, /^flow entry "Entry of a credit token" is credit-token-entry: buyer -> meter$/m);
    assert.match(sold, /^ {4}remote-switch = valve$/m);
  });

  it('every country, commodity and number gives a text without mistakes, with no more findings than somebody reads', async () => {
    const cases: Case[] = [];
    for (const topology of topologyIds) {
      const asked = { topology: [topology] };
      for (const { id, choices } of questionsFor(asked, words)) {
        if (!['commodity', 'country', 'meters'].includes(id)) continue;
        for (const choice of choices) {
          const answers: Answers = { ...asked, [id]: [choice.id] };
          cases.push({ name: JSON.stringify(answers), answers, text: draftDesign(answers, words).text });
        }
      }
    }
    const workspace = await createWorkspace(Object.fromEntries(cases.map(({ text }, index) => [`${index}.meter`, text])));
    for (const [index, { name, text }] of cases.entries()) {
      const problems = workspace.mistakes(`${index}.meter`).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(problems, [], `${name}\n${text}`);
      assert.equal(format(text), text, name);
      const [design] = workspace.shared.meter.Designs.of(workspace.uri(`${index}.meter`));
      const { length } = review(design!, '2027-03-15').findings;
      assert.ok(length > 0 && length <= mostFindings, `${length} findings of ${name}`);
    }
  });

  it('LwM2M and MQTT bring their own TLS, so that no further tunnel is proposed', () => {
    const usual = (application: string) =>
      questionsFor({ topology: ['cellular'], application: [application] }, words).find(({ id }) => id === 'transport')!.defaults;
    assert.deepEqual(['lwm2m-certificate', 'lwm2m-oscore', 'mqtt-mtls', 'dlms-lls'].map(usual), [
      ['without-tunnel'],
      ['mutual-tls'],
      ['without-tunnel'],
      ['mutual-tls'],
    ]);
  });

  describe('takes names from a command line', () => {
    const read = (options: Parameters<typeof answersFrom>[0]) => answersFrom(options, words);

    it('in any order, each as the answer to the first open question that offers it', () => {
      assert.deepEqual(read({ topology: 'hub', protocols: ['ipsec', 'wmbus-aead', 'dlms-lls'], services: ['home-display'] }), {
        answers: {
          topology: ['hub'],
          services: ['home-display'],
          transport: ['ipsec'],
          'last-mile': ['wmbus-aead'],
          application: ['dlms-lls'],
        },
        problems: [],
      });
      const twice = read({ topology: 'hub', services: ['home-display'], protocols: ['wmbus-profile-b', 'wmbus-profile-b'] });
      assert.deepEqual([twice.answers['last-mile'], twice.answers.home], [['wmbus-profile-b'], ['wmbus-profile-b']]);
    });

    it('or as the answer to the question that is named', () => {
      const { answers, problems } = read({ topology: 'hub', services: ['load-control'], protocols: ['home=zigbee-cbke', 'wi-sun-fan'] });
      assert.deepEqual([answers.home, answers['last-mile'], problems], [['zigbee-cbke'], ['wi-sun-fan'], []]);
    });

    it('and says what there is where a name is none', () => {
      const { answers, problems } = read({
        topology: 'star',
        services: ['scheduled-reading', 'telepathy'],
        protocols: ['morse', 'g3-psk', 'prime-profile-1', 'home=g3-psk'],
      });
      assert.deepEqual(answers, { services: ['scheduled-reading'], 'last-mile': ['g3-psk'] });
      assert.deepEqual(
        problems.map((one) => one.slice(0, 60)),
        [
          "there is no topology 'star': choose concentrator, gateway, h",
          "there is no service 'telepathy' to begin with: choose of sch",
          "no question takes 'morse': last-mile takes g3-psk, g3-plc, p",
          "'prime-profile-1' answers 'last-mile', which is answered alr",
          "no question takes 'home=g3-psk': last-mile takes g3-psk, g3-",
        ],
      );
    });

    it('and drafts the same from names as from answers', () => {
      const { answers } = read({ topology: 'mesh', services: serviceIds, protocols: ['shared-medium'] });
      assert.match(draftDesign(answers, words).text, /^link mesh +"Radio mesh": meter <-> meter, collector over shared-medium$/m);
    });
  });

  describe('is named', () => {
    const drafted = (name: string, title = 'New design') => draftDesign({}, words, { name, title, profile: 'x1332-core' });
    const names: [string, string][] = [
      ['riverside', 'riverside'],
      ['My design (2)', 'My-design-2'],
      ['  42  ', 'new-design'],
      ['', 'new-design'],
      ['meter', 'meter-design'],
      ['reading', 'reading-design'],
      ['uplink', 'uplink-design'],
      ['Zähler', 'Zähler'],
      ['design', 'design'],
      ['import', 'import'],
      ['電力', '電力'],
      ['😀', 'new-design'],
    ];
    for (const [given, name] of names) {
      it(`'${given}' as ${name}`, async () => {
        const { text, nameOffset, nameLength } = drafted(given);
        assert.equal(text.slice(nameOffset, nameOffset + nameLength), name);
        assert.equal(format(text), text);
        const workspace = await createWorkspace({ 'd.meter': text });
        const [design] = workspace.shared.meter.Designs.all();
        assert.equal(design?.design.name, name);
        assert.deepEqual(design.design.profiles, ['x1332-core']);
        assert.deepEqual(
          workspace.mistakes('d.meter').filter(({ severity }) => severity === 'error' || severity === 'warning'),
          [],
        );
      });
    }

    it('with a title of any text', async () => {
      const title = 'A "quoted" \\ back\nslash 電力 😀';
      const workspace = await createWorkspace({ 'd.meter': drafted('d', title).text });
      assert.equal(workspace.shared.meter.Designs.all()[0]?.design.title, 'A "quoted" \\ back slash 電力 😀');
    });
  });
});
