/** How far a control, or all that is needed, is there: missing < weak < planned < met. */
export type Level = (typeof Level)[keyof typeof Level];
export const Level = { missing: 0, weak: 1, planned: 2, met: 3 } as const;
/** Their names, by level. */
export const levels = ['missing', 'weak', 'planned', 'met'] as const;

/** What the needs of one requirement come to on one element, before anybody's decision. */
export type ComputedState = 'not applicable' | 'met' | 'missing' | 'weak' | 'planned' | 'unknown';
/** What is reported. */
export type State = ComputedState | 'accepted' | 'excluded';
/** The states in which something is open. */
export type OpenState = (typeof openStates)[number];

/** From what asks least to what asks most: something unknown may turn out to be weak or missing, but need not. */
export const openStates = ['planned', 'unknown', 'weak', 'missing'] as const;

/**
 * The one order of states, from what asks nothing of anybody to what asks most. A decision takes the pressure off what is open without
 * closing it, so that `accepted` stands behind what is met.
 */
export const stateOrder: readonly State[] = ['not applicable', 'met', 'excluded', 'accepted', ...openStates];
/** The same from the worst down, as reports list them. */
export const worstStatesFirst: readonly State[] = [...stateOrder].reverse();

/** Less than 0 where the first asks for more: sorts from the worst down. */
export function compareStates(one: State, other: State): number {
  return stateOrder.indexOf(other) - stateOrder.indexOf(one);
}

export function isOpen(state: State): state is OpenState {
  return (openStates as readonly State[]).includes(state);
}

/** A finding is what is missing or weak. What is planned for and what cannot be judged is none: it is told beside them, and counts for no bar. */
export function isFault(state: State): state is 'missing' | 'weak' {
  return state === 'missing' || state === 'weak';
}

/** 0 for whatever is not open, else more the more it asks for. */
export function pressureOf(state: State): number {
  return (openStates as readonly State[]).indexOf(state) + 1;
}

/** How loudly an open state is told: what is missing or weak at its severity, what is planned as information, what is unknown as a hint. */
export function loudnessOf(state: State): number {
  if (state === 'unknown') return 0;
  return state === 'planned' ? 1 : 2;
}
