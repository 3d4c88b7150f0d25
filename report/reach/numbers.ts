/** `250,000` */
export function countWord(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
