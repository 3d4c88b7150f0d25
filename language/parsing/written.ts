/**
 * A part of the tree as it may be: the types that the grammar gives promise every part that a whole statement has, and of a text that is
 * broken or not finished any of them may be missing.
 */
export function written<T>(part: T): T | undefined {
  return part;
}
