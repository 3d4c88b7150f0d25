// The room `language/model/`: the plain, read-only data that all else reads: a design, the catalogue, conditions and needs. No places in
// texts, no Langium.
// May import nothing.

export * from './architecture.js';
export * from './catalogue.js';
export type * from './condition.js';
export type * from './need.js';
export type * from './service-role.js';
export type * from './stay.js';
export type * from './value.js';
