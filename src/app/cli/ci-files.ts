/**
 * The file that `init --ci` writes at the root of a repository: a pipeline for the project in a folder of it, `.` for the
 * root. It needs npm alone: `npx` and `npm prefix` find briefpack in the folder of the project or in one above it.
 */
export const ciFiles = {
  github: {
    path: '.github/workflows/packs.yml',
    text: (project: string) => `${head('Checks the corpus with annotations, and builds its packs.')}
name: packs
on: [push, pull_request]
permissions:
  contents: read
jobs:
  packs:
    runs-on: ubuntu-latest
${project === '.' ? '' : `    defaults:\n      run:\n        working-directory: ${JSON.stringify(project)}\n`}    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: '24'
      - run: npm ci
      - uses: actions/cache@v4
        with:
          path: ${below(project, '.briefpack/cache')}
          key: briefpack-\${{ github.sha }}
          restore-keys: briefpack-
      - run: bash "$(npm prefix)/node_modules/briefpack/ci/run.sh" github .
        env:
          BRIEFPACK: npx --no -- briefpack
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: packs
          path: ${below(project, 'out')}
          if-no-files-found: ignore
`,
  },
  gitlab: {
    path: '.gitlab-ci.yml',
    text: (
      project: string,
    ) => `${head('Checks the corpus, shows what was found in merge requests, and builds its packs.')}
packs:
  image: node:24
  variables:
    BRIEFPACK: npx --no -- briefpack
  cache:
    key: briefpack
    paths: [${below(project, '.briefpack/cache')}]
  script:
${project === '.' ? '' : `    - cd ${JSON.stringify(project)}\n`}    - npm ci
    - bash "$(npm prefix)/node_modules/briefpack/ci/run.sh" gitlab .
  artifacts:
    when: always
    paths: [${below(project, 'out')}, ${below(project, 'briefpack-summary.md')}]
    reports:
      codequality: ${below(project, 'gl-code-quality-report.json')}
`,
  },
} as const satisfies Record<string, { readonly path: string; text(project: string): string }>

const head = (what: string) => `# ${what} npm installs the briefpack that package.json and
# package-lock.json name, which \`npm install --save-dev ./briefpack-0.1.0.tgz\` writes (or another version or place).
# Texts stay out of git: after new passages \`briefpack check --update-lock\` writes corpus/evidence.lock.json, which stands for them here.`

const below = (project: string, path: string) => JSON.stringify(project === '.' ? path : `${project}/${path}`)
