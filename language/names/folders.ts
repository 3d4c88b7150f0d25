import { UriUtils, type URI } from 'langium';

/** The folders that a workspace consists of. Imports never lead outside of the one that holds the importing file. */
export class WorkspaceFolders {
  private folders: readonly URI[] = [];

  set(folders: readonly URI[]): void {
    this.folders = folders.map((folder) => folder.with({ path: withoutTrailingSlash(folder.path) }));
  }

  all(): readonly URI[] {
    return this.folders;
  }

  /** The folder that holds a file: a workspace folder, else (a single file that was opened) its own folder. */
  of(file: URI): readonly URI[] {
    return this.holds(file) ? this.folders : [UriUtils.dirname(file)];
  }

  /** Whether a file lies in one of them. */
  holds(file: URI): boolean {
    return this.folders.some((folder) => contains(folder, file));
  }
}

export function contains(folder: URI, file: URI): boolean {
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return false;
  const prefix = withoutTrailingSlash(folder.path) + '/';
  return file.path.startsWith(prefix);
}

function withoutTrailingSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
