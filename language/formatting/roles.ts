import { AstUtils, GrammarAST, type CstNode } from 'langium';

/**
 * What a token begins, as far as the layout cares:
 * - `statement`: what stands at the top of a file;
 * - `item`: what stands in braces;
 * - `need`: a line of needs, which is a clause that has a line of its own;
 * - `clause`: what follows the head of a statement or item;
 * - `part`: a clause of a need.
 */
export type Role = 'statement' | 'item' | 'need' | 'clause' | 'part' | 'colon' | 'plain';

type Words = Readonly<Record<string, readonly string[]>>;

/** Keywords by the grammar rule that they stand in: the same word may be a name elsewhere. */
const items: Words = {
  Design: ['version', 'owner', 'profile'],
  ControlUse: ['control'],
  MechanismUse: ['uses'],
  Stores: ['stores'],
  Note: ['note'],
  Service: ['not'],
  Control: ['implies', 'protects', 'asks'],
  Limit: ['weak'],
  Attribute: ['asks'],
  Mechanism: ['provides', 'suits', 'runs', 'fits', 'only', 'never', 'family', 'exclusive'],
  Weakness: ['weak'],
  See: ['see'],
  Standard: ['publisher', 'edition', 'url', 'source'],
  Threat: ['leads'],
  AttackMethod: ['leads'],
  Profile: ['extends', 'includes', 'accept'],
  Omission: ['without'],
  Requirement: ['category', 'refines', 'bundles', 'mitigates', 'because', 'guidance'],
  SeverityClause: ['severity'],
  Rule: ['applies'],
};

const clauses: Words = {
  Design: ['run'],
  Zone: ['is', 'in', 'run'],
  Component: ['is', 'in', 'run'],
  Data: ['is'],
  Link: ['in', 'opened', 'carries'],
  LinkLayer: ['over'],
  Flow: ['is', 'via', 'carries', 'returns'],
  Layer: ['over'],
  Decision: ['on', 'until', 'because', 'by'],
  Omission: ['because'],
  Cite: ['for'],
  ControlUse: ['by', 'from', 'to', 'planned', 'evidence'],
  Also: ['also'],
  ZoneKind: ['is'],
  ComponentKind: ['is'],
  DataClass: ['is'],
  Service: ['is'],
  Control: ['on'],
  Mechanism: ['is', 'on'],
  Attribute: ['on', ':', 'default'],
  NamedCondition: ['on', 'where'],
  Limit: ['because'],
  Weakness: ['because'],
  SeverityBranch: ['where', 'else'],
  Rule: ['where', 'as'],
};

/** The role that the grammar gives to a token. */
export function roleOf(leaf: CstNode): Role {
  const source = leaf.grammarSource;
  if (!GrammarAST.isKeyword(source)) return 'plain';
  const rule = AstUtils.getContainerOfType(source, GrammarAST.isParserRule)?.name ?? '';
  const word = source.value;
  if (items[rule]?.includes(word) === true) return 'item';
  if (clauses[rule]?.includes(word) === true) return 'clause';
  if (rule === 'NeedLine') return word === 'needs' ? 'need' : 'part';
  return word === ':' ? 'colon' : 'plain';
}
