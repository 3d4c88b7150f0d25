import type { AstNodeDescription } from 'langium';
import type { MeterSharedServices } from '../module.js';
import { isBuiltIn } from '../names/imports.js';
import type { SourceRange } from '../source/index.js';
import { describedBy, type Context } from './mistake.js';

/** Whether a name anywhere in the workspace leads to what is declared at a place. */
export function isReferredTo({ uri, startOffset }: SourceRange, { referred }: Pick<Context, 'referred'>): boolean {
  return referred().places.has(`${startOffset} ${uri}`);
}

export interface Referred {
  /** `offset address` of each name that a reference leads to. */
  readonly places: ReadonlySet<string>;
  /** Every definition that some file outside of the built-in catalogue refers to, as `type name`. */
  readonly definitions: ReadonlySet<string>;
}

/** One walk over all references. */
export function referredIn(shared: MeterSharedServices): Referred {
  const places = new Set<string>();
  const definitions = new Set<string>();
  for (const [description, isOwn] of described(shared)) {
    const { type, name, nameSegment, documentUri } = description;
    if (nameSegment !== undefined) places.add(`${nameSegment.offset} ${documentUri.toString()}`);
    if (isOwn) definitions.add(`${type} ${name}`);
  }
  return { places, definitions };
}

function* described({ workspace }: MeterSharedServices): Iterable<readonly [AstNodeDescription, boolean]> {
  for (const document of workspace.LangiumDocuments.all) {
    const isOwn = !isBuiltIn(document.uri);
    for (const reference of document.references) {
      const description = describedBy(reference);
      if (description !== undefined) yield [description, isOwn];
    }
  }
}
