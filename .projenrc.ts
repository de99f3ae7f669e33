import { javascript, JsonFile } from 'projen';
import { CDKTF, CDKTN, targetsOf } from './scripts/frameworks';

/** The folders of lib, from the lowest layer to the highest. A folder may import only from the folders before it. */
const LAYERS = [
  'util', 'schema', 'tenant', 'rules', 'access', 'framework', 'validation', 'values', 'synth', 'resource-server', 'role', 'testing', 'cli',
];
/** The folders that do not import a framework. They load fast, and also serve programs without constructs, such as the command line. */
const PURE = ['util', 'schema', 'tenant', 'rules', 'access', 'cli'];

/** The folder that scripts/twin.ts writes the twin package to. */
const TWIN = `dist/${CDKTN.name}-auth0`;

const project = new javascript.NodeProject({
  name: 'cdktf-auth0',
  description: 'Auth0 APIs for CDK for Terraform: one typed, validated construct',
  keywords: ['auth0', 'cdktf', 'terraform', 'cdk', 'api', 'oauth2'],
  authorName: 'cdktf-auth0 maintainers',
  authorUrl: 'https://github.com/cdktf-auth0',
  authorOrganization: true,
  repository: 'https://github.com/cdktf-auth0/cdktf-auth0.git',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  projenCommand: 'projen',
  projenVersion: '0.103.25',

  // No host is chosen yet: no workflows, no releases, no bots.
  github: false,
  release: false,
  depsUpgrade: false,
  vscode: false,
  projenrcJs: false,

  peerDeps: [`${CDKTF.name}@^${CDKTF.version}`, `constructs@${CDKTF.constructs}`],
  peerDependencyOptions: { pinnedDevDependency: false }, // `constructs` is pinned below
  devDeps: [
    // The library under its own name, so that examples and README snippets import it as a user's program does.
    'cdktf-auth0@file:.',
    'cdktf-cli@0.21.0',
    ...[CDKTF, CDKTN].flatMap(({ name, version }) =>
      [name, `@${name}/provider-generator`, `@${name}/commons`].map((dependency) => `${dependency}@${version}`)),
    'constructs@10.6.0', // fits both frameworks; CDK Terrain's packages need exactly this version
    'jsii@~6.0.16',
    'jsii-rosetta@~6.0.17',
    'jsii-docgen@^10.12.6',
    'jsii-pacmak@1.128.0', // the generators need it as a peer
    'typescript@~6.0.3',
    'ts-node@^10.9.2',
    'jest@^30.5.2',
    'ts-jest@^29.4.15',
    'fast-check@^4.10.2',
    'esbuild@~0.28.2', // puts the compiled library into few files
    'js-yaml@^4.3.2', // reads the pipelines in the documentation
    '@types/jest@^30.0.0',
    '@types/node@^20.19.0',
  ],

  jest: false, // configured below: projen's defaults add coverage and reports, and update snapshots automatically
  npmignoreEnabled: false, // `files` lists what is published
  gitignore: ['/lib/**/*.js', '/lib/**/*.d.ts', '/lib/bindings/', '/lib/.stamp', '.jsii', '.jsii.gz', '/dist/', '/cdktf.out/'],
});

project.package.addVersion('0.1.0');
project.addBins({ 'cdktf-auth0': 'lib/cli/main.js' });
project.addFields({
  types: 'lib/index.d.ts',
  files: [
    // scripts/bundle.ts puts the other modules into lib/bundle
    ...['lib/*.js', 'lib/bundle/*.js', 'lib/bindings/**/*.js', 'lib/framework/lazy-block.js', 'lib/testing/jest.js', 'lib/cli/main.js'],
    ...['lib/**/*.d.ts', '.jsii', '.jsii.gz', 'API.md', 'RULES.md'],
  ],
  // The paths that can be imported, in CommonJS and in ECMAScript modules. They are the same as on disk, because
  // `moduleResolution: node` (in the template of CDKTF) ignores this map.
  exports: {
    '.': './lib/index.js',
    ...Object.fromEntries(['lib', 'lib/bindings', 'lib/bindings/*'].flatMap((folder) =>
      ['', '/index.js'].map((index) => [`./${folder}${index}`, `./${folder}/index.js`]))),
    ...Object.fromEntries(['lib/typed', 'lib/testing/jest'].flatMap((file) =>
      ['', '.js'].map((extension) => [`./${file}${extension}`, `./${file}.js`]))),
    // For jsii and its tools.
    ...Object.fromEntries(['./package.json', './.jsii', './.jsii.gz'].map((file) => [file, file])),
  },
  jsii: { outdir: 'dist', tsconfig: 'tsconfig.lib.json', targets: targetsOf(CDKTF) },
  jest: {
    projects: ['<rootDir>', `<rootDir>/${TWIN}`],
    displayName: CDKTF.name,
    globalSetup: '<rootDir>/scripts/test-setup.ts', // also refreshes the copied tests, which would otherwise be stale
    globalTeardown: '<rootDir>/scripts/test-teardown.ts',
    testMatch: ['<rootDir>/test/**/*.test.ts'],
    // Tests run on the TypeScript sources, not on compiled files beside them.
    moduleFileExtensions: ['ts', 'js', 'json', 'node'],
    moduleNameMapper: {
      '^cdktf-auth0$': '<rootDir>/lib',
      '^cdktf-auth0/(.*)$': '<rootDir>/$1',
      // The source index of the bindings loads every module. This one loads only the modules that are used.
      '^(.*)/bindings$': '$1/bindings/lazy-index',
    },
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    transform: { '^.+\\.ts$': 'ts-jest' },
  },
});

