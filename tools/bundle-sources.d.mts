/** Writes down what the bundles in `dist/` below a folder were made of: files relative to the folder, those of libraries left out. */
export function recordSources(folder: string, inputs: Iterable<string>): void;
/** Why the bundles in `dist/` below a folder must not be used; undefined where they are made of what stands there now. `command` is what to run then. */
export function staleness(folder: string, command?: string): string | undefined;
