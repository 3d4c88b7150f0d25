import { AstUtils, GrammarAST, type LeafCstNode, type Reference } from 'langium';
import * as ast from '../../language/generated/ast.js';
import { isDataTypeRule, parserRuleOf } from '../../language/grammar/elements.js';
import type { Catalogue } from '../../language/model/index.js';
import { isBuiltIn } from '../../language/names/imports.js';
import { readOperand } from '../../language/read/value.js';
import type { ColourRole, TokenModifier, TokenType } from './legend.js';

const sorts: Readonly<Record<string, TokenType>> = {
  Design: 'design',
  Zone: 'zone',
  Component: 'component',
  Data: 'data',
  Link: 'link',
  Flow: 'flow',
  ZoneKind: 'kind',
  ComponentKind: 'kind',
  DataClass: 'kind',
  Kind: 'kind',
  Service: 'service',
  Control: 'control',
  Mechanism: 'mechanism',
  Attribute: 'attribute',
  Requirement: 'requirement',
  Profile: 'profile',
  NamedCondition: 'condition',
  Standard: 'standard',
  Harm: 'harm',
  Threat: 'threat',
  AttackMethod: 'attack',
  AttackStep: 'attack',
};

/** Words that say where to look: `on link`, `every flow`, `crosses party`, `source ...`. */
const placeFeatures: ReadonlySet<string> = new Set([
  'Rule.place',
  'Control.places',
  'Mechanism.places',
  'Attribute.places',
  'NamedCondition.places',
  'AttackStep.places',
  'Position.role',
  'HerePlace.name',
  'Relation.name',
  'Relation.inDesign',
  'Relation.sameZone',
  'RoleCondition.role',
  'CrossesCondition.border',
]);

const types: ReadonlySet<string> = new Set(['boolean', 'integer', 'duration', 'text', 'date']);
const library: readonly TokenModifier[] = ['defaultLibrary', 'readonly'];

export interface RoleContext {
  /** By the offset of their text. */
  readonly references: ReadonlyMap<number, Reference>;
  /** Whether the file belongs to the built-in catalogue. */
  readonly builtIn: boolean;
  readonly catalogue: Catalogue;
  /** What a name of a node's property refers to, where it leads nowhere. */
  readonly sortOf: (node: LeafCstNode['astNode'], feature: string, reference: Reference) => string | undefined;
}

/** What a word of a text is: undefined for brackets, commas, and names of which nobody can say what they are. */
export function colourRoleOf(leaf: LeafCstNode, context: RoleContext): ColourRole | undefined {
  const { astNode: node } = leaf;
  const feature = featureOf(leaf);
  if (feature !== undefined) {
    const named = nameRole(leaf, feature, context);
    if (named !== undefined) return named;
    const place = `${node.$type}.${feature}`;
    if (placeFeatures.has(place)) return role('place');
    if (place === 'SeverityClause.first' || place === 'SeverityBranch.otherwise') return role('severity');
    if (place === 'Requirement.categories') return role('word');
    if (ast.isAttribute(node) && feature === 'words') {
      const isType = node.words.length === 1 && types.has(leaf.text);
      return isType ? role('type') : role('word', ['declaration', ...(context.builtIn ? library : [])]);
    }
    if (ast.isWordValue(node)) return wordRole(node, context);
    // A name that is neither declared nor refers to anything is a word of its author; one that leads nowhere has no colour.
    if (feature !== 'name' && leaf.tokenType.name === 'ID' && !context.references.has(leaf.offset)) return role('word');
  }
  return plainRole(leaf);
}

/** A name where it is declared, and a name that refers to something. */
function nameRole(leaf: LeafCstNode, feature: string, context: RoleContext): ColourRole | undefined {
  const node = leaf.astNode;
  const reference = context.references.get(leaf.offset);
  if (reference !== undefined) {
    const target = reference.$nodeDescription;
    const type = sorts[target?.type ?? context.sortOf(node, feature, reference) ?? ''];
    return type && role(type, target !== undefined && isBuiltIn(target.documentUri) ? library : []);
  }
  if (feature !== 'name') return undefined;
  const type = sorts[node.$type];
  return type && role(type, ['declaration', ...(context.builtIn ? library : [])]);
}

/** A word on the right side of a comparison may name another attribute. */
function wordRole(node: ast.WordValue, { catalogue }: RoleContext): ColourRole {
  const comparison = node.$container;
  if (ast.isCompareCondition(comparison) && comparison.attribute !== undefined) {
    const typeOf = (attribute: string) => catalogue.attributes.get(attribute)?.type;
    const operand = readOperand(node, comparison.attribute.$refText, typeOf);
    if (operand?.kind === 'attribute') {
      return role('attribute', catalogue.attributes.get(operand.attribute)?.builtIn === true ? library : []);
    }
  }
  return role('word');
}

function plainRole({ text, tokenType }: LeafCstNode): ColourRole | undefined {
  switch (tokenType.name) {
    case 'STRING':
      return role('string');
    case 'INT':
    case 'DATE':
      return role('number');
    case 'ML_COMMENT':
      return role('comment', text.startsWith('/**') ? ['documentation'] : []);
    case 'SL_COMMENT':
      return role('comment');
    case 'ID':
    case 'WS':
      return undefined;
    default:
      return /^\p{L}/u.test(text) ? role('keyword') : /^[-<>=!]/.test(text) ? role('operator') : undefined;
  }
}

function role(type: TokenType, modifiers: readonly TokenModifier[] = []): ColourRole {
  return { type, modifiers };
}

const features = new WeakMap<object, string | false>();

/** The property that a word was assigned to. The words of a name or a place stand inside a rule of their own. */
function featureOf(leaf: LeafCstNode): string | undefined {
  const rule = leaf.grammarSource === undefined ? undefined : parserRuleOf(leaf.grammarSource);
  const source = rule !== undefined && isDataTypeRule(rule) ? leaf.container?.grammarSource : leaf.grammarSource;
  if (source === undefined) return undefined;
  let feature = features.get(source);
  if (feature === undefined) {
    feature = AstUtils.getContainerOfType(source, GrammarAST.isAssignment)?.feature ?? false;
    features.set(source, feature);
  }
  return feature === false ? undefined : feature;
}