// We use only `synth` of the CLI. These replace its jsii (for `get` and `convert`) and its terminal (for `deploy`),
// which have 240 MB.
project.package.addPackageResolutions(
  'jsii@~6.0.16',
  'jsii-rosetta@~6.0.17',
  '@cdktf/node-pty-prebuilt-multiarch@npm:empty-npm-package@1.0.0',
);
// One version of each for the packages of both frameworks.
project.package.addPackageResolutions('constructs@10.6.0', 'jsii-pacmak@1.128.0', '@sentry/node@7.120.4');
// 1.13.0 depends on packages for other platforms that do not exist yet, and `npm ci` refuses such a lock file.
project.package.addPackageResolutions('unrs-resolver@~1.12.1');

// Their install scripts compile or check a binary that already exists or is not needed.
project.addFields({ allowScripts: { '@parcel/watcher': false, 'esbuild': false, 'unrs-resolver': false } });

// Makes a lock file that works with any registry.
new javascript.NpmConfig(project).addConfig('omit-lockfile-registry-resolved', 'true');

// For the library. It is compiled in place, so that `cdktf-auth0/lib/...` is a path on disk.
new JsonFile(project, 'tsconfig.lib.json', {
  allowComments: false, // jsii reads it as plain JSON
  obj: {
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022'],
      module: 'node16',
      types: ['node'],
      rootDir: 'lib',
      strict: true,
      noFallthroughCasesInSwitch: true,
      noImplicitReturns: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      declaration: true,
      composite: true, // tsconfig.json reads lib/**/*.d.ts instead of checking lib again
      noEmitOnError: true,
      skipLibCheck: true,
      stripInternal: false,
    },
    include: ['lib/**/*.ts'],
  },
});
// For everything else. Editors find the library through the reference.
new JsonFile(project, 'tsconfig.json', {
  obj: {
    extends: './tsconfig.lib.json',
    compilerOptions: { types: ['node', 'jest'], rootDir: '.', composite: false, isolatedModules: true, noEmit: true },
    include: ['test/**/*.ts', 'examples/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', '.projenrc.ts'],
    references: [{ path: './tsconfig.lib.json' }],
  },
});

