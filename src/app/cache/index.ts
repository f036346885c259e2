/**
 * What was made before from the same inputs, with its findings: results by the digest of what they were made of
 * (`openCache` on a disk, `memoryCache` in a process that stays), and whole runs (`remembered`), which are repeated while
 * the project answers every question as it did. It changes when things are made, and nothing else.
 */

export { type Cache, type Files, keyOf, type Memo, noCache, type OpenCache, openCache } from './cache.ts'
export { memoryCache } from './memory.ts'
export { type Action, type Answered, remembered } from './run.ts'
