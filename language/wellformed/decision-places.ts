import * as ast from '../generated/ast.js';
import { rangeOfNode } from '../read/range.js';
import { removal, type Context, type Mistake } from './mistake.js';

/** Decisions in files that may hold none. */
export function* decisionPlaces({ document, model, shared }: Context): Iterable<Mistake> {
  const from = shared.meter.DecisionFiles.refusedBy(document.uri);
  if (from === undefined) return;
  for (const node of model.elements) {
    if (!ast.isDecision(node)) continue;
    const range = rangeOfNode(document, node);
    yield {
      code: 'decision-outside',
      severity: 'error',
      what: ['outside', node.verb, from],
      range,
      repairs: [removal(document, range, ['removeDecision'], false)],
    };
  }
}
