// Which folder may import which. ARCHITECTURE: client → shared ← server, shared is pure, no cycles.
const TESTS = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no beginning to read from.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'unresolved', comment: 'What cannot be found cannot be checked.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-is-pure',
      comment: 'shared/ imports zod and itself.',
      severity: 'error',
      from: { path: '^shared/src', pathNot: TESTS },
      to: { pathNot: ['^shared/src', '^node_modules/zod/'] },
    },
    {
      name: 'shared-tests',
      comment: 'A rule is tested with plain data.',
      severity: 'error',
      from: { path: `^shared/src.*${TESTS}` },
      to: { path: ['^server/', '^client/', '^tests/'] },
    },
    {
      name: 'client-knows-the-router-type-only',
      comment: 'The one thing of the server that the client may see is the type of its router.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/router\\.ts$' },
    },
    {
      name: 'client-takes-no-server-code',
      comment: 'Say `import type`.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-is-a-page',
      comment: 'A page has no Node.',
      severity: 'error',
      from: { path: '^client/src', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'server-has-no-screen', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    {
      name: 'product-needs-no-tests',
      comment: 'Only tests import what helps tests.',
      severity: 'error',
      from: { path: '^(shared|server|client)/', pathNot: TESTS },
      to: { path: ['^tests/', TESTS] },
    },
    {
      name: 'product-needs-no-tools',
      comment: 'What runs in production is a dependency, not a development one.',
      severity: 'error',
      from: { path: '^(shared|server)/src', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kit-knows-no-feature',
      comment: 'If a helper knows a feature, it belongs to it.',
      severity: 'error',
      from: { path: '^(shared|server|client)/src/kit/', pathNot: TESTS },
      to: { path: '^$1/src/', pathNot: '^$1/src/kit/' },
    },
    {
      name: 'kit-knows-no-other-feature',
      severity: 'error',
      from: { path: '^(server|client)/src/kit/', pathNot: TESTS },
      to: { path: '^shared/src/', pathNot: '^shared/src/kit/' },
    },
    {
      name: 'routers-are-called-by-the-root',
      comment: "A feature may use another's store or rules, never its router.",
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/router\\.ts$', TESTS] },
      to: { path: '^server/src/[^/]+/router\\.ts$' },
    },
    {
      name: 'stores-do-not-open-the-database',
      comment: 'A store takes the transaction; a query beside it on one connection waits for itself.',
      severity: 'error',
      from: { path: '^server/src/.*store\\.ts$' },
      to: { path: '^server/src/db/(open|sqlite|postgres)\\.ts$' },
    },
    {
      name: 'migrations-know-no-product',
      comment: 'A migration must mean the same next year, when the product means something else.',
      severity: 'error',
      from: { path: '^server/src/db/migrations/' },
      to: { path: ['^server/src/', '^shared/'], pathNot: ['^server/src/db/migrations/', '^server/src/db/columns\\.ts$'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
    exclude: { path: ['^dist/', '^data/'] },
  },
};
