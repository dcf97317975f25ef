import { defineConfig } from 'eslint/config';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import branches from './branches-rule.js';

const tsconfigRootDir = fileURLToPath(new URL('..', import.meta.url));
const TESTS = ['test/**/*.ts', '**/*.spec.ts'];
const CODE_LINES = { skipBlankLines: true, skipComments: true };

export default defineConfig(
  { ignores: ['**/dist/', '**/templates/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { kendo: { rules: { branches } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      /* Leaves files with decorators alone, since Nest injects by the types that they emit. */
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      /* A method may be `async` for its port's sake, with nothing to wait for. */
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'smart'],
      'kendo/branches': ['error', 10],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 200, ...CODE_LINES }],
    },
  },
  {
    files: ['src/**/*.ts', 'libs/**/*.ts'],
    ignores: TESTS,
    rules: { 'max-lines-per-function': ['error', { max: 65, ...CODE_LINES }] },
  },
  { files: ['libs/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    /* Specs are left out of the programs that are built; one program of their own knows them all. */
    files: TESTS,
    languageOptions: { parserOptions: { projectService: false, project: 'test/tsconfig.json' } },
    rules: {
      /* Jest's matchers, such as `expect.any(Number)`, are of the type `any`. */
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'max-lines': ['error', { max: 260, ...CODE_LINES }],
    },
  },
  {
    /* What the official client of Directus answers is of the type `any`, where no schema is given. */
    files: ['test/postgres/directus/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
