import { kindsOf, mechanismLineage, type Lineage, type Protocol } from '../language/semantics/index.js';
import type { Catalogue, Element } from '../language/model/index.js';

/** What names stand for in one catalogue, whatever else a design says: found once for all that is tried on the design. */
export class NameMeanings {
  private readonly lineages = new WeakMap<Element, Lineage>();
  private readonly mechanismLineages = new Map<string, Lineage>();
  private readonly protocols = new Map<string, Protocol>();

  kinds(element: Element, catalogue: Catalogue): Lineage {
    let found = this.lineages.get(element);
    if (found === undefined) this.lineages.set(element, (found = kindsOf(element, catalogue)));
    return found;
  }

  mechanismKinds(name: string, catalogue: Catalogue): Lineage {
    let found = this.mechanismLineages.get(name);
    if (found === undefined) this.mechanismLineages.set(name, (found = mechanismLineage(name, catalogue)));
    return found;
  }

  protocol(name: string): Protocol {
    let protocol = this.protocols.get(name);
    if (protocol === undefined) this.protocols.set(name, (protocol = { sort: 'protocol', name }));
    return protocol;
  }
}
