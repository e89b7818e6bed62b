// One room per concern; this file is the law of who may import whom (src/README.md draws it).
const rooms = [
  'commands',
  'config',
  'core',
  'text',
  'parse',
  'sources',
  'classify',
  'reply',
  'scan',
  'store',
  'export',
  'tui',
  'train',
];

/** Rooms without effects: no node:*, no React, no clock, no network. */
const pure = [
  'src/core/**',
  'src/text/**',
  'src/parse/**',
  'src/classify/**',
  'src/reply/**',
  'src/export/**',
  'src/scan/plan.ts',
  'src/tui/*.ts',
  'src/tui/update/**',
  'src/tui/keys/**',
];

const effects = [
  'node:*',
  'react',
  'react/*',
  'ink',
  'ink-table',
  'lowdb',
  'lowdb/*',
  '**/log.ts',
  '**/atomic-file.ts',
];

const allow = (files, own, allowed, extra = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...rooms
                .filter(room => room !== own && !allowed.includes(room))
                .flatMap(room => [`../${room}/**`, `../../${room}/**`]),
              ...extra,
            ],
            message: `${own}/ may import only ${[own, ...allowed].join(', ')}.`,
          },
        ],
      },
    ],
  },
});

export default {
  plugins: ['typescript', 'import', 'react', 'unicorn', 'oxc', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dist', 'node_modules', 'data', 'feeds', '**/fixtures/**'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/consistent-return': 'off',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'react/react-in-jsx-scope': 'off',
    'react/exhaustive-deps': 'error',
    'no-console': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'no-control-regex': 'off',
    'no-await-in-loop': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-useless-spread': 'off',
    'unicorn/no-array-reverse': 'off',
    'oxc/no-map-spread': 'off',
    'promise/always-return': 'off',
    // For windows of a browser; ours go to threads.
    'unicorn/require-post-message-target-origin': 'off',
  },
  overrides: [
    {
      files: pure,
      rules: {
        'no-restricted-globals': [
          'error',
          'process',
          'fetch',
          'setTimeout',
          'setInterval',
          'performance',
          'Buffer',
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'Time comes in as a parameter.' },
          { object: 'Math', property: 'random', message: 'Chance comes in as a parameter.' },
        ],
      },
    },
    allow(['src/text/**'], 'text', [], effects),
    allow(['src/core/**'], 'core', ['text'], effects),
    allow(['src/parse/**'], 'parse', ['core', 'text'], effects),
    allow(['src/classify/**'], 'classify', ['core', 'text'], effects),
    allow(['src/reply/**'], 'reply', ['core', 'text', 'classify'], effects),
    allow(['src/export/**'], 'export', ['core', 'text'], effects),
    allow(['src/config/**'], 'config', ['core', 'text']),
    allow(['src/sources/**'], 'sources', ['core', 'parse', 'text']),
    allow(['src/store/**'], 'store', ['core', 'text']),
    allow(['src/scan/**'], 'scan', ['core', 'text', 'classify', 'sources', 'store']),
    allow(['src/scan/plan.ts'], 'scan', ['core'], effects),
    allow(
      ['src/tui/views/**'],
      'tui',
      ['core', 'text'],
      ['node:*', '../effects.ts', '../program.ts'],
    ),
    allow(
      ['src/tui/*.ts', 'src/tui/update/**', 'src/tui/keys/**'],
      'tui',
      ['core', 'text', 'reply'],
      effects,
    ),
    {
      files: ['src/tui/effects.ts', 'src/tui/effects-*.ts'],
      rules: { 'no-restricted-globals': 'off' },
    },
    allow(
      ['src/tui/effects.ts', 'src/tui/effects-*.ts'],
      'tui',
      ['core', 'store', 'scan', 'reply'],
      ['react', 'ink'],
    ),
    { files: ['src/train/**', 'bench/**', '*.mjs'], rules: { 'no-console': 'off' } },
  ],
};
