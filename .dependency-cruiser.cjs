// Which room may use which. docs/architecture.md draws it.
/** Files that all use, and that use nothing but each other. */
const GROUND_FLOOR = [
  'arns',
  'change',
  'column',
  'context',
  'endpoints',
  'error-catalogue',
  'errors',
  'expiry',
  'json',
  'lifetime',
  'names',
  'outcome',
  'ownership',
  'parsed',
  'partitions',
  'place',
  'policy-document',
  'policy-resources',
  'pool',
  'principal-arn',
  'proxy',
  'pull-requests',
  'rewrite',
  'smoke-report',
  'text',
  'wait',
  'workspace-file'
];
const GROUND = `^src/(${GROUND_FLOOR.join('|')})\\.ts$`;
const PORTS = '^src/aws/ports\\.ts$';
const CONTRACT = '^src/engine/resource\\.ts$';

/** What a room may import of src, besides its own files and the ground floor. */
const ROOMS = {
  index: { path: '^src/index\\.ts$', may: ['^src/run\\.ts$'] },
  commands: {
    path: '^src/commands/',
    may: [
      '^src/environment\\.ts$',
      '^src/engine/',
      '^src/observe/',
      '^src/smoke/',
      '^src/iceberg/rest-catalog\\.ts$',
      '^src/resources/spec\\.ts$',
      '^src/inputs\\.ts$',
      PORTS,
      '^src/github/',
      '^src/permissions/',
      '^src/principal/',
      '^src/sweep/'
    ]
  },
  permissions: {
    path: '^src/permissions/',
    may: ['^src/resources/spec\\.ts$', '^src/inputs\\.ts$', CONTRACT, PORTS]
  },
  principal: { path: '^src/principal/', may: [PORTS] },
  environment: {
    path: '^src/environment\\.ts$',
    may: ['^src/resources/', '^src/inputs\\.ts$', CONTRACT, '^src/observe/', PORTS]
  },
  observe: { path: '^src/observe/', may: [PORTS] },
  engine: { path: '^src/engine/', may: ['^src/observe/look\\.ts$'] },
  resources: { path: '^src/resources/', may: ['^src/iceberg/', CONTRACT, '^src/observe/', PORTS] },
  sweep: { path: '^src/sweep/', may: ['^src/resources/namespace-contents\\.ts$', '^src/observe/', PORTS] },
  smoke: { path: '^src/smoke/', may: ['^src/iceberg/', PORTS] },
  iceberg: { path: '^src/iceberg/', may: [PORTS] },
  aws: { path: '^src/aws/', may: [] },
  github: { path: '^src/github/', may: [] },
  inputs: { path: '^src/inputs(\\.ts$|/)', may: [] },
  ground: { path: GROUND, may: [] }
};

const roomRules = Object.entries(ROOMS).map(([name, { path, may }]) => ({
  name: `room-${name}`,
  comment: 'An import runs down the house, never back.',
  severity: 'error',
  from: { path },
  to: { path: '^src/', pathNot: [path, GROUND, ...may] }
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'every-file-has-a-room',
      comment: 'A new file belongs to a room, so that a rule covers it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/run\\.ts$', ...Object.values(ROOMS).map(({ path }) => path)] },
      to: {}
    },
    {
      name: 'only-aws-knows-the-sdk',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/aws/' },
      to: { path: 'node_modules/(@aws-sdk|@smithy)/' }
    },
    {
      name: 'only-github-knows-actions',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/github/' },
      to: { path: 'node_modules/@(actions|octokit)/' }
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'the-sandbox-stands-alone',
      comment: 'A sandbox that shared code with the action would share its mistakes.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^src/' }
    },
    {
      name: 'the-sandbox-is-never-bundled',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^sandbox/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] }
  }
};
