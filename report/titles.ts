import type { Condition } from '../language/model/index.js';

type Named = Extract<Condition, { kind: 'named' }>;

/** `is a relay that could read or change it`, `is another party's system`: what a condition's title says of something. */
export function isTitled(condition: Named): string {
  const title = inSentence(condition);
  return `is ${hasDeterminer(title) ? title : `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`}`;
}

/** `is no relay that could read or change it`, `is not another party's system`. */
export function isNoneTitled(condition: Named): string {
  const title = inSentence(condition);
  return `is ${hasDeterminer(title) ? 'not' : 'no'} ${title}`;
}

/** The title by itself, where it says what sort of member it is: `relay that could read or change it` of a relay. */
export function titleOfMember(condition: Named, member: string): string | undefined {
  const title = inSentence(condition);
  return title.startsWith(`${member} `) ? title : undefined;
}

/** A title as it goes on behind other words: `DLMS device` keeps its capitals, `Field tool` does not. */
function inSentence({ name, title }: Named): string {
  const told = title ?? name.replaceAll('-', ' ');
  return /^\p{Lu}\p{Ll}/u.test(told) ? told.charAt(0).toLowerCase() + told.slice(1) : told;
}

function hasDeterminer(title: string): boolean {
  return /^(a|an|the|another|any|some|no|one|its|their|somebody|something|nobody|nothing)\b/i.test(title);
}
