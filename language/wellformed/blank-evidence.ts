import { GrammarUtils } from 'langium';
import type { ControlUse } from '../generated/ast.js';
import { isBlank } from '../semantics/index.js';
import { rangeOfNode, rangeOfCst } from '../read/range.js';
import { withWords } from './leave-out.js';
import { removal, replacement, type Context, type Mistake, type Repair } from './mistake.js';

/**
 * Evidence that shows nothing: the control does not count. No repair is taken without asking. Without the clause the control would
 * count, which is more than its author said, and nobody but the author knows what to name.
 */
export function* blankEvidence(use: ControlUse, { document }: Context): Iterable<Mistake> {
  const [text] = use.evidence;
  const node = GrammarUtils.findNodesForProperty(use.$cstNode, 'evidence')[0];
  const control = use.control?.$refText;
  if (text === undefined || !isBlank(text) || node === undefined || control === undefined) return;
  const clause = withWords(document, node.offset, node.end);
  const later: Repair =
    use.planned.length > 0 ? replacement(clause, '', ['leaveEvidenceOut'], false) : replacement(clause, ' planned', ['sayPlanned'], false);
  yield {
    code: 'blank-evidence',
    severity: 'warning',
    what: ['blank', control],
    range: rangeOfCst(document, node),
    repairs: [later, removal(document, rangeOfNode(document, use), ['removeNamed', `control ${control}`], false)],
  };
}
