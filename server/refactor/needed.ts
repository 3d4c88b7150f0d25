import type { AstNodeDescription, LangiumDocument } from 'langium';
import { isData, isZone, type Element, type Model } from '../../language/generated/ast.js';
import { describedBy } from '../../language/wellformed/mistake.js';
import type { Snapshot } from '../../workspace/index.js';
import { written } from '../../language/parsing/written.js';

/** What elements need to stand in a file of their own. */
export interface Needed {
  /** They themselves, the zones around them and the data that they name. */
  readonly moved: ReadonlySet<Element>;
  /** Addresses of the files that declare what else they name. */
  readonly files: ReadonlySet<string>;
}

const elementTypes = new Set(['Zone', 'Component', 'Data', 'Link', 'Flow', 'Phase', 'Variant', 'Design']);

/**
 * Undefined where they cannot be taken out of their file: the new file must not import it back, so that nothing may be needed
 * from it but zones and data, which can come along without changing what anybody chose.
 */
export function neededBy(chosen: readonly Element[], document: LangiumDocument, model: Model, snapshot: Snapshot): Needed | undefined {
  const own = document.uri.toString();
  const moved = new Set(chosen);
  const files = new Set<string>();
  const references = referencesIn(document);
  for (const element of moved) {
    // Of a name that is declared twice, nobody knows which one is meant.
    if (!('name' in element) || written(element.name) === undefined) return undefined;
    if ((snapshot.elementsFrom(document).get(element.name)?.length ?? 0) !== 1) return undefined;
    const { offset, end } = element.$cstNode!;
    for (const reference of references) {
      if (reference.offset < offset || reference.offset >= end) continue;
      const { description } = reference;
      if (description === undefined) return undefined;
      if (!elementTypes.has(description.type)) continue;
      if (description.documentUri.toString() !== own) {
        files.add(description.documentUri.toString());
        continue;
      }
      const other = model.elements.find((one) => 'name' in one && one.name === description.name);
      if (other === undefined) return undefined;
      if (!moved.has(other) && !isZone(other) && !isData(other)) return undefined;
      moved.add(other);
    }
  }
  const imported = snapshot.documents.filter(({ uri }) => files.has(uri.toString()));
  const leadsBack = imported.some((file) => snapshot.visibleFrom(file).includes(document));
  return leadsBack ? undefined : { moved, files };
}

/** Every name in a file that refers to something, with what it refers to. */
export function referencesIn(
  document: LangiumDocument,
): { readonly offset: number; readonly description: AstNodeDescription | undefined }[] {
  return document.references.flatMap((reference) => {
    const offset = reference.$refNode?.offset;
    return offset === undefined ? [] : [{ offset, description: describedBy(reference) }];
  });
}
