import type { ValueType } from '../../model/value.js';
import { meantPerhaps, quoted } from './lists.js';

/** Forms that sentences show, by the type of the statement. */
const forms: Readonly<Record<string, string>> = {
  Zone: 'zone NAME "Title" is KIND in ZONE run by PARTY { ... }',
  Component: 'component NAME "Title" is KIND in ZONE run by PARTY { ... }',
  Data: 'data NAME "Title" is CLASS { ... }',
  Flow: 'flow NAME "Title" is SERVICE: A -> B -> C carries DATA over MECHANISM',
  Phase: 'phase NAME "Title" from 2027-06-30',
  Variant: 'variant NAME "Title" of DESIGN { ... }',
  Decision: 'accept REQUIREMENT on ELEMENT until 2027-06-30 because "..." by "..."',
  Attribute: 'define attribute NAME "Title" on component : integer',
  Requirement:
    'define requirement NAME "Title" { category C severity S applies to PLACE where ... needs ... because "..." guidance "..." }',
  NamedCondition: 'define condition NAME "Title" on component where CONDITION',
  AttackMethod: 'define attack NAME "Title" { leads to THREAT by STEP, STEP }',
  Weakness: 'weak CONTROL because "..."',
  Limit: 'weak where CONDITION because "..."',
  Omission: 'without REQUIREMENT because "..."',
  Rule: 'applies to PLACE where CONDITION as "is what is wrong" needs CONTROL',
};

/** The sentence with the form of the statement behind it. */
function shown(type: string, sentence: string): string {
  const form = forms[type];
  return form === undefined ? sentence : `${sentence} Form: ${form}`;
}

function wanted(type: ValueType): string {
  switch (type.kind) {
    case 'words':
      return quoted(type.words);
    case 'boolean':
      return `'true' or 'false'`;
    case 'integer':
      return 'a whole number, such as 400';
    case 'duration':
      return 'a duration, such as 15 minutes or 13 months';
    case 'date':
      return 'a day, such as 2027-06-30';
    case 'text':
      return 'a text in quotes or a word';
  }
}

