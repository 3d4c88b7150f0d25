import * as ast from '../generated/ast.js';
import { nameRange, rangeOfNode } from '../read/range.js';
import { removal, type Context, type Mistake } from './mistake.js';

/** Roles of a service that stand there twice: of two with one name nobody could tell who takes which. */
export function* serviceRoles({ model, document }: Context): Iterable<Mistake> {
  for (const node of model.definitions) {
    if (!ast.isService(node)) continue;
    const seen = new Map<string, ast.ServiceRole>();
    for (const role of node.roles) {
      const first = seen.get(role.name);
      if (first === undefined) {
        seen.set(role.name, role);
        continue;
      }
      yield {
        code: 'repeated-clause',
        severity: 'error',
        what: ['role', role.name],
        range: nameRange(document, role),
        related: { range: nameRange(document, first), is: ['firstClause', `role ${role.name}`] },
        repairs: [removal(document, rangeOfNode(document, role), ['removeSecond'])],
      };
    }
  }
}
