import * as ast from '../../generated/ast.js';
import { grouped, requirementsOf } from '../../semantics/index.js';
import type { Requirement } from '../../model/index.js';
import type { SourceMap } from '../../source/index.js';
import { asksFor, refinedBy, reportsNoMore } from '../../semantics/proofs/doubled.js';
import { rangeOfNode } from '../../read/range.js';
import { behindItem } from '../../writing/index.js';
import type { Context, Mistake, Repair } from '../mistake.js';

/** Requirements that report what another one reports as well, wherever a design is reviewed against both. */
export function* doubledRequirements(context: Context): Iterable<Mistake> {
  const { model, catalogue, uri, sources } = context;
  for (const node of model.definitions) {
    if (!ast.isRequirement(node) || (node.name as string | undefined) === undefined) continue;
    const own = catalogue.requirements.get(node.name);
    if (own === undefined || own.rules.length === 0 || own.file !== uri) continue;
    for (const other of rivalsOf(own, context)) {
      if (refinedIn(context, own).has(other.name) || refinedIn(context, other).has(own.name)) continue;
      const [less, more] = [reportsNoMore(own, other, catalogue), reportsNoMore(other, own, catalogue)];
      // Of two that report the same the later one is told of, of two others the one that is not needed.
      if (less && more && isLater(other, own, sources)) continue;
      if (!less && !(more && other.builtIn)) continue;
      yield {
        code: 'doubled-requirement',
        severity: 'information',
        what: [less ? 'notNeeded' : 'widened', own.name, other.name],
        range: sources.rangeOf(own),
        related: { range: sources.rangeOf(other), is: ['requirement', other.name] },
        repairs: [refinement(node, other.name, context)],
      };
    }
  }
}

/** Of those that ask for one thing, each is compared with so many of the others: who writes more of them has been told before that. */
const mostRivals = 100;

/** The requirements that ask for one of the same things and that some design may be reviewed against together with it; as long as no profile includes it, whichever they are. */
function rivalsOf(own: Requirement, context: Context): Requirement[] {
  const { catalogue, derived } = context;
  const asking = derived(catalogue, 'requirements by what they ask for', () => grouped(catalogue.requirements.values(), asksFor));
  const sets = together(context).filter((names) => names.has(own.name));
  const found = new Set([...asksFor(own)].flatMap((asked) => (asking.get(asked) ?? []).filter((one) => one !== own).slice(0, mostRivals)));
  return [...found].filter(({ name }) => sets.length === 0 || sets.some((names) => names.has(name)));
}

/** What designs are reviewed against, or may be: by each profile, and by those of each design. */
function together({ catalogue, shared, derived }: Context): readonly ReadonlySet<string>[] {
  const designs = shared.meter.Designs.all().map(({ design }) => design.profiles);
  const all = [...[...catalogue.profiles.keys()].map((name) => [name]), ...designs];
  return [...new Map(all.map((profiles) => [profiles.join(' '), profiles]))].map(([key, profiles]) =>
    derived(catalogue, `asked together by ${key}`, () => new Set(requirementsOf(profiles, catalogue).map(({ name }) => name))),
  );
}

function refinedIn({ catalogue, derived }: Context, requirement: Requirement): ReadonlySet<string> {
  return derived(catalogue, `refined by ${requirement.name}`, () => refinedBy(requirement, catalogue));
}

/** Whether one of two stands behind the other: in a workspace behind what is built in, in a file further down. */
export function isLater(one: Requirement, other: Requirement, sources: SourceMap): boolean {
  if (one.builtIn !== other.builtIn) return other.builtIn;
  if (one.file !== other.file) return one.file > other.file;
  return sources.rangeOf(one).startOffset > sources.rangeOf(other).startOffset;
}

/** A repair that lets a requirement refine another one. */
export function refinement(node: ast.Requirement, other: string, { document }: Pick<Context, 'document'>): Repair {
  const text = document.textDocument.getText();
  const rule = rangeOfNode(document, node.rules.at(-1) ?? node);
  const edit = behindItem(rule, text, `refines ${other}`);
  return { does: ['refine', node.name, other], preferred: false, edits: [edit] };
}