/** Clauses and values, paths, and what a design is made of. `type` is that of the statement, whose form is shown. */
export const ofStatements = {
  'missing-clause': {
    kind: (type: string, name: string): string =>
      shown(type, `Nobody says what '${name}' is, so that hardly any rule applies to it: add 'is'.`),
    way: (type: string, name: string): string => shown(type, `A flow goes from one component to another: add where '${name}' goes.`),
    day: (type: string, name: string): string => shown(type, `Nobody says when phase '${name}' begins: add 'from' and a day.`),
    base: (type: string, name: string): string => shown(type, `Nobody says of which design '${name}' is a variant: add 'of'.`),
    values: (type: string, name: string): string => shown(type, `Nobody says what '${name}' holds: add its type or its words after ':'.`),
    weakness: (type: string): string => shown(type, 'A weakness says why, because users are shown the reason: add it.'),
    omission: (type: string): string => shown(type, 'What a profile drops without a reason is asked for all the same: say why.'),
    threats: (type: string, name: string): string => shown(type, `Nobody says what '${name}' leads to: add the threats.`),
    stepOn: (type: string, name: string): string => shown(type, `'${name}' is a step on nothing: add 'on' and a sort of element.`),
    stepTo: (type: string, name: string): string => shown(type, `'${name}' gives the attacker nothing: add 'to'.`),
    needs: (type: string): string => shown(type, `This rule asks for nothing: add a line with 'needs'.`),
    rules: (type: string, name: string): string => shown(type, `'${name}' applies to nothing: add 'applies to'.`),
    describing: (type: string, name: string, clauses: readonly string[]): string =>
      shown(type, `'${name}' lacks ${clauses.map((one) => `'${one}'`).join(', ')}, which its findings show.`),
  },
  'repeated-clause': {
    clause: (type: string, words: string): string =>
      shown(type, `'${words}' stands here a second time, and only the first counts. Keep one.`),
    role: (name: string): string =>
      `Role '${name}' stands here a second time, and only the first counts. Keep one, or call this one otherwise.`,
    setting: (attribute: string): string => `'${attribute}' is set a second time, and only the first counts. Keep one.`,
  },
  'misplaced-clause': {
    stores: `Only a component stores data. Say it of the component that keeps them, or use 'carries' on a link or flow.`,
    phases: 'A definition holds for any design, each of which has phases of its own. Say it where it is used in a design.',
  },
  'invalid-date': {
    noDay: (text: string): string => `There is no day ${text}. Write year, month and day, such as 2027-06-30.`,
  },
  'wrong-type': {
    takes: (attribute: string, type: ValueType): string => `'${attribute}' takes ${wanted(type)}.`,
  },
  'unknown-word': {
    notAmong: (attribute: string, words: readonly string[], word: string, near: readonly string[]): string =>
      `'${attribute}' is one of ${quoted(words)}, not '${word}'.${meantPerhaps(quoted(near))}`,
  },
  'misplaced-attribute': {
    elsewhere: (attribute: string, sort: string, sorts: readonly string[]): string =>
      `'${attribute}' says nothing of a ${sort}: it is an attribute of ${sorts.join(', ')}. Move it there.`,
    computed: (attribute: string): string => `'${attribute}' is computed from the design, so that no element states it. Take it out.`,
    askedEarly: (attribute: string): string =>
      `'${attribute}' is computed from steps and controls, so that these cannot ask for it. Ask for it in a requirement.`,
  },
  'hop-without-link': {
    none: (flow: string, from: string, to: string): string =>
      `No link joins '${from}' and '${to}', so that '${flow}' has no way. Draw the link, or correct the path.`,
  },
  'hop-against-direction': {
    wrongWay: (flow: string, link: string, from: string, to: string): string =>
      `Link '${link}' goes from '${to}' to '${from}' only, so that '${flow}' cannot pass. Make it '<->', or draw another link.`,
  },
  'ambiguous-hop': {
    several: (flow: string, links: readonly string[], from: string, to: string): string =>
      `${quoted(links)} can carry '${flow}' from '${from}' to '${to}'. Say which with 'via'.`,
  },
  'via-without-effect': {
    notPassed: (flow: string, link: string): string =>
      `'${flow}' does not pass link '${link}': it joins no two stops that follow each other. Correct the path or the link.`,
  },
  'link-to-itself': {
    itself: (link: string, component: string): string =>
      `Link '${link}' joins '${component}' with itself. Name the other end, or, where many of them form a mesh, say how many with 'count'.`,
  },
  'span-off-path': {
    noWay: `Only a flow has a way that 'from' and 'to' can bound. Leave them out here.`,
    noStop: (name: string, stops: readonly string[]): string =>
      `'${name}' is no stop of this flow, so that this covers nothing. Name one of ${quoted(stops)}.`,
  },
  'layer-past-end-point': {
    past: (end: string): string =>
      `This layer runs on past '${end}', which may read what passes. If it ends there, say so with 'to ${end}'.`,
  },
  'absent-capability': {
    cannot: (flow: string, service: string, end: string, attribute: string, word: string): string =>
      `'${flow}' is a ${service}, but '${end}' has ${attribute} = ${word}. Correct one of the two.`,
  },
  'design-without-flow': {
    still: (design: string): string =>
      `Nothing flows in design '${design}', so that hardly any requirement can be judged. Add a flow, such as the daily reading.`,
  },
  'unreached-component': {
    alone: (component: string): string => `No link ends at '${component}'. Draw how it is reached, or remove it.`,
  },
  'unused-data': {
    nowhere: (data: string): string => `Nothing stores or carries '${data}'. Say where it is with 'stores' or 'carries', or remove it.`,
  },
  'zone-cycle': {
    around: (path: readonly string[]): string => around(path, 'in', "No zone is inside itself: take one 'in' away."),
  },
  'long-chain': {
    followed: (name: string, word: 'is' | 'refines' | 'in', most: number): string =>
      `'${name}' begins a chain of more than ${most} '${word}', which is not followed to its end. Say it in fewer steps.`,
  },
  'decision-without-reason': {
    why: (type: string): string => shown(type, 'Say why: a decision without a reason convinces nobody.'),
  },
};

/** Of a longer way back its beginning and its end are told. */
const longestWay = 21;

/** `'a' is 'b' is 'a'. ...` */
export function around(path: readonly string[], word: string, advice: string): string {
  const quoted = (names: readonly string[]) => `'${names.join(`' ${word} '`)}'`;
  if (path.length <= longestWay) return `${quoted(path)}. ${advice}`;
  return `${quoted(path.slice(0, 3))} ${word} ... (${path.length - 5} more) ${word} ${quoted(path.slice(-2))}. ${advice}`;
}
