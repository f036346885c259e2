/** The part of the library that needs Node: a project in a folder of this machine. */

export { diskHost } from './app/cli/host.ts'
