import { impliedBy } from '../../language/semantics/index.js';
import type { Architecture, Condition } from '../../language/model/index.js';
import {
  Evaluator,
  leafKey,
  leavesOf,
  review,
  withoutEffect as declarationsWithoutEffect,
  type Assessment,
  type Finding,
  type Gap,
  type Leaf,
} from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';
import { gapIdentity } from '../../review/gaps.js';
import { declarationsOf, told, type Declaration } from '../../review/declarations.js';
import { filesOf, goodDesigns, reviewDate } from './designs.js';
import { changedPairs, type ChangedPair } from './changed-pairs.js';

/** What becomes of a design when its declarations are taken away, one at a time. */
export interface DropOne {
  readonly design: string;
  readonly removals: number;
  /** A finding appears or gets worse, and what would close it names what was removed. */
  readonly noticed: number;
  /** Every pair comes to the same, which `check --redundant` reports. */
  readonly withoutEffect: number;
  /** What is open stays the same, and nothing falls silent but a requirement that asks about it alone; how bad a gap would be may differ. */
  readonly nothingWorse: number;
  /** Something changes and no finding names it. */
  readonly silent: string[];
}

/** Requirements that ask about a declaration alone: where it is gone, they rightly have nothing to say. */
const asksAbout: readonly { readonly requirement: string; readonly sort: Declaration['sort']; readonly name: string }[] = [
  // How TLS is set up; without TLS there is nothing to set up, and what TLS protected is asked for by others.
  { requirement: 'comm-tls-policy', sort: 'over', name: 'tls' },
  // What the author calls legacy; by the attribute's default, silence means that it is not.
  { requirement: 'gov-legacy', sort: 'attribute', name: 'legacy' },
  // Whether a switch that the author states is commanded by a flow; of a meter that does not say, `avail-fail-state` asks.
  { requirement: 'model-command', sort: 'attribute', name: 'remote-switch' },
];

export async function dropOne(): Promise<DropOne[]> {
  const designs = goodDesigns();
  const workspace = await createWorkspace(filesOf(designs));
  const architectures = new Map(workspace.shared.meter.Designs.all().map((one) => [one.files[0]!, one]));
  return designs.map(({ name }) => judged(name, architectures.get(workspace.uri(name).toString())!));
}

function judged(design: string, architecture: Architecture): DropOne {
  const before = review(architecture, reviewDate);
  const evaluator = Evaluator.of(architecture, reviewDate);
  const silent: string[] = [];
  let [noticed, withoutEffect, nothingWorse, removals] = [0, 0, 0, 0];
  const idle = new Set(declarationsWithoutEffect(before).map(told));
  for (const declaration of declarationsOf(architecture)) {
    removals++;
    const after = review(declaration.without(), reviewDate);
    const changed = changedPairs(before, after);
    const lost = changed.filter((pair) => !isAskedAlone(pair, declaration, evaluator));
    if (worseFindings(before, after).some((one) => names(one, declaration, evaluator))) noticed++;
    else if (idle.has(told(declaration))) withoutEffect++;
    else if (lost.length === 0 && isOpenAlike(before, after)) nothingWorse++;
    else silent.push(`${told(declaration)}: ${lost.map(toldPair).join('; ')}`);
  }
  return { design, removals, noticed, withoutEffect, nothingWorse, silent };
}

/** Whether all gaps are the same in two reviews of the same pairs. */
function isOpenAlike(before: Assessment, after: Assessment): boolean {
  const said = (gaps: Gap | undefined) => (gaps === undefined ? '' : gapIdentity(gaps));
  return before.results.every(({ gaps }, index) => said(gaps) === said(after.results[index]!.gaps));
}

function toldPair({ before, after }: ChangedPair): string {
  return `${before.requirement} on ${before.element} goes from ${before.computed} to ${after.computed}`;
}

/** Whether a requirement falls silent because all that it asks about is gone. */
function isAskedAlone({ before, after }: ChangedPair, { sort, name }: Declaration, { facts }: Evaluator): boolean {
  const kinds = sort === 'over' ? facts.mechanismKinds(name) : new Map([[name, 0]]);
  const asked = asksAbout.some((one) => one.requirement === before.requirement && one.sort === sort && kinds.has(one.name));
  return asked && after.computed === 'not applicable';
}

