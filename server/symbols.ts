import type { AstNode, AstNodeDescription } from 'langium';
import type { NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';

const symbols: Readonly<Record<string, SymbolKind>> = {
  Design: SymbolKind.Package,
  Zone: SymbolKind.Namespace,
  Component: SymbolKind.Object,
  Data: SymbolKind.Struct,
  Link: SymbolKind.Interface,
  Flow: SymbolKind.Event,
  Phase: SymbolKind.Constant,
  Variant: SymbolKind.Event,
  ZoneKind: SymbolKind.Class,
  ComponentKind: SymbolKind.Class,
  DataClass: SymbolKind.Class,
  Service: SymbolKind.Class,
  Control: SymbolKind.Key,
  Mechanism: SymbolKind.Module,
  Attribute: SymbolKind.Property,
  Requirement: SymbolKind.Function,
  Profile: SymbolKind.Array,
  NamedCondition: SymbolKind.Boolean,
  Standard: SymbolKind.File,
  Harm: SymbolKind.Constant,
  Threat: SymbolKind.Constant,
  AttackMethod: SymbolKind.Method,
  AttackStep: SymbolKind.Method,
  Decision: SymbolKind.Boolean,
  Cite: SymbolKind.File,
  ControlUse: SymbolKind.Key,
  MechanismUse: SymbolKind.Module,
  Stores: SymbolKind.Struct,
  Setting: SymbolKind.Property,
  Rule: SymbolKind.Operator,
};

const completions: Readonly<Record<string, CompletionItemKind>> = {
  Design: CompletionItemKind.Module,
  Zone: CompletionItemKind.Folder,
  Component: CompletionItemKind.Variable,
  Data: CompletionItemKind.Struct,
  Link: CompletionItemKind.Interface,
  Flow: CompletionItemKind.Event,
  Phase: CompletionItemKind.Constant,
  Variant: CompletionItemKind.Event,
  Control: CompletionItemKind.Property,
  Mechanism: CompletionItemKind.Module,
  Attribute: CompletionItemKind.Field,
  Requirement: CompletionItemKind.Function,
};

/** Icons by what a name stands for. */
export class MeterNodeKinds implements NodeKindProvider {
  getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
    return symbols[typeOf(node)] ?? SymbolKind.Field;
  }

  getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
    return completions[typeOf(node)] ?? CompletionItemKind.Class;
  }
}

function typeOf(node: AstNode | AstNodeDescription): string {
  return (node as { type?: string }).type ?? (node as AstNode).$type;
}
