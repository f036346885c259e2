/** briefpack as a library: the functions that the command line calls. Nothing here touches a disk: a `Host` does. */

export { type BuildOptions, build, type CheckOptions, type CheckResult, check, type PackResult } from './build.ts'
export { type Host, PathError } from './host.ts'
export { type Finding, type Place, type Point, severityOf } from './log.ts'
export { type Config, defineConfig, type OwnRule } from './pipeline/config.ts'
export type { OwnHelper } from './template/index.ts'
export type { Block, Document, Inline, Node, Root } from './tree.ts'
export { version } from './version.ts'
export type { Artefacts, Write, WriteContext } from './write/writer.ts'