const states = ['missing', 'weak', 'planned', 'unknown'] as const;

interface WorseFinding {
  readonly finding: Finding;
  /** What is open now and was not, or was less so. */
  readonly leaves: readonly Leaf[];
}

/** Findings that are new or worse. */
function worseFindings(before: Assessment, after: Assessment): WorseFinding[] {
  const known = new Map(before.findings.map((finding) => [finding.id, finding]));
  return after.findings.flatMap((finding) => {
    const old = known.get(finding.id);
    const leaves = leavesOf(finding.gaps);
    if (old === undefined) return [{ finding, leaves }];
    if (states.indexOf(finding.state) < states.indexOf(old.state)) return [{ finding, leaves }];
    const keys = new Set(leavesOf(old.gaps).map(leafKey));
    const added = leaves.filter((leaf) => !keys.has(leafKey(leaf)));
    return added.length === 0 ? [] : [{ finding, leaves: added }];
  });
}

/**
 * Whether a finding names what was removed: what would close it does (the control, one that the mechanism grants, a
 * condition on it), or the reason why it applies, or what it says is not known.
 */
function names({ finding, leaves }: WorseFinding, declaration: Declaration, evaluator: Evaluator): boolean {
  const isNamed = namedBy(declaration, evaluator);
  const granted = grantedBy(declaration, evaluator);
  const inGaps = leaves.some((leaf) => (leaf.kind === 'control' ? granted.has(leaf.control) : mentions(leaf.condition, isNamed)));
  if (inGaps) return true;
  return finding.reasons.some((reason) => {
    if (reason.kind === 'condition') return mentions(reason.condition, isNamed);
    return reason.kind === 'unset' && declaration.sort === 'attribute' && reason.facts.some(({ fact }) => fact === declaration.name);
  });
}

/** Whether a condition asks for what was removed. */
function namedBy(declaration: Declaration, evaluator: Evaluator): (condition: Condition) => boolean {
  const { sort, name } = declaration;
  if (sort === 'attribute') return (condition) => asksFor(condition, name);
  const granted = grantedBy(declaration, evaluator);
  const kinds = evaluator.facts.mechanismKinds(name);
  return (condition) => {
    if (condition.kind === 'has') return granted.has(condition.control);
    if (condition.kind === 'sees') return granted.has('encryption');
    if (sort !== 'over') return false;
    if (condition.kind === 'quantified') return condition.relation.name === 'protocol';
    return condition.kind === 'over' && (kinds.has(condition.mechanism) || (condition.outer !== undefined && kinds.has(condition.outer)));
  };
}

function grantedBy({ sort, name }: Declaration, evaluator: Evaluator): ReadonlySet<string> {
  if (sort === 'attribute') return new Set();
  return sort === 'control' ? withImplied(name, evaluator) : new Set(evaluator.grants.ofMechanism(name).keys());
}

function withImplied(control: string, { facts }: Evaluator): Set<string> {
  return new Set([control, ...impliedBy(control, facts.catalogue)]);
}

function asksFor(condition: Condition, attribute: string): boolean {
  if (condition.kind !== 'compare' && condition.kind !== 'set' && condition.kind !== 'extreme') return false;
  if (condition.attribute === attribute) return true;
  return condition.kind !== 'set' && condition.operand.kind === 'attribute' && condition.operand.attribute === attribute;
}

/** Whether a condition or a part of it is one of those looked for. */
function mentions(condition: Condition, isOne: (condition: Condition) => boolean): boolean {
  if (isOne(condition)) return true;
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.some((operand) => mentions(operand, isOne));
    case 'not':
      return mentions(condition.operand, isOne);
    case 'source':
    case 'target':
    case 'design':
      return mentions(condition.condition, isOne);
    case 'quantified':
      return condition.condition !== undefined && mentions(condition.condition, isOne);
    default:
      return false;
  }
}
