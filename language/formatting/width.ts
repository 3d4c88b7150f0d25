/** Characters that fixed-width fonts draw two columns wide, and those that they draw on top of the one before. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const drawnOver = /\p{Mark}|[\u200B-\u200D]/u;

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const two = wide.test(character) || (character.codePointAt(0) ?? 0) >= 0x20000;
    width += drawnOver.test(character) ? 0 : two ? 2 : 1;
  }
  return width;
}
