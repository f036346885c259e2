/** briefpack as a library: the functions that the command line calls. Nothing here touches a disk: a `Host` does. */

export { type Config, defineConfig, type OwnRule } from './app/pipeline/config.ts'
export { type BuildOptions, build, type CheckOptions, type CheckResult, check, type PackResult } from './build.ts'
export type { Block, Document, Inline, Node, Root } from './core/index.ts'
export { type Finding, type Host, PathError, type Place, type Point, severityOf, version } from './core/index.ts'
export type { OwnHelper } from './document/index.ts'
export { markdown } from './document/markdown/markdown.ts'
export type { Artefacts, Write, WriteContext } from './write/index.ts'
