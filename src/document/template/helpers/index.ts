import { choosing } from './choose.ts'
import { citing } from './cite.ts'
import { composing } from './compose.ts'
import type { Helper } from './helper.ts'
import { placing } from './place.ts'
import { referring } from './refer.ts'
import { saying } from './say.ts'
import { writing } from './write.ts'

/** Every helper there is, by name: what is not here, a template cannot call. */
export const helpers: ReadonlyMap<string, Helper> = new Map(
  [...saying, ...citing, ...referring, ...placing, ...writing, ...composing, ...choosing].map((it) => [it.name, it]),
)
