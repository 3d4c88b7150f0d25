import { AstUtils, GrammarAST, GrammarUtils, isAstNode, type AstNode } from 'langium';

export type Grammar = GrammarAST.Grammar;
export type GrammarElement = GrammarAST.AbstractElement;
export type Keyword = GrammarAST.Keyword;

/** A fact of a grammar, found out once for each. */
export function perGrammar<T>(find: (grammar: Grammar) => T): (grammar: Grammar) => T {
  const known = new WeakMap<Grammar, { readonly fact: T }>();
  return (grammar) => {
    let found = known.get(grammar);
    if (found === undefined) known.set(grammar, (found = { fact: find(grammar) }));
    return found.fact;
  };
}

/** The grammar that a part of it belongs to. */
export function grammarOf(part: AstNode): Grammar {
  return AstUtils.findRootNode(part) as Grammar;
}

export function rulesOf(grammar: Grammar): GrammarAST.ParserRule[] {
  return grammar.rules.filter(GrammarAST.isParserRule);
}

export const ruleNamed = (grammar: Grammar, name: string): GrammarAST.ParserRule | undefined =>
  rulesOf(grammar).find((rule) => rule.name === name);

export function entryOf(grammar: Grammar): GrammarAST.ParserRule {
  return rulesOf(grammar).find(({ entry }) => entry)!;
}

export function parserRuleOf(part: AstNode): GrammarAST.ParserRule | undefined {
  return AstUtils.getContainerOfType(part, GrammarAST.isParserRule);
}

/** The type of the nodes that a rule makes. */
export function typeOf(rule: GrammarAST.ParserRule): string {
  return rule.returnType?.ref?.name ?? rule.name;
}

/** The rule that a call leads to, where it leads to one of words rather than of characters. */
export function calledBy(element: GrammarElement | undefined): GrammarAST.ParserRule | undefined {
  const rule = GrammarAST.isRuleCall(element) ? element.rule.ref : undefined;
  return GrammarAST.isParserRule(rule) ? rule : undefined;
}

/** What follows from a part of a grammar, which never changes: found out once for each, as it is asked for again and again while a program starts. */
function once<P extends object, T>(find: (part: P) => T): (part: P) => T {
  const known = new WeakMap<P, { readonly found: T }>();
  return (part) => {
    let answer = known.get(part);
    if (answer === undefined) known.set(part, (answer = { found: find(part) }));
    return answer.found;
  };
}

/** Whether a rule makes a text or number and no node. Langium walks the whole rule for that at each call. */
export const isDataTypeRule = once((rule: GrammarAST.ParserRule): boolean => GrammarUtils.isDataTypeRule(rule));

/** All that a rule is made of, the rule first, as Langium walks it. */
export const partsOfRule = once((rule: GrammarAST.AbstractRule): readonly AstNode[] => {
  const parts: AstNode[] = [];
  addParts(rule, parts);
  return parts;
});

/** Langium's streams take a tenth of the start of a program for it. */
function addParts(node: AstNode, parts: AstNode[]): void {
  parts.push(node);
  for (const name of Object.keys(node)) {
    if (name.startsWith('$')) continue;
    const value = (node as unknown as Record<string, unknown>)[name];
    if (Array.isArray(value)) for (const part of value) addNode(part, parts);
    else addNode(value, parts);
  }
}

function addNode(part: unknown, parts: AstNode[]): void {
  if (typeof part === 'object' && isAstNode(part)) addParts(part, parts);
}

/** Whether a rule makes a node, so that a call of it stands for a piece of text with words of its own. */
export function makesNode(rule: GrammarAST.ParserRule | undefined): rule is GrammarAST.ParserRule {
  return rule !== undefined && !isDataTypeRule(rule);
}

export const isWord = (text: string): boolean => /^\p{L}/u.test(text);
export const isOptional = ({ cardinality }: GrammarElement): boolean => cardinality === '?' || cardinality === '*';
export const isRepeated = ({ cardinality }: GrammarElement): boolean => cardinality === '*' || cardinality === '+';

/** The elements of a sequence; an element by itself is a sequence of one. */
export function sequenceOf(element: GrammarElement): readonly GrammarElement[] {
  return GrammarAST.isGroup(element) ? element.elements : [element];
}

/** The word that an element is or assigns. */
export function keywordOf(element: GrammarElement | undefined): Keyword | undefined {
  const inner = GrammarAST.isAssignment(element) ? element.terminal : element;
  return GrammarAST.isKeyword(inner) ? inner : undefined;
}

export const assignmentsIn = (element: GrammarElement): GrammarAST.Assignment[] =>
  AstUtils.streamAst(element).filter(GrammarAST.isAssignment).toArray();

/** Whether a repeated group goes on with a list that stands before it: `(',' kinds+=Name)*`. */
export function continuesList(element: GrammarElement): boolean {
  const group = element.$container;
  if (!isRepeated(element) || !GrammarAST.isGroup(group)) return false;
  const properties = new Set(assignmentsIn(element).map(({ feature }) => feature));
  const before = group.elements.slice(0, element.$containerIndex);
  return before.some((one) => assignmentsIn(one).some(({ feature }) => properties.has(feature)));
}

/** Whether an element may be left out of a text. */
export const mayBeEmpty = once((element: GrammarElement): boolean => {
  if (isOptional(element) || GrammarAST.isAction(element)) return true;
  if (GrammarAST.isGroup(element)) return element.elements.every(mayBeEmpty);
  if (GrammarAST.isAlternatives(element)) return element.elements.some(mayBeEmpty);
  if (GrammarAST.isAssignment(element)) return mayBeEmpty(element.terminal);
  const rule = calledBy(element);
  return rule !== undefined && !rule.entry && mayBeEmpty(rule.definition);
});

/** What a text of an element may begin with: words, names, texts and numbers. */
export const beginnings = once((element: GrammarElement): readonly GrammarElement[] => {
  if (GrammarAST.isGroup(element)) return ofSequence(element.elements);
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(beginnings);
  if (GrammarAST.isAssignment(element)) return beginnings(element.terminal);
  const rule = calledBy(element);
  return rule === undefined ? (GrammarAST.isAction(element) ? [] : [element]) : beginnings(rule.definition);
});

function ofSequence(elements: readonly GrammarElement[]): GrammarElement[] {
  const needed = elements.findIndex((element) => !mayBeEmpty(element));
  return elements.slice(0, needed < 0 ? undefined : needed + 1).flatMap(beginnings);
}

/** What may stand behind an element within its rule. */
export function elementsBehind(element: GrammarElement): GrammarElement[] {
  const next: GrammarElement[] = [];
  for (let part: AstNode = element; ; part = part.$container!) {
    if (GrammarAST.isAbstractElement(part) && isRepeated(part)) next.push(...beginnings(part));
    const { $container: container } = part;
    if (container === undefined || GrammarAST.isParserRule(container)) return next;
    if (!GrammarAST.isGroup(container)) continue;
    const rest = container.elements.slice((part.$containerIndex ?? 0) + 1);
    next.push(...ofSequence(rest));
    if (!rest.every(mayBeEmpty)) return next;
  }
}

/** Whether a word begins something that may be left out. */
export function beginsOption(keyword: Keyword): boolean {
  for (let part: GrammarElement = keyword; ;) {
    const { $container: container } = part;
    if (isOptional(part)) return beginnings(part).includes(keyword);
    if (!GrammarAST.isAbstractElement(container)) return false;
    part = container;
  }
}
