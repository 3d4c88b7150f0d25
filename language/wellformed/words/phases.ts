import { quoted } from './lists.js';

function inWords(phase: string | undefined): string {
  return phase === undefined ? 'before the first phase' : `in phase '${phase}'`;
}

/** Which phases follow each other, and what is there in which. */
export const ofPhases = {
  'phase-order': {
    earlier: (phase: string, before: string, day: string): string =>
      `Phase '${phase}' begins before '${before}', which stands above it and begins on ${day}. Put phases in the order of their days, or correct a day.`,
    sameDay: (phase: string, before: string, day: string): string =>
      `Phase '${phase}' begins on ${day} as '${before}' does, which would last no day. Correct one of the two.`,
  },
  'never-there': {
    noPhase: 'Together these clauses leave no phase: it is never there. Leave one of them out.',
  },
  'absent-in-phase': {
    stop: (flow: string, stop: readonly string[], phase: string | undefined): string =>
      `Flow '${flow}' is there ${inWords(phase)}, but its stop ${quoted(stop)} is not. Say in which phases it is there, with 'since phase', 'until phase' or 'in phase'.`,
    runner: (name: string, party: string, phase: string | undefined): string =>
      `'${name}' is there ${inWords(phase)}, but '${party}', who runs it, is not. Correct one of the two.`,
    zone: (name: string, zone: string, phase: string | undefined): string =>
      `'${name}' is there ${inWords(phase)}, but its zone '${zone}' is not, and no zone is around it. Say what zone '${zone}' stands in, or correct one of the two.`,
  },
};
