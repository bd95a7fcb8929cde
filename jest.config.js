import process from 'node:process';

const base = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true }] },
  globalSetup: '<rootDir>/__tests__/support/global-setup.js'
};

/** The bundle is tested under the Node 24 of GitHub's runners, and its main commands once more under this machine's. */
const underThisNode = {
  ...base,
  displayName: `Node ${process.versions.node}`,
  testMatch: ['**/bundle/{apply,destroy}.test.ts'],
  setupFiles: ['<rootDir>/__tests__/support/this-node.js']
};

/** @type {import('jest').Config} */
export default {
  projects: process.version.startsWith('v24.') ? [base] : [base, underThisNode],
  // Most of the time the tests wait for a child process, so each core can have a worker.
  maxWorkers: '100%',
  testTimeout: 60_000
};
