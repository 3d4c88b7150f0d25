import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../../../server/colours/legend.js';
import { root } from '../../support/workspace.js';

interface Manifest {
  readonly contributes: {
    readonly semanticTokenTypes: readonly { id: string; superType: string; description: string }[];
    readonly semanticTokenScopes: readonly { language: string; scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

describe('roles in the manifest', () => {
  const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const standard = new Set<string>(Object.values(SemanticTokenTypes));
  const own = tokenTypes.filter((type) => !standard.has(type));

  it('are those of the server that have no standard name, each with a standard type to fall back on', () => {
    assert.deepEqual(
      contributes.semanticTokenTypes.map(({ id }) => id),
      own,
    );
    for (const { id, superType, description } of contributes.semanticTokenTypes) {
      assert.ok(standard.has(superType), `${id}: ${superType}`);
      assert.match(description, /^[A-Z].*\.$/);
    }
  });

  it('each have scopes, from our own to those that every theme colours', () => {
    const [{ language, scopes }] = contributes.semanticTokenScopes as [Manifest['contributes']['semanticTokenScopes'][0]];
    assert.equal(language, 'meter');
    assert.deepEqual(Object.keys(scopes), own);
    for (const list of Object.values(scopes)) {
      assert.match(list[0]!, /\.meter$/);
      assert.match(list.at(-1)!, /^(entity\.name\.\w+|variable|variable\.other\.property|constant|constant\.language|storage\.type)$/);
    }
  });

  it('have standard modifiers only', () => {
    const known = new Set<string>(Object.values(SemanticTokenModifiers));
    assert.deepEqual(
      tokenModifiers.filter((modifier) => !known.has(modifier)),
      [],
    );
  });
});
