const transform = {
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
}
const base = {
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(jose|croner|idb-keyval|chrono-node|strip-bom|fflate)/)'],
  extensionsToTreatAsEsm: [],
  setupFilesAfterEnv: ['<rootDir>/tests/support/patience.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
}
const project = (displayName, testMatch, extra = {}) => ({ ...base, displayName, testMatch, ...extra })

module.exports = {
  testSequencer: '<rootDir>/tests/support/inOrder.cjs',
  projects: [
    project('unit', ['<rootDir>/tests/**/*.test.ts', '<rootDir>/tests/**/*.test.tsx'], {
      testPathIgnorePatterns: ['/node_modules/', '/tests/(journeys|localtenant|faults|contract|clients)/'],
    }),
    project('contract', ['<rootDir>/tests/contract/**/*.test.ts']),
    project('localtenant', ['<rootDir>/tests/localtenant/**/*.test.ts']),
    project('clients', ['<rootDir>/tests/clients/**/*.test.ts'], {
      globalSetup: '<rootDir>/tests/clients/setup.ts',
      globalTeardown: '<rootDir>/tests/clients/teardown.ts',
    }),
    project('journeys', ['<rootDir>/tests/journeys/**/*.test.ts'], {
      globalSetup: '<rootDir>/tests/journeys/setup.ts',
      globalTeardown: '<rootDir>/tests/journeys/teardown.ts',
    }),
    project('faults', ['<rootDir>/tests/faults/**/*.test.ts']),
  ],
}
