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
    const remove = removal(context.document, rangeOfNode(context.document, node), 'Remove the import', false);
    if ('problem' in found) {
      yield outside(found.problem, range, remove);
      continue;
    }
    const key = found.uri.toString();
    if (seen.has(key)) {
      const message = `'${node.path}' is imported already. Remove one of the two.`;
      yield { code: 'repeated-import', severity: 'warning', message, range, unnecessary: true, repairs: [{ ...remove, preferred: true }] };
      continue;
    }
    seen.add(key);
    const target = context.documentAt(found.uri);
    if (target === undefined) yield absent(node, range, remove, context);
    else yield* ofDocument(node, target, range, remove, context);
  }
}

const unread = {
  'outside the workspace': {
    code: 'import-outside',
    message:
      'This import leads out of the folders of the workspace and is not read. Copy the file into it, or open the folder that holds both.',
  },
  'not a relative path': {
    code: 'import-path',
    message: `An import is a path from this file with '/', such as "zones.meter" or "../common/zones.meter".`,
  },
  'not saved yet': {
    code: 'import-unsaved',
    message: 'An import is a path from the folder of this file, which has none before it is saved. Save it, and the import is read.',
  },
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
  const hint = near.length > 0 ? ` Did you mean "${near[0]}"?` : '';
  return {
    code: 'import-missing',
    severity: 'error',
    message: `There is no file '${node.path}', or it cannot be read.${hint}`,
    range,
    repairs: [...near.map((file, index) => replacement(range, inQuotes(file), `Change to "${file}"`, index === 0)), remove],
  };
}

function* ofDocument(node: Import, target: LangiumDocument, range: Mistake['range'], remove: Repair, context: Context): Iterable<Mistake> {
  const { document, shared } = context;
  const closure = shared.meter.Visibility.closure(target);
  if (closure.includes(document)) {
    // A file of decisions names what it decides about, and the design reads what was decided: each needs the other.
    if (target !== document && (holdsDecisionsOnly(target) || holdsDecisionsOnly(document))) return;
    const back = target === document ? undefined : backFrom(closure, document, context);
    const message =
      target === document
        ? 'This file imports itself. Remove the import.'
        : `'${node.path}' imports this file in turn. Take one of the two imports away.`;
    yield { code: 'import-cycle', severity: 'warning', message, range, related: back, repairs: [remove] };
    return;
  }
  if (shared.meter.ImportUse.isNeeded(document, target)) return;
  yield {
    code: 'unused-import',
    severity: 'warning',
    message: `Nothing here, or in a file that imports this one, uses what '${node.path}' declares. Remove the import; definitions are seen everywhere without one.`,
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
        return { range: rangeOfNode(file, node), message: 'the import back' };
    }
  }
  return undefined;
}
