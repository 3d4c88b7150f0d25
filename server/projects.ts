import { UriUtils, type FileSystemProvider, type URI } from 'langium';
import { contains } from '../language/names/folders.js';
import { compileGlob } from '../language/names/glob.js';
import { projectFile, readSettings, type ProjectSettings } from '../workspace/index.js';

interface Project {
  readonly folder: URI;
  readonly settings: ProjectSettings;
  readonly leavesOut: readonly ((path: string) => boolean)[];
}

/** What the folders of the workspace state in their `meterlint.json` for everybody: the command line reads the same. */
export class Projects {
  private projects: readonly Project[] = [];

  constructor(
    private readonly files: FileSystemProvider,
    private readonly log: (message: string) => void,
  ) {}

  /** Reads them again; says whether something is otherwise than before. */
  async read(folders: readonly URI[]): Promise<boolean> {
    const before = JSON.stringify(this.projects.map(({ folder, settings }) => [folder.toString(), settings]));
    const found: Project[] = [];
    for (const folder of folders) {
      const settings = await this.settingsIn(folder);
      if (settings === undefined) continue;
      found.push({ folder, settings, leavesOut: (settings.exclude ?? []).map(compileGlob) });
    }
    this.projects = found;
    return JSON.stringify(found.map(({ folder, settings }) => [folder.toString(), settings])) !== before;
  }

  /** What the project that holds a folder or file states; nothing where it lies in none. */
  of(uri: URI): ProjectSettings {
    return this.around(uri)?.settings ?? {};
  }

  /** Whether any file could be passed over. */
  get leaveAnyOut(): boolean {
    return this.projects.some(({ leavesOut }) => leavesOut.length > 0);
  }

  /** Whether a file is passed over. */
  leavesOut(uri: URI): boolean {
    const project = this.around(uri);
    const path = project === undefined ? '' : uri.path.slice(project.folder.path.length + 1);
    return project?.leavesOut.some((matches) => matches(path)) === true;
  }

  /** The profile to review against instead of the designs' own. Of several folders that disagree, nobody can say which one counts. */
  profiles(): readonly string[] | undefined {
    const stated = new Set(this.projects.map(({ settings }) => settings.profile));
    const [profile] = stated;
    if (stated.size > 1) this.log(`The folders of this workspace name different profiles in ${projectFile}: none of them counts.`);
    return stated.size !== 1 || profile === undefined ? undefined : [profile];
  }

  /** Whether a report tells what no review depends on: where any folder asks for it. */
  tellsRedundant(): boolean {
    return this.projects.some(({ settings }) => settings.redundant === true);
  }

  private around(uri: URI): Project | undefined {
    return this.projects.find(({ folder }) => contains(folder, uri) || folder.toString() === uri.toString());
  }

  private async settingsIn(folder: URI): Promise<ProjectSettings | undefined> {
    const file = UriUtils.joinPath(folder, projectFile);
    const entry = file.scheme === 'file' ? await this.files.stat(file).catch(() => undefined) : undefined;
    if (entry?.isFile !== true) return undefined;
    const text = await this.files.readFile(file);
    if (text === '') return undefined;
    const settings = readSettings(text);
    if (typeof settings !== 'string') return settings;
    this.log(`${file.fsPath}: ${settings}; it does not count.`);
    return undefined;
  }
}
