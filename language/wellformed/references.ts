import { DocumentState, WorkspaceCache, type AstNodeDescription } from 'langium';
import type { MeterSharedServices } from '../module.js';
import { isBuiltIn } from '../names/imports.js';
import { oncePer } from '../semantics/index.js';
import type { SourceRange } from '../source/index.js';
import { describedBy, type Context } from './mistake.js';

/** Whether a name anywhere in the workspace leads to what is declared at a place. */
export function isReferredTo({ uri, startOffset }: SourceRange, { shared }: Pick<Context, 'shared'>): boolean {
  return referredIn(shared).places.has(`${startOffset} ${uri}`);
}

/** Every definition that some file of the workspace outside of the built-in catalogue refers to, as `type name`. */
export function usedDefinitions(shared: MeterSharedServices): ReadonlySet<string> {
  return referredIn(shared).definitions;
}

interface Referred {
  /** `offset address` of each name that a reference leads to. */
  readonly places: ReadonlySet<string>;
  readonly definitions: ReadonlySet<string>;
}

const cacheOf = oncePer((shared: MeterSharedServices) => new WorkspaceCache<string, Referred>(shared, DocumentState.IndexedReferences));

/** One walk over all references for each state of the workspace. */
function referredIn(shared: MeterSharedServices): Referred {
  return cacheOf(shared).get('referred', () => {
    const places = new Set<string>();
    const definitions = new Set<string>();
    for (const [description, isOwn] of described(shared)) {
      const { type, name, nameSegment, documentUri } = description;
      if (nameSegment !== undefined) places.add(`${nameSegment.offset} ${documentUri.toString()}`);
      if (isOwn) definitions.add(`${type} ${name}`);
    }
    return { places, definitions };
  });
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
