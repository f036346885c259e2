/** The files that `init --ci` writes: a project's own pipeline, with the tool from its repository. */
export const ciFiles = {
  github: [
    '.github/workflows/packs.yml',
    `# Checks the corpus with annotations, and builds its packs. Put in the repository and version of briefpack that you use.
# Texts stay out of git: after new passages \`briefpack check --update-lock\` writes corpus/evidence.lock.json, which stands for them here.
name: packs
on: [push, pull_request]
permissions:
  contents: read
jobs:
  packs:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: YOUR-ORGANISATION/briefpack@v0.1.0
`,
  ],
  gitlab: [
    '.gitlab-ci.yml',
    `# Checks the corpus, shows what was found in merge requests, and builds its packs. Put in where your briefpack is.
# Texts stay out of git: after new passages \`briefpack check --update-lock\` writes corpus/evidence.lock.json, which stands for them here.
include:
  - project: your-group/briefpack
    file: ci/gitlab.yml
    ref: v0.1.0
    inputs:
      repository: https://gitlab.example/your-group/briefpack.git
`,
  ],
} as const satisfies Record<string, readonly [path: string, text: string]>
