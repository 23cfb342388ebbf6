/** Every test file runs as an ES module on the same Node as the product; swc only strips types. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Looks are for browsers.
  moduleNameMapper: {
    '\\.css$': '<rootDir>/web/src/testing/no-styles.ts',
    '/load-texts\\.ts$': '<rootDir>/web/src/testing/load-texts.ts',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{app,web,infra}/**/*.test.{ts,tsx}'],
      // Those of a cluster are for `make test-cluster`.
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.cluster\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'stack',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      globalSetup: '<rootDir>/test/harness/set-up.ts',
      globalTeardown: '<rootDir>/test/harness/tear-down.ts',
    },
    {
      ...shared,
      displayName: 'cluster',
      testMatch: ['<rootDir>/infra/**/*.cluster.test.ts'],
    },
  ],
};
