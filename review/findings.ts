import { grouped } from '../language/semantics/index.js';
import type { Finding, GrantSource } from './assessment.js';
import { leavesOf } from './gaps.js';
import { numbering } from './identity.js';
import { weakIn } from './told.js';

/** So many others a finding names; of the rest it says how many they are. What fails together by the thousand would else name millions. */
export const mostRelated = 20;

/** What of a finding says what it fails for. */
type Failing = Pick<Finding, 'id' | 'element' | 'gaps'>;

/** What of a finding names others. */
export type Related = Pick<Finding, 'related' | 'moreRelated'>;

/** Findings on more than one element that fail for one weak mechanism in one statement. */
interface Group {
  readonly members: ReadonlySet<Failing>;
  /** Those that come first by id: enough for each to name `mostRelated` that stand on other elements. */
  readonly first: readonly Failing[];
}

/** What some groups come to together, found once for all findings that are in just these. */
type Crowd = Pick<Group, 'first'> & { readonly size: number };

/** Of a finding that fails for nothing that others fail for. */
export const alone: Related = { related: [], moreRelated: 0 };

/**
 * Findings on different elements that fail for one weak mechanism in one statement name each other: the first `mostRelated` in the order of
 * their ids, and how many more there are. One answer for each, in the same order.
 */
export function relate<F extends Failing>(
  findings: readonly F[],
  weakOf: (finding: F) => readonly GrantSource[] = ({ gaps }) => weakIn(leavesOf(gaps)),
): Related[] {
  const keyOf = statementKeys();
  const keys = new Map<Failing, readonly string[]>();
  for (const finding of findings) {
    const weak = weakOf(finding);
    // Most fail for what is not there at all.
    if (weak.length > 0) keys.set(finding, [...new Set(weak.map(keyOf))]);
  }
  const groups = groupsOf(keys);
  const onElement = grouped(keys.keys(), ({ element }) => [element]);
  const crowds = new Map<string, Crowd>();
  return findings.map((finding) => {
    const shared = keys
      .get(finding)
      ?.filter((key) => groups.has(key))
      .sort();
    if (shared === undefined || shared.length === 0) return alone;
    const name = shared.join('\n');
    let crowd = crowds.get(name);
    if (crowd === undefined) crowds.set(name, (crowd = crowdOf(shared.map((key) => groups.get(key)!))));
    const own = onElement.get(finding.element)!.filter((one) => keys.get(one)!.some((key) => shared.includes(key)));
    const others = crowd.first.filter(({ element }) => element !== finding.element);
    const related = others.slice(0, mostRelated).map(({ id }) => id);
    return { related, moreRelated: crowd.size - own.length - related.length };
  });
}

function groupsOf(keys: ReadonlyMap<Failing, readonly string[]>): ReadonlyMap<string, Group> {
  const all = grouped(keys.keys(), (finding) => keys.get(finding)!);
  const shared = [...all].filter(([, group]) => group.some(({ element }) => element !== group[0]!.element));
  return new Map(shared.map(([key, group]) => [key, { members: new Set(group), first: firstOf(group) }]));
}

function crowdOf(groups: readonly Group[]): Crowd {
  const [largest, ...others] = [...groups].sort((one, other) => other.members.size - one.members.size);
  if (others.length === 0) return { first: largest!.first, size: largest!.members.size };
  const more = new Set(others.flatMap(({ members }) => [...members]).filter((finding) => !largest!.members.has(finding)));
  return { first: firstOf([...new Set(groups.flatMap(({ first }) => first))]), size: largest!.members.size + more.size };
}

function firstOf(findings: readonly Failing[]): Failing[] {
  const most = [...grouped(findings, ({ element }) => [element]).values()].reduce((length, own) => Math.max(length, own.length), 0);
  return [...findings].sort(byId).slice(0, mostRelated + most);
}

function byId({ id: one }: Failing, { id: other }: Failing): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Tells statements apart by identity, and in one statement its mechanisms by name. */
function statementKeys(): (source: GrantSource) => string {
  const numberOf = numbering();
  return ({ statement, mechanism }) => `${numberOf(statement)} ${mechanism}`;
}
