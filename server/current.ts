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
      return new Snapshot(this.services, { date, unreadable, profiles }, this.reviews.made);
    });
  }

  /** The profile that the user chose, else that of the project, if there is one of that name. */
  private profiles(): readonly string[] | undefined {
    const chosen = this.services.workspace.ConfigurationProvider.word('profile');
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
