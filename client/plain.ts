// VS Code draws icons for `$(name)` in lists and in the status bar, and makes links in messages. What a design says is text there.

/** Behind a backslash the sign of an icon stays text. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([\w-]+(~\w+)?\)/g, '\\$&');
}

/** For the status bar, which knows no backslash: what looks like an icon is taken apart. */
export function withoutIconsInBar(text: string): string {
  return text.replace(/\$\(/g, '$\u200B(');
}

/** For messages: brackets and an address behind them are no link any more. */
export function withoutLinks(text: string): string {
  return text.replace(/\]\(/g, ']\u200B(');
}

interface Texts {
  readonly label: string;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
}

/** Choices whose texts may be those of a design. */
export function plainItems<T extends Texts>(items: readonly T[]): T[] {
  return items.map((item) => ({
    ...item,
    label: withoutIcons(item.label),
    ...(item.description === undefined ? {} : { description: withoutIcons(item.description) }),
    ...(item.detail === undefined ? {} : { detail: withoutIcons(item.detail) }),
  }));
}
