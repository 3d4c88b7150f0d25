/** Where a requirement's handbook page stands. */
export function handbookPage(requirement: string): string {
  return `https://github.com/meterlint/meterlint/blob/main/docs/catalogue/${encodeURIComponent(requirement)}.md`;
}
