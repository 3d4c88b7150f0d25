import type { Badge, Scene, SceneNode, SceneRow } from './scene.js';

/** What stands on a box in words, from the first to the last, each once: what a pointer that rests there is told, and the name that is read out. */
export function nodeSpoken({ title, kind, marks, badges }: SceneNode): string {
  return spoken([title, kind, ...marks.map(({ words }) => words)], badges);
}

/** The same of a line of words below the drawing. */
export function rowSpoken({ title, words, marks, badges }: SceneRow): string {
  return spoken([title, words, ...marks.map((mark) => mark.words)], badges);
}

/** The same of the design, whose words stand above the drawing. */
export function designSpoken({ title, description, marks, badges }: Scene): string {
  return spoken([title, description, ...marks.map(({ words }) => words)], badges);
}

/** A number beside a shape is said with the word that the shape stands for. */
function spoken(texts: readonly string[], badges: readonly Badge[]): string {
  const found = badges.map(({ what, count }) => `${count} ${what}`).join(', ');
  return [...new Set([...texts, found])].filter((words) => words !== '').join('; ');
}
