/** The file that `init --ci` writes at the root of a repository: a pipeline for the project in a folder of it, `.` for the root. */
export const ciFiles = {
  github: {
    path: '.github/workflows/packs.yml',
    text: (
      project: string,
    ) => `# Checks the corpus with annotations, and builds its packs. Put in the repository and version of briefpack that you use.
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
${project === '.' ? '' : `        with:\n          project: ${JSON.stringify(project)}\n`}`,
  },
  gitlab: {
    path: '.gitlab-ci.yml',
    text: (
      project: string,
    ) => `# Checks the corpus, shows what was found in merge requests, and builds its packs. Put in where your briefpack is.
# Texts stay out of git: after new passages \`briefpack check --update-lock\` writes corpus/evidence.lock.json, which stands for them here.
include:
  - project: your-group/briefpack
    file: ci/gitlab.yml
    ref: v0.1.0
    inputs:
      repository: https://gitlab.example/your-group/briefpack.git
${project === '.' ? '' : `      project: ${JSON.stringify(project)}\n`}`,
  },
} as const satisfies Record<string, { readonly path: string; text(project: string): string }>
