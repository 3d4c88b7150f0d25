// The room `language/semantics/`: what the model means, each thing once: values, kinds, grants, profiles, relations, what can be asked of
// what, orders. Pure functions of the model.
// May import `language/model`.

export * from './asked.js';
export * from './attributes.js';
export * from './blank.js';
export * from './by-file.js';
export * from './carriers.js';
export * from './closure.js';
export * from './compare.js';
export * from './computed.js';
export * from './covers.js';
export * from './days.js';
export * from './elements.js';
export * from './everyday.js';
export * from './exclusive.js';
export * from './hops.js';
export * from './idle.js';
export * from './in-force.js';
export * from './kinds.js';
export * from './known-names.js';
export * from './mechanisms.js';
export * from './named.js';
export * from './names.js';
export * from './once.js';
export * from './phases.js';
export * from './profiles.js';
export * from './relations.js';
export * from './service-roles.js';
export * from './severity.js';
export * from './states.js';
export * from './subject.js';
export * from './ties.js';
export * from './values.js';
export * from './ways.js';
export * from './words.js';
export * from './zones.js';
