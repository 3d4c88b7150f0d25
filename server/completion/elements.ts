import { addedHere } from './added.js';
import { importable } from './auto-import.js';
import { elementOffer } from './element-offer.js';
import { kindOf, type CompletionOffer } from './offer.js';
import type { Situation } from './situation.js';
import { declaredInText } from './swallowed.js';

/** Elements of some types that the file sees, in the order of the text; then what an import would make visible. */
export function elementOffers(
  types: readonly string[],
  situation: Situation,
  choose: (name: string) => boolean = () => true,
): CompletionOffer[] {
  const { snapshot, document, listed } = situation;
  const offers = new Map<string, CompletionOffer>();
  for (const [name, [description]] of snapshot.elementsFrom(document)) {
    if (description !== undefined && types.includes(description.type)) offers.set(name, elementOffer(description));
  }
  for (const { type, name } of [...addedHere(situation), ...declaredInText(situation)]) {
    if (types.includes(type) && !offers.has(name)) offers.set(name, { label: name, kind: kindOf(type), detail: type.toLowerCase() });
  }
  for (const offer of importable(types, situation)) if (!offers.has(offer.label)) offers.set(offer.label, offer);
  return [...offers.values()].filter(({ label }) => !listed.has(label) && choose(label));
}
