import { DocumentState, WorkspaceCache } from 'langium';
import { projectFile, Reviews, Snapshot } from '../workspace/index.js';
import type { MeterServerSharedServices } from './module.js';

/** The state of the workspace that requests are answered from: another one after each change, and on another day. */
export class CurrentSnapshot {
  private readonly cache: WorkspaceCache<string, Snapshot>;
  private reviews: { readonly how: string; readonly made: Reviews } = { how: '', made: new Reviews(true) };

  constructor(private readonly services: MeterServerSharedServices) {
    this.cache = new WorkspaceCache(services, DocumentState.IndexedReferences);
  }

  get(): Snapshot {
    const { server, meter } = this.services;
    const date = server.today();
    return this.cache.get(date, () => {
      const unreadable = new Map([...server.Unread.now(meter.isUnread), ...server.SetAside.now()]);
      const profiles = this.profiles();
      const how = `${date} ${profiles?.join(' ')}`;
      if (this.reviews.how !== how) this.reviews = { how, made: new Reviews(true) };
      const isOtherProfile = profiles !== undefined && this.chosen() !== undefined;
      const settings = { date, unreadable, profiles, isOtherProfile, redundant: server.Projects.tellsRedundant() };
      return new Snapshot(this.services, settings, this.reviews.made);
    });
  }

  /** Answers from the state in which all files are read, while no edit changes it. */
  async settled<T>(answer: (snapshot: Snapshot) => T): Promise<T> {
    const { WorkspaceLock, WorkspaceManager } = this.services.workspace;
    await WorkspaceManager.ready;
    return WorkspaceLock.read(() => answer(this.get()));
  }

  private chosen(): string | undefined {
    return this.services.workspace.ConfigurationProvider.word('profile');
  }

  /** The profile that the user chose, else that of the project, if there is one of that name. */
  private profiles(): readonly string[] | undefined {
    const chosen = this.chosen();
    const profiles = chosen === undefined ? this.services.server.Projects.profiles() : [chosen];
    const known = this.services.meter.Designs.catalogue().profiles;
    const unknown = profiles?.find((profile) => !known.has(profile));
    if (unknown === undefined) return profiles;
    this.services.server.log(
      `${chosen === undefined ? projectFile : 'The setting meterlint.profile'} names the profile '${unknown}', which nobody defines: the designs' own count.`,
    );
    return undefined;
  }
}
