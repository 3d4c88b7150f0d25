// The room `language/source/`: where the parts of the model stand in their texts, as a map beside it.
// May import `language/model`.

export type * from './map.js';
export type * from './range.js';
