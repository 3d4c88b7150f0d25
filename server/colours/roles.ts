import { AstUtils, GrammarAST, type AstNode, type CstNode, type LeafCstNode, type Reference } from 'langium';
import * as ast from '../../language/generated/ast.js';
import { isDataTypeRule, parserRuleOf } from '../../language/grammar/elements.js';
import type { Catalogue } from '../../language/model/index.js';
import { isBuiltIn } from '../../language/names/imports.js';
import { readOperand } from '../../language/read/value.js';
import type { ColourRole, TokenModifier, TokenType } from './legend.js';
import { written } from '../../language/parsing/written.js';

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
  'Rule.sort',
  'Control.sorts',
  'Mechanism.sorts',
  'Attribute.sorts',
  'NamedCondition.sorts',
  'AttackStep.sorts',
  'Position.role',
  'HerePlace.name',
  'Relation.name',
  'Relation.inDesign',
  'Relation.sameZone',
  'RoleCondition.role',
  'CrossesCondition.border',
]);

const types: ReadonlySet<string> = new Set(['boolean', 'integer', 'duration', 'text', 'date']);
const none: readonly TokenModifier[] = [];
const library: readonly TokenModifier[] = ['defaultLibrary', 'readonly'];
const declared: readonly TokenModifier[] = ['declaration'];
const declaredLibrary: readonly TokenModifier[] = ['declaration', ...library];
const documentation: readonly TokenModifier[] = ['documentation'];

export interface RoleContext {
  /** Whether the file belongs to the built-in catalogue. */
  readonly builtIn: boolean;
  readonly catalogue: Catalogue;
  /** What a name of a node's property refers to, where it leads nowhere. */
  readonly sortOf: (node: AstNode, feature: string, reference: Reference) => string | undefined;
}

/** Says what the words of a text are, best in the order of the text: names of a long list are then found at once. */
export class ColourRoles {
  private list: readonly unknown[] = [];
  private last = -1;

  constructor(private readonly context: RoleContext) {}

  /** Undefined for brackets, commas, and names of which nobody can say what they are. */
  of(leaf: LeafCstNode): ColourRole | undefined {
    if (leaf.grammarSource === undefined) return plainRole(leaf);
    const { feature, inRule } = assignmentOf(leaf.grammarSource);
    if (inRule) {
      const { container } = leaf;
      const outer = container?.grammarSource === undefined ? undefined : assignmentOf(container.grammarSource).feature;
      return outer === undefined ? plainRole(leaf) : this.assignedRole(leaf, outer, container!);
    }
    return feature === undefined ? plainRole(leaf) : this.assignedRole(leaf, feature, leaf);
  }

  /** What a word is that was assigned to a property, by itself or as part of a piece of text. */
  private assignedRole(leaf: LeafCstNode, feature: string, assigned: CstNode): ColourRole | undefined {
    const { astNode: node } = leaf;
    const reference = this.referenceOf(node, feature, assigned);
    const named = reference === undefined ? this.declaredRole(node, feature) : this.referenceRole(node, feature, reference);
    if (named !== undefined) return named;
    const place = `${node.$type}.${feature}`;
    if (placeFeatures.has(place)) return role('place');
    if (place === 'SeverityClause.first' || place === 'SeverityBranch.otherwise') return role('severity');
    if (place === 'Requirement.categories') return role('word');
    if (ast.isAttribute(node) && feature === 'words') {
      const isType = node.words.length === 1 && types.has(leaf.text);
      return isType ? role('type') : this.declaration('word');
    }
    if (ast.isWordValue(node)) return wordRole(node, this.context);
    // A name that is neither declared nor refers to anything is a word of its author; one that leads nowhere has no colour.
    // Words of the language may be names, too: what the grammar calls a name is one, whatever its letters.
    if (leaf.grammarSource === undefined || !assignmentOf(leaf.grammarSource).isName) return plainRole(leaf);
    return feature !== 'name' && reference === undefined ? role('word') : undefined;
  }

