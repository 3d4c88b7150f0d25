/** A text that a server ended with. The next one is told in its `initializationOptions`, as `setAside`, and does not read it. */
export interface SetAside {
  readonly uri: string;
  readonly text: string;
}

/** Answered at once by a server that listens, whatever it is at. */
export const listensRequest = 'meterlint/listens';
