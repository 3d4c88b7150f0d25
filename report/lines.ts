/** The lines of each file without their ends of `\n`, split once however often they are asked for; undefined where there is no text. */
export function linesByFile(textOf: (uri: string) => string | undefined): (uri: string) => readonly string[] | undefined {
  const lines = new Map<string, readonly string[] | undefined>();
  return (uri) => {
    if (!lines.has(uri)) lines.set(uri, textOf(uri)?.split('\n'));
    return lines.get(uri);
  };
}
