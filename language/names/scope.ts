import { EMPTY_SCOPE, stream, type AstNodeDescription, type ReferenceInfo, type Scope, type ScopeProvider, type Stream } from 'langium';
import { AstUtils, type AstNodeDescriptionProvider, type AstReflection, type LangiumCoreServices, type LangiumDocument } from 'langium';
import { isVariant, type Variant } from '../generated/ast.js';
import { written } from '../parsing/written.js';
import { subjectSort } from './subject.js';
import type { NameTable, Visibility } from './visibility.js';

const elementTypes = new Set(['Zone', 'Component', 'Data', 'Link', 'Flow', 'Phase', 'Subject', 'Declaration', 'Design']);
const kindTypes = { component: 'ComponentKind', zone: 'ZoneKind', data: 'DataClass', flow: 'Service' } as const;

/** Resolves names by hash: Langium's default scope walks a list for every reference, which is quadratic in a file. */
export class MeterScopeProvider implements ScopeProvider {
  private readonly reflection: AstReflection;
  private readonly descriptions: AstNodeDescriptionProvider;

  constructor(
    services: LangiumCoreServices,
    private readonly visibility: Visibility,
  ) {
    this.reflection = services.shared.AstReflection;
    this.descriptions = services.workspace.AstNodeDescriptionProvider;
  }

  getScope(context: ReferenceInfo): Scope {
    const type = this.reflection.getReferenceType(context);
    if (elementTypes.has(type)) {
      const document = AstUtils.getDocument(context.container);
      const variant = AstUtils.getContainerOfType(context.container, isVariant);
      const added = variant === undefined ? [] : [this.addedIn(variant, document)];
      return new TableScope([...added, this.visibility.elements(document.uri)], (found) => this.reflection.isSubtype(found, type));
    }
    if (type === 'Kind') return this.kinds(context);
    return new TableScope([this.visibility.definitions(type)]);
  }

  /** What a variant adds is seen in it alone, and before what the design has. */
  private addedIn(variant: Variant, document: LangiumDocument): NameTable {
    const table = new Map<string, AstNodeDescription[]>();
    for (const item of variant.additions) {
      const name = written(written(item.element)?.name);
      if (name === undefined) continue;
      table.set(name, [...(table.get(name) ?? []), this.descriptions.createDescription(item.element, name, document)]);
    }
    return table;
  }

  /** `is K` in a condition names a kind of whatever the condition is about. */
  private kinds(context: ReferenceInfo): Scope {
    const sort = subjectSort(context.container);
    if (sort === 'link' || sort === 'design' || sort === 'protocol') return EMPTY_SCOPE;
    const types = sort === undefined ? Object.values(kindTypes) : [kindTypes[sort]];
    return new TableScope(types.map((type) => this.visibility.definitions(type)));
  }
}

class TableScope implements Scope {
  constructor(
    private readonly tables: readonly NameTable[],
    private readonly accepts: (type: string) => boolean = () => true,
  ) {}

  getElement(name: string): AstNodeDescription | undefined {
    for (const table of this.tables) {
      const found = table.get(name)?.find((description) => this.accepts(description.type));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  getElements(name: string): Stream<AstNodeDescription> {
    return stream(this.tables).flatMap((table) => (table.get(name) ?? []).filter((description) => this.accepts(description.type)));
  }

  getAllElements(): Stream<AstNodeDescription> {
    return stream(this.tables).flatMap((table) =>
      stream(table.values()).flatMap((same) => same.filter((description) => this.accepts(description.type)).slice(0, 1)),
    );
  }
}
