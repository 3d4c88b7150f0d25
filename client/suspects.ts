import type { SetAside } from '../server/protocol/set-aside.js';

interface Text {
  readonly uri: { toString(): string };
  readonly getText: () => string;
}

/**
 * Which text a server was given last when it ended or answered no more. It would be given the same text again and end again: so it is set
 * aside, until somebody changes it.
 */
export class Suspects {
  /** Texts of which the server has not said since that they are reviewed, the last one last. */
  private readonly open = new Map<string, Text>();
  private readonly aside = new Map<string, string>();

  /** A text was opened or changed. */
  given(text: Text): void {
    const uri = text.uri.toString();
    this.open.delete(uri);
    this.open.set(uri, text);
  }

  closed({ uri }: Pick<Text, 'uri'>): void {
    this.open.delete(uri.toString());
  }

  /** All that was given is reviewed. */
  settled(): void {
    this.open.clear();
  }

  /** The server has ended. The address of what is set aside for it, where something was under way. */
  ended(): string | undefined {
    const [uri, text] = [...this.open].at(-1) ?? [];
    this.open.clear();
    if (uri === undefined || text === undefined) return undefined;
    this.aside.set(uri, text.getText());
    return uri;
  }

  /** For the next server. */
  get all(): readonly SetAside[] {
    return [...this.aside].map(([uri, text]) => ({ uri, text }));
  }
}
