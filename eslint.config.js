import tseslint from 'typescript-eslint';

/** Nobody prints from within: output goes through the entry points, which know where it belongs. */
const quiet = { 'no-console': 'error' };

export default tseslint.config(
  { ignores: ['dist/**', 'language/generated/**', 'node_modules/**', 'tools/vscode-host/node_modules/**', 'test/vscode/shots/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...quiet,
      // Indices into arrays that the line before has measured; noUncheckedIndexedAccess makes each of them visible.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A number reads the same in every text. What else turns into text unseen (objects, booleans, `undefined`) stays an error.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  // Tests and benchmarks are entry points of their own: what they print is what was asked for.
  { files: ['test/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  // Programs of Node without types of their own.
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs', '**/*.d.mts'],
    ...tseslint.configs.disableTypeChecked,
  },
  // The suite that VS Code loads is CommonJS, and what stands in for its window replaces modules as they are required.
  { files: ['**/*.mjs', '**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
