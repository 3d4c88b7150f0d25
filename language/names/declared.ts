import { DefaultNameProvider, type AstNode, type CstNode } from 'langium';
import { isHerePlace, isRelation } from '../generated/ast.js';

/** Words such as `incoming flow` or `both ends` say where a rule looks. They have a name in the tree, and declare nothing. */
export class DeclaredNames extends DefaultNameProvider {
  override getName(node: AstNode): string | undefined {
    return declaresNothing(node) ? undefined : super.getName(node);
  }

  override getNameNode(node: AstNode): CstNode | undefined {
    return declaresNothing(node) ? undefined : super.getNameNode(node);
  }
}

function declaresNothing(node: AstNode): boolean {
  return isRelation(node) || isHerePlace(node);
}
