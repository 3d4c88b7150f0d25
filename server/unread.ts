import { URI } from 'langium';

/** What belongs to the workspace and could not be read, with the reason: reports and diagnostics tell it, so that nothing looks complete that is not. */
export class Unread {
  private readonly reasons = new Map<string, string>();

  /** Says that a file could not be read, or, without a reason, that it could. */
  tell(uri: URI, reason: string | undefined): void {
    if (reason === undefined) this.reasons.delete(uri.toString());
    else this.reasons.set(uri.toString(), reason);
  }

  has(uri: URI): boolean {
    return this.reasons.has(uri.toString());
  }

  /** As it stands now, of some files. */
  now(isMeant: (uri: URI) => boolean): ReadonlyMap<string, string> {
    return new Map([...this.reasons].filter(([uri]) => isMeant(URI.parse(uri))));
  }
}
