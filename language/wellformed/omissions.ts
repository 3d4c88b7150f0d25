import { GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { takenOver } from '../semantics/index.js';
import { rangeOfNode, rangeOfCst } from '../read/range.js';
import { leaveOut } from './leave-out.js';
import { removal, type Context, type Mistake } from './mistake.js';

/** What a profile drops although none that it extends includes it, or although it includes it itself. */
export function* omissions({ model, document, catalogue, uri }: Context): Iterable<Mistake> {
  for (const node of model.definitions.filter(ast.isProfile)) {
    const profile = catalogue.profiles.get(node.name);
    if (profile === undefined || profile.file !== uri) continue;
    const there = takenOver(profile, catalogue);
    for (const omission of node.omissions) {
      for (const [index, { $refText: name, $refNode }] of omission.requirements.entries()) {
        // Of an unknown name that is told which it is.
        if (!catalogue.requirements.has(name)) continue;
        const own = profile.includes.includes(name);
        if (there.has(name) && !own) continue;
        const does = ['leaveOutOf', name, 'without'] as const;
        const place = GrammarUtils.findNodeForProperty(node.$cstNode, 'extends');
        yield {
          code: 'omission-without-effect',
          severity: 'error',
          what: [own ? 'own' : 'nothing', node.name, name],
          range: rangeOfCst(document, $refNode),
          ...(own || place === undefined ? {} : { related: { range: rangeOfCst(document, place), is: ['extended'] } }),
          repairs:
            omission.requirements.length === 1
              ? [removal(document, rangeOfNode(document, omission), ['removeOmission'])]
              : leaveOut(document, omission, 'requirements', index, does, true),
        };
      }
    }
  }
}
