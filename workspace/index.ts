// The room `workspace/`: files, settings and a date go in, snapshots that never change come out. The only room that puts services of the
// language together.
// May import `language`, `review`, `reach`, `langium`.

export { createContainer, type Container, type ContainerParts } from './container.js';
export { readBuilt, writeBuilt, type BuiltCatalogue } from '../language/built/index.js';
export type { BuiltIn, Contents, ReadTexts } from './load.js';
export { neighboursThatMatter, type Neighbour } from './neighbours.js';
export { allOverTime } from './over-time.js';
export { parseText } from './parser.js';
export { bars, projectFile, projectKeys, readSettings, type Bar, type ProjectSettings } from './project.js';
export { Reviews } from './reviews.js';
export { openWorkspace, Snapshot, type Changes, type Settings, type WorkspaceInput } from './snapshot.js';
