export type * from './map.js';
export type * from './range.js';
