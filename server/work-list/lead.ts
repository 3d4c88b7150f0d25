const longestLead = 20;

/** As many elements as leave room for the title in a narrow list, the rest by number: `plc, share`, `dcu +3`. */
export function leadOf(elements: readonly string[]): string {
  for (let shown = elements.length; shown > 1; shown--) {
    const lead = `${elements.slice(0, shown).join(', ')}${shown < elements.length ? ` +${elements.length - shown}` : ''}`;
    if (lead.length <= longestLead) return lead;
  }
  return elements.length < 2 ? elements.join('') : `${elements[0]} +${elements.length - 1}`;
}
