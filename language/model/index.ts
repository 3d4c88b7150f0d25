export * from './architecture.js';
export * from './catalogue.js';
export type * from './condition.js';
export type * from './need.js';
export type * from './value.js';