const eslint = new javascript.Eslint(project, {
  dirs: ['lib'],
  devdirs: ['test', 'examples', 'scripts', 'bench', '.projenrc.ts'],
  commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] },
  ignorePatterns: ['*.js', '*.d.ts', 'node_modules/', '/lib/bindings/', '!.projenrc.ts'],
  projectService: true,
});
eslint.allowDevDeps('.projenrc.ts');
// Allows backticks, so that messages with quotes need no escapes.
eslint.addRules({ '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }] });
// Node's runner of tests waits for what `test` returns.
eslint.addOverride({ files: ['examples/**/*.test.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } });
// Enforces LAYERS: a folder does not import from the folders after it.
const inLib = (name: string) => `./lib/${name}`;
eslint.addRules({
  'import/no-restricted-paths': ['error', {
    zones: LAYERS.map((layer, index) => {
      const impure = PURE.includes(layer) ? [...LAYERS.slice(0, index).filter((one) => !PURE.includes(one)), 'bindings'] : [];
      const above = [...LAYERS.slice(index + 1), 'index.ts', 'typed.ts', 'auth0-provider.ts', ...impure];
      return { target: inLib(layer), from: above.map(inLib), message: `it is not below ${layer}: see LAYERS in .projenrc.ts` };
    }).concat({
      target: inLib('framework'),
      from: ['tenant', 'rules', 'access'].map(inLib),
      message: 'framework knows neither the rules nor the model',
    }),
  }],
});
// Refuses code that does not work in the twin package. The compilers check that both frameworks have the imported
// names.
eslint.addOverride({
  files: ['lib/**/*.ts'],
  rules: {
    'import/no-cycle': ['error', { ignoreExternal: true }], // only checks imports of values; LAYERS also apply to `import type`
    'no-restricted-syntax': ['error', {
      selector: 'BinaryExpression[operator="instanceof"]',
      message: 'false for what another copy of the package made, or of the framework: ask X.isX(), or for a marker',
    }, {
      selector: 'TSImportType',
      message: `the rules on imports do not see it: write 'import type'`,
    }],
    'no-restricted-imports': ['error', {
      patterns: [{ regex: '^(cdktf/|cdktn|@cdktf|@cdktn)', message: `import from 'cdktf': in the twin it becomes 'cdktn'` }],
    }],
  },
});
// Replaces the rule of the override above, and refuses more.
eslint.addOverride({
  files: PURE.map((layer) => `lib/${layer}/**/*.ts`),
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [{ regex: '^(?!\\.|node:)', message: `${PURE.join(', ')} import from each other and from Node only` }],
    }],
  },
});

// Tasks. The build phases of projen are removed: they test and pack with every build.
for (const name of ['build', 'pre-compile', 'compile', 'post-compile', 'package', 'clobber', 'eject']) {
  project.removeTask(name);
}
project.tasks.addEnvironment('CHECKPOINT_DISABLE', '1'); // no telemetry
project.tasks.addEnvironment('TERRAFORM_BINARY_NAME', 'none'); // nothing here needs terraform, but CDKTF would ask for its version
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

const script = (file: string) => `ts-node --transpile-only ${file}`;
project.defaultTask?.exec(script('.projenrc.ts'));

const build = project.addTask('build', { description: 'Generate the bindings, compile the library, and its twin; where anything changed' });
build.exec(script('scripts/generate-bindings.ts'));
build.exec(script('scripts/compile.ts'));
build.exec(script('scripts/twin.ts'));
build.exec(script(`${TWIN}/scripts/generate-bindings.ts`));
build.exec(script(`${TWIN}/scripts/compile.ts`));

const bench = project.addTask('bench', { description: 'Measure the library beside its peers (--short: under a minute; --json)' });
bench.spawn(build);
bench.exec(script('bench/run.ts'), { receiveArgs: true });

const check = project.addTask('check', { description: 'Check the types of tests, examples and scripts', exec: 'tsc --project tsconfig.json' });
check.exec(`tsc --project ${TWIN}/tsconfig.json`);

const docs = project.addTask('docs', { description: 'Write API.md, RULES.md and docs/checks', exec: script('scripts/api-reference.ts API.md') });
docs.exec(script('scripts/rules-md.ts RULES.md docs/checks'));

const synth = project.addTask('synth', { description: 'Synthesize the examples with the CDKTF CLI' });
synth.spawn(build);
// With a log file, the CLI does not complain that terraform is missing, and prints each error only once.
synth.exec(`mkdir -p cdktf.out && cdktf synth`, { env: { CDKTF_LOG_FILE_DIRECTORY: 'cdktf.out' } });
synth.exec('ls cdktf.out/stacks/*/cdk.tf.json');

const pack = project.addTask('package', { description: 'Pack the library into dist' });
pack.spawn(build);
pack.exec(`npm pack --pack-destination dist . ./${TWIN}`);

const release = project.addTask('release', { description: 'Make all that a release would publish, with checksums, in dist/release' });
release.spawn(build);
release.exec(script('scripts/languages/release.ts'));

project.testTask.reset();
// Installs other versions of Node, the CLI of CDK Terrain, and Chromium with what drives it. Without them, the tests print what they skip.
project.testTask.exec('npm ci --prefix on-demand --loglevel error --no-audit --no-fund', { condition: '[ -n "$CI" ]' });
project.testTask.exec(script('scripts/install-chromium.ts'), { condition: '[ -n "$CI" ]' });
project.testTask.spawn(build);
project.testTask.spawn(eslint.eslintTask);
project.testTask.spawn(check);
// all cores: by default, Jest leaves one free, which is half of two
project.testTask.exec('jest --ci --maxWorkers=100%', { receiveArgs: true });
const languages = project.addTask('languages', { description: 'Make the packages for Python, Java, Go and C#, and use them (-- python go)' });
languages.spawn(build);
languages.exec(script('scripts/languages/run.ts'), { receiveArgs: true });
project.testTask.spawn(languages, { condition: '[ -n "$CI" ]' });
project.addTask('test:watch', { description: 'Run the tests whose sources change', exec: 'jest --watch', receiveArgs: true });

project.synth();
