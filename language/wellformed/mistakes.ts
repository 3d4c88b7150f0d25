import { DocumentState, URI, WorkspaceCache, type LangiumDocument } from 'langium';
import type { MeterSharedServices } from '../module.js';
import { grantsOfMechanism, providesInFull } from '../semantics/index.js';
import { isBuiltIn } from '../names/imports.js';
import { modelOf } from '../parsing/model.js';
import { checks } from './checks.js';
import { CleanStatements } from './clean.js';
import { mostOfACode, type Check, type Context, type Mistake } from './mistake.js';
import { referredIn, type Referred } from './references.js';
import { unknownNames } from './unknown-names.js';
import { unreadableText, unreadLines } from './unreadable-text.js';

/** So many controls are offered to choose from. */
const mostControls = 4;

/**
 * Everything that is wrong with the writing of files: text that cannot be read, names that nobody declared, and the checks. Found once for
 * each state of the workspace.
 */
export class Mistakes {
  private readonly cache: WorkspaceCache<string, readonly Mistake[]>;
  private readonly references: WorkspaceCache<'referred', Referred>;
  /** By part: what the checks of a file found out of a design or the catalogue holds for those of the next, as long as that stays what it is. */
  private readonly memory = new WeakMap<object, Map<string, unknown>>();
  private readonly clean = new CleanStatements();

  constructor(private readonly shared: MeterSharedServices) {
    this.cache = new WorkspaceCache(shared, DocumentState.IndexedReferences);
    this.references = new WorkspaceCache(shared, DocumentState.IndexedReferences);
  }

  /** Those of a linked file, in the order of its text. The built-in catalogue is asked only whether it can be read. */
  of(document: LangiumDocument): readonly Mistake[] {
    return this.cache.get(document.uri.toString(), () => this.find(document));
  }

  /** How often a check has looked at a statement. */
  get work(): number {
    return this.clean.work;
  }

  private find(document: LangiumDocument): readonly Mistake[] {
    const context = this.contextOf(document);
    const syntax = unreadableText(document, (name) => this.providedBy(name));
    // What stands on a line that could not be read may be an echo of that.
    const told = new Set(syntax.map(({ range }) => range.startLine));
    const services = this.shared.ServiceRegistry.getServices(document.uri);
    const names = found(context, [unknownNames(services)]).filter(({ range }) => !told.has(range.startLine));
    const unread = unreadLines(document);
    const checked = isBuiltIn(document.uri) ? [] : found(context, checks).filter(({ range }) => !unread.has(range.startLine));
    return [...syntax, ...names, ...checked].sort((a, b) => a.range.startOffset - b.range.startOffset);
  }

  /** Some controls that a mechanism provides, those of what it is in general first. */
  private providedBy(mechanism: string): string[] {
    const catalogue = this.shared.meter.Designs.catalogue();
    return [...grantsOfMechanism(mechanism, catalogue).keys()]
      .reverse()
      .filter((control) => providesInFull(mechanism, control, catalogue))
      .slice(0, mostControls);
  }

  private derived<T>(part: object, what: string, find: () => T): T {
    let known = this.memory.get(part);
    if (known === undefined) this.memory.set(part, (known = new Map<string, unknown>()));
    if (!known.has(what)) known.set(what, find());
    return known.get(what) as T;
  }

  private contextOf(document: LangiumDocument): Context {
    const { shared } = this;
    const designs = shared.meter.Designs.of(document.uri);
    return {
      document,
      uri: document.uri.toString(),
      model: modelOf(document),
      catalogue: shared.meter.Designs.catalogue(),
      designs,
      generations: designs.flatMap((whole) => shared.meter.Designs.inPhases(whole)),
      sources: shared.meter.Designs.sources(),
      shared,
      grammar: shared.ServiceRegistry.getServices(document.uri).Grammar,
      derived: (part, what, find) => this.derived(part, what, find),
      unlessClean: (statement, check, from, find) => this.clean.unless(statement, check, from, find),
      referred: () => this.references.get('referred', () => referredIn(shared)),
      documentAt: (uri: URI | string) => {
        const address = typeof uri === 'string' ? URI.parse(uri) : uri;
        return shared.meter.isUnread(address) ? undefined : shared.workspace.LangiumDocuments.getDocument(address);
      },
    };
  }
}

function found(context: Context, all: readonly Check[]): Mistake[] {
  const mistakes = new Map<string, Mistake>();
  const perCode = new Map<string, number>();
  for (const check of all) {
    for (const mistake of check(context)) {
      const { code, what, range } = mistake;
      // A fragment's mistake may show in several designs in the same way.
      const key = `${code} ${range.startOffset} ${JSON.stringify(what)}`;
      const count = (perCode.get(code) ?? 0) + 1;
      if (mistakes.has(key) || count > mostOfACode) continue;
      perCode.set(code, count);
      mistakes.set(key, mistake);
    }
  }
  return [...mistakes.values()];
}
