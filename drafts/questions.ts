import type { Catalogue } from '../language/model/index.js';
import type { Answers, DraftQuestion } from './answers.js';
import { displayOnlyProtocols, homeProtocols, protocolChoices, responseProtocols, thirdPartyProtocols, transports } from './protocols.js';
import { commodities, commodityOf, meterCounts, usualMeters, type Commodity } from './commodities.js';
import { countriesFor, spokenIn } from './countries.js';
import { plans, switching } from './services.js';
import { unnamed } from './names.js';
import { topologies, topologyOf, type Topology } from './topologies.js';

/** What a question takes its words from. */
export type Words = Pick<Catalogue, 'mechanisms' | 'services' | 'profiles'>;

/**
 * Every question that the answers so far lead to, in order, the answered ones included. Later answers may add more: the
 * protocol towards third parties is asked of those who have any.
 */
export function questionsFor(answers: Answers, words: Words): DraftQuestion[] {
  const topology = topologyOf(answers);
  const services = answers.services ?? [];
  const country = answers.country ?? [];
  const protocol = (id: DraftQuestion['id'], title: string, prompt: string, all: readonly string[], first = all[0]): DraftQuestion[] => {
    const ids = spokenIn(country, all, words);
    const usual = first !== undefined && ids.includes(first) ? first : ids[0];
    return usual === undefined ? [] : [{ id, title, prompt, many: false, choices: protocolChoices(ids, words), defaults: [usual] }];
  };
  const has = (service: string) => services.includes(service);
  const switchesLoad = has('load-control');
  return [
    topologyQuestion,
    ...commodityQuestion(topology),
    countryQuestion(topology, words),
    ...protocol('last-mile', 'Last mile', 'What does the meter speak to the next device?', topology.lastMile),
    ...protocol('application', 'End to end', 'What protects data between meter and head-end?', topology.application),
    ...protocol('wide-area', 'Wide area network', 'How is the head-end reached?', topology.wideArea),
    ...protocol('transport', 'Tunnel', 'What protects the way to the head-end?', transports, usualTransport(answers)),
    servicesQuestion(words, topology, commodityOf(answers)),
    ...(has('home-display') || switchesLoad
      ? protocol('home', 'Home network', "What do the customer's devices speak?", [
          ...homeProtocols,
          // Over a port that only sends, nothing can be switched.
          ...(switchesLoad ? [] : displayOnlyProtocols),
        ])
      : []),
    ...(has('third-party-disclosure')
      ? protocol('third-party', 'Third parties', 'How does the third party get the data?', thirdPartyProtocols)
      : []),
    ...(has('demand-response') ? protocol('response', 'Demand response', 'How are events sent?', responseProtocols) : []),
    metersQuestion,
    nameQuestion,
  ];
}

/** The first question without an answer; undefined where nothing is left to ask. */
export function nextQuestion(answers: Answers, words: Words): DraftQuestion | undefined {
  return questionsFor(answers, words).find(({ id }) => answers[id] === undefined);
}

const topologyQuestion: DraftQuestion = {
  id: 'topology',
  title: 'Topology',
  prompt: 'How do the meters reach the head-end?',
  many: false,
  choices: topologies.map(({ id, label, description }) => ({ id, label, description })),
  defaults: [topologies[0]!.id],
};

/** Asked where the topology leaves a choice. */
function commodityQuestion({ commodities: ids }: Topology): DraftQuestion[] {
  const choices = ids.map((id) => ({ id, label: commodities[id].label, description: commodities[id].description }));
  return ids.length < 2
    ? []
    : [{ id: 'commodity', title: 'Commodity', prompt: 'What do the meters measure?', many: false, choices, defaults: [ids[0]!] }];
}

function countryQuestion(topology: Topology, words: Words): DraftQuestion {
  const choices = countriesFor(topology, words).map(({ name, title, documentation }) => ({
    id: name,
    label: title ?? name,
    description: documentation ?? '',
  }));
  return {
    id: 'country',
    title: 'Country or profile',
    prompt: 'What is it reviewed against?',
    many: false,
    choices,
    defaults: [choices[0]!.id],
  };
}

const metersQuestion: DraftQuestion = {
  id: 'meters',
  title: 'Meters',
  prompt: 'How many meters are there?',
  many: false,
  choices: meterCounts.map((count) => ({ id: String(count), label: count.toLocaleString('en'), description: '' })),
  defaults: [String(usualMeters)],
};

const nameQuestion: DraftQuestion = {
  id: 'name',
  title: 'Name',
  prompt: 'What is the design called?',
  many: false,
  text: true,
  choices: [],
  defaults: [unnamed],
};

function servicesQuestion({ services }: Words, { usual }: Topology, { canSwitch }: Commodity): DraftQuestion {
  const first = usual ?? plans.filter((plan) => plan.usual).map(({ service }) => service);
  return {
    id: 'services',
    title: 'Services',
    prompt: 'What is the system used for?',
    many: true,
    choices: plans.map(({ service: id }) => ({
      id,
      label: services.get(id)?.title ?? id,
      description: services.get(id)?.documentation ?? '',
    })),
    defaults: first.filter((service) => canSwitch || !switching.includes(service)),
  };
}

/** LwM2M and MQTT bring their own TLS. */
function usualTransport({ application = [] }: Answers): string {
  return /^(?:lwm2m-(?!oscore)|mqtt)/.test(application[0] ?? '') ? 'without-tunnel' : 'mutual-tls';
}
