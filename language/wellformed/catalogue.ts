import * as ast from '../generated/ast.js';
import { modelOf } from '../parsing/model.js';
import { knownNames } from '../semantics/index.js';
import { nameRange, rangeOfNode } from '../read/range.js';
import { addItem } from './leave-out.js';
import { intoList } from '../writing/index.js';
import { written } from '../parsing/written.js';
import { removal, type Context, type Mistake, type Repair } from './mistake.js';

/** Definitions of the workspace that have no use, and profiles that ask for nothing. */
export function* catalogueMistakes(context: Context): Iterable<Mistake> {
  const { model, document, catalogue } = context;
  const definitions = model.definitions.filter((one) => written(one.name) !== undefined);
  if (definitions.length === 0) return;
  const used = context.referred().definitions;
  for (const definition of definitions) {
    const range = nameRange(document, definition);
    if (ast.isProfile(definition)) {
      if (definition.includes.length + definition.extends.length > 0) continue;
      const what = ['empty', definition.name] as const;
      const { defaultProfile } = knownNames;
      const repairs = [addItem(document, definition, `extends ${defaultProfile}`, ['extend', defaultProfile])];
      yield { code: 'empty-profile', severity: 'warning', what, range, repairs };
    } else if (ast.isRequirement(definition)) {
      if ([...catalogue.profiles.values()].some((profile) => profile.includes.includes(definition.name))) continue;
      const what = ['unreviewed', definition.name] as const;
      yield {
        code: 'requirement-in-no-profile',
        severity: 'information',
        what,
        range,
        repairs: [...inclusions(definition.name, context)],
      };
    } else if (!used.has(`${definition.$type} ${definition.name}`)) {
      yield {
        code: 'unused-definition',
        severity: 'hint',
        what: ['unused', definition.name],
        range,
        unnecessary: true,
        repairs: [removal(document, rangeOfNode(document, definition), ['removeDefinition', definition.name], false)],
      };
    }
  }
}

/** One for each profile of the workspace; a built-in one cannot be changed. */
function* inclusions(requirement: string, { catalogue, documentAt }: Context): Iterable<Repair> {
  for (const { name, file, builtIn } of catalogue.profiles.values()) {
    const document = builtIn ? undefined : documentAt(file);
    if (document === undefined) continue;
    const node = modelOf(document).definitions.find((one): one is ast.Profile => ast.isProfile(one) && one.name === name);
    const does = ['include', name] as const;
    const last = node?.includes.at(-1)?.$refNode?.end;
    if (last !== undefined) yield { does, preferred: false, edits: [intoList(file, last, requirement)] };
    else if (node !== undefined) yield addItem(document, node, `includes ${requirement}`, does);
  }
}
