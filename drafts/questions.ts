import type { Catalogue } from '../language/model/index.js';
import type { Answers, DraftQuestion } from './answers.js';
import { displayOnlyProtocols, homeProtocols, protocolChoices, responseProtocols, thirdPartyProtocols, transports } from './protocols.js';
import { plans } from './services.js';
import { topologies, type Topology } from './topologies.js';

/** What a question takes its words from. */
export type Words = Pick<Catalogue, 'mechanisms' | 'services'>;

/**
 * Every question that the answers so far lead to, in order, the answered ones included. Later answers may add more: the
 * protocol towards third parties is asked of those who have any.
 */
export function questionsFor(answers: Answers, words: Words): DraftQuestion[] {
  const topology = topologyOf(answers);
  const services = answers.services ?? [];
  const protocol = (id: DraftQuestion['id'], title: string, prompt: string, ids: readonly string[], first = ids[0]!): DraftQuestion[] =>
    ids.length === 0 ? [] : [{ id, title, prompt, many: false, choices: protocolChoices(ids, words), defaults: [first] }];
  const has = (service: string) => services.includes(service);
  const switchesLoad = has('load-control');
  return [
    topologyQuestion,
    ...protocol('last-mile', 'Last mile', 'What does the meter speak to the next device?', topology.lastMile),
    ...protocol('application', 'End to end', 'What protects data between meter and head-end?', topology.application),
    ...protocol('wide-area', 'Wide area network', 'How is the head-end reached?', topology.wideArea),
    ...protocol('transport', 'Tunnel', 'What protects the way to the head-end?', transports, usualTransport(answers)),
    servicesQuestion(words, topology),
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
  ];
}

/** The first question without an answer; undefined where nothing is left to ask. */
export function nextQuestion(answers: Answers, words: Words): DraftQuestion | undefined {
  return questionsFor(answers, words).find(({ id }) => answers[id] === undefined);
}

export function topologyOf(answers: Answers): Topology {
  return topologies.find(({ id }) => answers.topology?.includes(id) === true) ?? topologies[0]!;
}

const topologyQuestion: DraftQuestion = {
  id: 'topology',
  title: 'Topology',
  prompt: 'How do the meters reach the head-end?',
  many: false,
  choices: topologies.map(({ id, label, description }) => ({ id, label, description })),
  defaults: [topologies[0]!.id],
};

function servicesQuestion({ services }: Words, { usual }: Topology): DraftQuestion {
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
    defaults: usual ?? plans.filter((plan) => plan.usual).map(({ service }) => service),
  };
}

/** LwM2M and MQTT bring their own TLS. */
function usualTransport({ application = [] }: Answers): string {
  return /^(?:lwm2m-(?!oscore)|mqtt)/.test(application[0] ?? '') ? 'without-tunnel' : 'mutual-tls';
}
