/** briefpack as a library: the functions that the command line calls. */

export { type BuildOptions, build, type CheckOptions, type CheckResult, check, type PackResult } from './build.ts'
export { diskHost } from './cli/host.ts'
export { type Host, PathError } from './host.ts'
export { type Finding, type Place, type Point, severityOf } from './log.ts'
export { type Config, defineConfig, type OwnRule } from './pipeline/config.ts'
export { version } from './version.ts'