  private referenceOf(node: AstNode, feature: string, assigned: CstNode): Reference | undefined {
    const value = (node as unknown as Record<string, unknown>)[feature];
    if (!Array.isArray(value)) return isReferenceAt(value, assigned) ? value : undefined;
    if (value !== this.list) [this.list, this.last] = [value, -1];
    let at = this.last + 1;
    if (!isReferenceAt(value[at], assigned)) at = value.findIndex((one) => isReferenceAt(one, assigned));
    if (at < 0) return undefined;
    this.last = at;
    return value[at] as Reference;
  }

  private referenceRole(node: AstNode, feature: string, reference: Reference): ColourRole | undefined {
    const target = reference.$nodeDescription;
    const type = sorts[target?.type ?? this.context.sortOf(node, feature, reference) ?? ''];
    return type && role(type, target !== undefined && isBuiltIn(target.documentUri) ? library : none);
  }

  private declaredRole(node: AstNode, feature: string): ColourRole | undefined {
    const type = feature === 'name' ? sorts[node.$type] : undefined;
    return type && this.declaration(type);
  }

  private declaration(type: TokenType): ColourRole {
    return role(type, this.context.builtIn ? declaredLibrary : declared);
  }
}

function isReferenceAt(value: unknown, assigned: CstNode): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value && (value as Reference).$refNode === assigned;
}

/** A word on the right side of a comparison may name another attribute. */
function wordRole(node: ast.WordValue, { catalogue }: RoleContext): ColourRole {
  const comparison = node.$container;
  if (ast.isCompareCondition(comparison) && written(comparison.attribute) !== undefined) {
    const typeOf = (attribute: string) => catalogue.attributes.get(attribute)?.type;
    const operand = readOperand(node, comparison.attribute.$refText, typeOf);
    if (operand?.kind === 'attribute') {
      return role('attribute', catalogue.attributes.get(operand.attribute)?.builtIn === true ? library : none);
    }
  }
  return role('word');
}

function plainRole(leaf: LeafCstNode): ColourRole | undefined {
  const { tokenType } = leaf;
  switch (tokenType.name) {
    case 'STRING':
      return role('string');
    case 'INT':
    case 'DATE':
      return role('number');
    case 'ML_COMMENT':
      return leaf.text.startsWith('/**') ? role('comment', documentation) : role('comment');
    case 'SL_COMMENT':
      return role('comment');
    case 'ID':
    case 'WS':
      return undefined;
    default: {
      const known = signs.get(tokenType);
      if (known !== undefined) return known.role;
      const { text } = leaf;
      const found = /^\p{L}/u.test(text) ? role('keyword') : /^[-<>=!]/.test(text) ? role('operator') : undefined;
      signs.set(tokenType, { role: found });
      return found;
    }
  }
}

/** What keywords and operators are: all tokens of such a type are the same text. */
const signs = new WeakMap<LeafCstNode['tokenType'], { readonly role: ColourRole | undefined }>();

const roles = new Map<readonly TokenModifier[], Map<TokenType, ColourRole>>();

/** The same object for the same answer. */
function role(type: TokenType, modifiers = none): ColourRole {
  let ofModifiers = roles.get(modifiers);
  if (ofModifiers === undefined) roles.set(modifiers, (ofModifiers = new Map<TokenType, ColourRole>()));
  let found = ofModifiers.get(type);
  if (found === undefined) ofModifiers.set(type, (found = { type, modifiers }));
  return found;
}

interface Assigned {
  /** The property that a part of the grammar is assigned to. */
  readonly feature: string | undefined;
  /** Whether it stands in the rule of a name or a place, so that the call of the rule is what is assigned. */
  readonly inRule: boolean;
  /** Whether any name may stand there. */
  readonly isName: boolean;
}

const assignments = new WeakMap<GrammarAST.AbstractElement, Assigned>();

function assignmentOf(source: GrammarAST.AbstractElement): Assigned {
  let found = assignments.get(source);
  if (found === undefined) {
    const rule = parserRuleOf(source);
    const inRule = rule !== undefined && isDataTypeRule(rule);
    const isName = GrammarAST.isRuleCall(source) && source.rule.ref?.name === 'ID';
    found = { feature: AstUtils.getContainerOfType(source, GrammarAST.isAssignment)?.feature, inRule, isName };
    assignments.set(source, found);
  }
  return found;
}
