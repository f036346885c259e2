import { citing } from './cite.ts'
import type { Helper } from './helper.ts'
import { placing } from './place.ts'
import { referring } from './refer.ts'
import { saying } from './say.ts'
import { testing, writing } from './values.ts'

/** Every helper there is, by name: what is not here, a template cannot call. */
export const helpers: ReadonlyMap<string, Helper> = new Map(
  [...saying, ...citing, ...referring, ...placing, ...writing, ...testing].map((it) => [it.name, it]),
)
