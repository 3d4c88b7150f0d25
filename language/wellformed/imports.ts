import { GrammarUtils, UriUtils, type LangiumDocument } from 'langium';
import { isDecision, type Import } from '../generated/ast.js';
import { importTarget, importsOf, isBuiltIn } from '../names/imports.js';
import { modelOf } from '../parsing/model.js';
import { rangeOfNode, rangeOfCst } from '../read/range.js';
import { removal, replacement, type Context, type Mistake, type Repair } from './mistake.js';
import { inQuotes } from '../writing/index.js';
import { nearestOf } from './nearest.js';
import { written } from '../parsing/written.js';

/** Imports that lead nowhere, outside, around in a circle, or to nothing that is needed. */
export function* imports(context: Context): Iterable<Mistake> {
  const seen = new Set<string>();
  for (const node of context.model.imports) {
    if (written(node.path) === undefined) continue;
    const found = importTarget(context.document.uri, node.path, context.shared.meter.WorkspaceFolders);
    const range = rangeOfCst(context.document, GrammarUtils.findNodeForProperty(node.$cstNode, 'path'));
    const removing = (preferred: boolean) => removal(context.document, rangeOfNode(context.document, node), ['removeImport'], preferred);
    const remove = removing(false);
    if ('problem' in found) {
      yield outside(found.problem, range, remove);
      continue;
    }
    const key = found.uri.toString();
    if (seen.has(key)) {
      const what = ['twice', node.path] as const;
      yield { code: 'repeated-import', severity: 'warning', what, range, unnecessary: true, repairs: [removing(true)] };
      continue;
    }
    seen.add(key);
    const target = context.documentAt(found.uri);
    if (target === undefined) yield absent(node, range, remove, context);
    else yield* ofDocument(node, target, range, remove, context);
  }
}

const unread = {
  'outside the workspace': { code: 'import-outside', what: ['outside'] },
  'not a relative path': { code: 'import-path', what: ['other'] },
  'not saved yet': { code: 'import-unsaved', what: ['unsaved'] },
} as const;

function outside(problem: keyof typeof unread, range: Mistake['range'], remove: Repair): Mistake {
  return { ...unread[problem], severity: 'error', range, repairs: [remove] };
}

function absent(node: Import, range: Mistake['range'], remove: Repair, { document, shared }: Context): Mistake {
  const here = UriUtils.dirname(document.uri);
  const files = shared.workspace.LangiumDocuments.all
    .filter((one) => !isBuiltIn(one.uri) && one !== document && !shared.meter.isUnread(one.uri))
    .map((one) => UriUtils.relative(here, one.uri))
    .toArray();
  const near = nearestOf(node.path, files);
  return {
    code: 'import-missing',
    severity: 'error',
    what: ['absent', node.path, near],
    range,
    repairs: [...near.map((file, index) => replacement(range, inQuotes(file), ['changeToPath', file], index === 0)), remove],
  };
}

function* ofDocument(node: Import, target: LangiumDocument, range: Mistake['range'], remove: Repair, context: Context): Iterable<Mistake> {
  const { document, shared } = context;
  const closure = shared.meter.Visibility.closure(target);
  if (closure.includes(document)) {
    // A file of decisions names what it decides about, and the design reads what was decided: each needs the other.
    if (target !== document && (holdsDecisionsOnly(target) || holdsDecisionsOnly(document))) return;
    const back = target === document ? undefined : backFrom(closure, document, context);
    const base = { code: 'import-cycle', severity: 'warning' } as const;
    yield { ...base, what: target === document ? ['itself'] : ['back', node.path], range, related: back, repairs: [remove] };
    return;
  }
  if (shared.meter.ImportUse.isNeeded(document, target)) return;
  yield {
    code: 'unused-import',
    severity: 'warning',
    what: ['unused', node.path],
    range,
    unnecessary: true,
    repairs: [{ ...remove, preferred: true }],
  };
}

function holdsDecisionsOnly(document: LangiumDocument): boolean {
  const { designs, elements } = modelOf(document);
  return designs.length === 0 && elements.length > 0 && elements.every(isDecision);
}

function backFrom(closure: readonly LangiumDocument[], document: LangiumDocument, { shared }: Context): Mistake['related'] {
  for (const file of closure) {
    for (const node of importsOf(file)) {
      if (written(node.path) === undefined) continue;
      const target = importTarget(file.uri, node.path, shared.meter.WorkspaceFolders);
      if ('uri' in target && target.uri.toString() === document.uri.toString())
        return { range: rangeOfNode(file, node), is: ['importBack'] };
    }
  }
  return undefined;
}
