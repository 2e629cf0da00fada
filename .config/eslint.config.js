import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NAMESPACE_ZOD =
  "Write `import * as z from 'zod/mini'`: any other form keeps bundlers from dropping what is unused.";

/** zod/mini through its namespace, and nothing else of zod. */
const zodByNamespace = [
  {
    selector: String.raw`:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^zod($|\u002F(?!mini$))/]`,
    message: NAMESPACE_ZOD,
  },
  {
    selector: "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: NAMESPACE_ZOD,
  },
  {
    selector: ":matches(ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value='zod/mini']",
    message: NAMESPACE_ZOD,
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'dist-docs/', 'coverage/', 'test/consumer/fixture/**/*.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts', '**/*.cts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Every member of a union gets its case, or the switch says `default` and means it.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...zodByNamespace],

      // strict-type-checked, less what costs more than it finds:
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off', // `() => push(x)` reads well
      '@typescript-eslint/no-non-null-assertion': 'off', // the plain remedy under noUncheckedIndexedAccess
      '@typescript-eslint/no-unnecessary-condition': 'off', // argues with checks on data that came from outside
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // branded and inferred types need them
      '@typescript-eslint/unified-signatures': 'off', // overloads are documentation
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-undef': 'off', // tsc knows
    },
  },
  {
    // Type tests state things about types that no run-time rule should argue with.
    files: ['**/*.test-d.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
      },
    },
  },
);
