interface Choice {
  readonly label: string;
  readonly description?: string;
}

/**
 * What Enter takes of a list with one answer. VS Code filters a list a moment after something was typed: who types a whole name and presses
 * Enter at once would get what stood above it. What has nothing of the typed words was not meant.
 */
export function taken<T extends Choice>(typed: string, selected: readonly T[], all: readonly T[]): readonly T[] {
  const words = typed.trim().toLowerCase();
  const has = ({ label, description = '' }: T) => `${label} ${description}`.toLowerCase().includes(words);
  if (words === '' || selected.some(has)) return selected;
  const named = all.filter(({ label }) => label.toLowerCase() === words);
  return named.length === 1 ? named : selected;
}
