import { UriUtils, type URI } from 'langium';

export interface Neighbour {
  readonly uri: URI;
  readonly text: string;
}

/**
 * Of the files of a project, those that can make a difference to some that were asked for: whatever defines anything, and whatever imports
 * them, directly or through others. Decided on texts, so that a large project costs no more than reading them; one too many does no harm.
 */
export function neighboursThatMatter(asked: readonly Neighbour[], project: readonly Neighbour[]): Neighbour[] {
  const own = new Set(asked.map(({ uri }) => uri.toString()));
  const others = project.filter(({ uri }) => !own.has(uri.toString()));
  const imports = new Map([...asked, ...others].map((file) => [file.uri.toString(), importedBy(file)]));
  const importers = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    for (const target of targets) {
      const same = importers.get(target);
      if (same === undefined) importers.set(target, [file]);
      else same.push(file);
    }
  }
  // Whether an import is needed is said by what imports the file: that counts for the imported ones that import in turn, too.
  const brought = reached(own, (file) => imports.get(file) ?? []);
  const starts = [...brought].filter((file) => own.has(file) || (imports.get(file) ?? []).length > 0);
  const importing = reached(new Set(starts), (file) => importers.get(file) ?? []);
  return others.filter(({ uri, text }) => importing.has(uri.toString()) || /\b(?:define|cite)\b/.test(text));
}

/** Every text in quotes that may be meant as a path, where the file imports anything at all. */
function importedBy({ uri, text }: Neighbour): readonly string[] {
  if (!/\bimport\b/.test(text)) return [];
  const folder = UriUtils.dirname(uri);
  const written = [...text.matchAll(/"([^"\r\n]{1,1024})"/g)].map((match) => match[1]!).filter((path) => path.endsWith('.meter'));
  return [...new Set(written)].map((path) => UriUtils.resolvePath(folder, path).toString());
}

function reached(starts: ReadonlySet<string>, next: (file: string) => readonly string[]): Set<string> {
  const found = new Set(starts);
  const open = [...starts];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const one of next(file)) {
      if (found.has(one)) continue;
      found.add(one);
      open.push(one);
    }
  }
  return found;
}
