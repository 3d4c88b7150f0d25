import { DefaultNameProvider, type AstNode, type CstNode } from 'langium';
import { isHerePlace, isRelation, isServiceRole } from '../generated/ast.js';

/**
 * Words such as `incoming flow` or `both ends` say where a rule looks, and the name of a role who takes part in a service. They have a name
 * in the tree, and declare nothing that something could refer to.
 */
export class DeclaredNames extends DefaultNameProvider {
  override getName(node: AstNode): string | undefined {
    return declaresNothing(node) ? undefined : super.getName(node);
  }

  override getNameNode(node: AstNode): CstNode | undefined {
    return declaresNothing(node) ? undefined : super.getNameNode(node);
  }
}

function declaresNothing(node: AstNode): boolean {
  return isRelation(node) || isHerePlace(node) || isServiceRole(node);
}
