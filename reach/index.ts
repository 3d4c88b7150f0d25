// The room `reach/`: how far an attacker gets: who can switch, falsify or read how much, in which ways, and the smallest set of controls that
// ends them. Pure; knows no step, control or kind by name: what a step needs and what stops it is data of the catalogue.
// May import `review`, `language/model`, `language/semantics`.

export * from './attacks.js';
export * from './countered.js';
export * from './gains.js';
export * from './cut.js';
export * from './devices.js';
export * from './ended.js';
export * from './figures.js';
export * from './firings.js';
export * from './hitting-set.js';
export * from './inquiry.js';
export type { Measure, Measures, Stops } from './measures.js';
export * from './positions.js';
export * from './ranks.js';
export * from './reach-of.js';
export * from './spread.js';
export * from './turns.js';
export * from './ways.js';
export * from './worst.js';
