import { encode, Log, reasonOf } from '../../../core/index.ts'
import type { Coding, Codings } from '../../../evidence/index.ts'
import { exit, today, UsageError } from '../command.ts'
import { count, printable } from '../terminal.ts'
import { type Brought, sayDone } from './door.ts'

/** Makes unfinished claims of what somebody marked; `undefined` when the file holds no annotations. */
export async function addCodingsFile(brought: Brought): Promise<number | undefined> {
  const { path, bytes } = brought
  if (/\.qdpx$/i.test(path)) {
    const { readQdpx } = await import('../../../evidence/import/qdpx.ts')
    let codings: Codings
    try {
      codings = readQdpx(bytes)
    } catch (error) {
      throw new UsageError(`“${printable(path)}” cannot be read: ${reasonOf(error)}`)
    }
    return addSome(brought, codings)
  }
  const [{ readAnnotations }, { decode }] = await Promise.all([
    import('../../../evidence/import/codings.ts'),
    import('../../../evidence/import/encoding.ts'),
  ])
  const codings = readAnnotations(decode(bytes, { named: brought.encoding }).text)
  return codings && addSome(brought, codings)
}

async function addSome(brought: Brought, codings: Codings): Promise<number> {
  const done = await addCodingsOf(brought, codings)
  if (codings.codings.length > 0) return done
  brought.world.err(`error  no marked words stand in “${printable(brought.path)}”\n`)
  return exit.findings
}

/** The same for codings that are read already. */
export async function addCodingsOf(brought: Brought, codings: Codings): Promise<number> {
  const { host, source, texts, world, dry } = brought
  const [{ addCodings }, { openCorpus }] = await Promise.all([
    import('../../../evidence/import/add-codings.ts'),
    import('../../pipeline/project.ts'),
  ])
  if (source !== undefined && !brought.corpus.sources.has(source))
    throw new UsageError(`there is no source “${source}”`)
  if (!dry && source === undefined) await addBodies(brought, codings.codings)
  const corpus = await openCorpus(host, new Log())
  const added = await addCodings(host, corpus, codings, { source, texts })
  if (!dry) await host.write(added.files)
  for (const [key, claims] of added.created) for (const id of claims) world.out(`corpus/sources/${key}.yaml  ${id}\n`)
  for (const problem of added.problems) world.err(`error  ${printable(problem)}\n`)
  for (const left of codings.left) world.err(`  left out: ${printable(left)}\n`)
  const made = [...added.created.values()].flat().length
  sayDone(brought, `${count(made, 'unfinished claim')}, ${added.same} there already`)
  if (!world.quiet && made > 0) world.err('  next: write them in briefpack desk; until then no pack prints them\n')
  return added.problems.length > 0 ? exit.findings : exit.done
}

/** Texts that came with their codings, and are no source yet. */
async function addBodies({ host, texts, world }: Brought, codings: readonly Coding[]): Promise<void> {
  const [{ addText }, { readPlain }, { openCorpus }] = await Promise.all([
    import('../../../evidence/import/add-text.ts'),
    import('../../../evidence/import/plain.ts'),
    import('../../pipeline/project.ts'),
  ])
  const on = today(host)
  const bodies = new Map(
    codings.flatMap(({ text }) => (text.body === undefined ? [] : [[text.body, text.title ?? 'text']])),
  )
  for (const [body, title] of bodies) {
    const corpus = await openCorpus(host, new Log())
    const bytes = encode(body)
    const plain = readPlain(bytes)
    const read = { ...plain, described: { ...plain.described, title }, tool: 'briefpack' }
    const added = await addText(host, corpus, title, bytes, read, { texts, on })
    await host.write(added.files)
    if (added.state !== 'same') world.out([...added.files.keys()].map((it) => `${it}\n`).join(''))
  }
}
