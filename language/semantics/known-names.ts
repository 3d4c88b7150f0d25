/**
 * Every name of the built-in catalogue that the program itself knows, each with the reason why no line of the catalogue can say what
 * is done with it. No other file holds one: `test/house/known-names.test.ts` looks.
 */
export const knownNames = {
  /** Asked where a design names no profile: somebody has to say what a design is reviewed against. */
  defaultProfile: 'x1332',
  /** The control that keeps what passes from being read: `sees` is defined by it, and hints show it hop by hop. */
  encryption: 'encryption',
  /** Whoever reads a screen or turns a key: a hop at a person is no channel, and a person needs no cable. */
  person: 'person',
  /** Systems that may all read what passes between them: protection from end to end ends there. */
  trustedEndPoint: 'trusted-end-point',
  /** An organisation: drawn as a component, it is the party that `run by` names, and needs no cable. */
  externalParty: 'external-party',
  /** A system in the office speaks with everybody, so that what it speaks says nothing of one device's family of protocols. */
  backEndSystem: 'back-end-system',
  /** Whose something is: `crosses party`, `run by` and `ours` are defined by it. */
  party: 'party',
  /** How many there are: what most homes depend on is told first, and what is many may be joined with itself. */
  count: 'count',
  /** The day by which something leaves service: a plan for later comes too late. */
  endOfUse: 'end-of-use',
  /** What shares a machine: told in messages, and read by no requirement. */
  host: 'host',
} as const;

/** The word of `party` that stands for whose design it is, where nobody says. */
export const ownParty = 'utility';
