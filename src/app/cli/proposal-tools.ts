import { encode, fieldOf, itemAt, Log, readTexts, readWhole } from '../../core/index.ts'
import { type Held, proposeClaim, proposeSentence, search, type Tool } from '../../evidence/index.ts'
import { open } from '../pipeline/project.ts'
import type { World } from './command.ts'
import { diskHost } from './host.ts'
import { requireCorpus, textsFolder } from './records.ts'

const text = (description: string) => ({ type: 'string', description })

/**
 * What a tool may ask of a project: to search it, to hold a sentence against its claims, and to propose a claim. The
 * project is read anew for each call, and a draft is written only where `writes` allows it.
 */
export function proposalTools(world: World, texts: unknown, writes: boolean): readonly Tool[] {
  const host = diskHost(world.folder, world.env)
  const held = async (): Promise<Held & { paragraphs: ReadonlyMap<string, readonly string[]> }> => {
    const folder = await textsFolder(texts, host)
    const { corpus, evidence } = await open(host, new Log(), { texts: folder })
    requireCorpus(corpus)
    const keys = [...corpus.sources.keys()]
    const read = await readTexts(
      host,
      keys.map((key) => `${folder}/${key}.txt`),
    )
    const raw = read.flatMap(({ text: it }, at) => (it === undefined ? [] : [[itemAt(keys, at), it] as const]))
    return { corpus, evidence, texts: new Map(raw), paragraphs: evidence.texts }
  }
  return [
    {
      name: 'search',
      description: 'Where all of some words stand: paragraphs of the held texts, claims, actors and sources',
      inputSchema: {
        type: 'object',
        properties: { words: text('The words, each as the beginning of a word') },
        required: ['words'],
      },
      async call(args) {
        const words = fieldOf(args, 'words')
        if (typeof words !== 'string' || words.length > 1000)
          return { isError: true, value: { findings: ['words: a text of up to 1000 characters'] } }
        const { corpus, paragraphs } = await held()
        return { isError: false, value: search(words, corpus, paragraphs) }
      },
    },
    {
      name: 'propose_claim',
      description: `Propose a claim pinned to a passage of a held text. It is compared with the passage, and ${writes ? 'becomes a draft' : 'the draft is shown'} only when it agrees; a person verifies it.`,
      inputSchema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          source: text('The source’s key'),
          id: text('A new id: small letters, digits and hyphens'),
          kind: { enum: ['fact', 'statement', 'judgment', 'forecast', 'figure'] },
          gist: text('What the passage says, in your words'),
          voice: { enum: ['author', 'direct', 'indirect', 'unattributed'] },
          speaker: text('The id of the actor who speaks'),
          about: { type: 'array', items: text('The id of an actor') },
          date: {
            type: 'object',
            properties: {
              edtf: text('When it happened, EDTF'),
              basis: { enum: ['explicit', 'year-resolved', 'relative'] },
            },
          },
          quote: text('A few words of the passage, verbatim'),
          passage: {
            type: 'object',
            properties: {
              start: text('The first words of the passage'),
              end: text('The last words'),
              para: { type: 'integer' },
            },
            required: ['start'],
          },
          by: {
            type: 'object',
            properties: {
              tool: text('Your name'),
              version: text('Your version'),
              prompt: text('SHA-256 of the prompt, hexadecimal'),
            },
            required: ['tool', 'version', 'prompt'],
          },
        },
        required: ['source', 'id', 'gist', 'passage', 'by'],
      },
      async call(args) {
        const project = await held()
        const source = fieldOf(args, 'source')
        const known = typeof source === 'string' && project.corpus.sources.has(source)
        const file = known ? project.corpus.place('source', source).file : undefined
        const yaml = file === undefined ? undefined : await readWhole(host, file)
        const outcome = proposeClaim(args, project, (it) => (it === file ? yaml : undefined))
        if (!outcome.isAccepted) return { isError: true, value: { findings: outcome.findings } }
        if (writes) await host.write(new Map([[outcome.file, encode(outcome.text)]]))
        return {
          isError: false,
          value: { id: outcome.id, file: outcome.file, status: 'draft, not verified', written: writes },
        }
      },
    },
    {
      name: 'propose_sentence',
      description:
        'Hold a sentence against the passages of the claims that it rests on; it comes back with its citations when it agrees. Nothing is written.',
      inputSchema: {
        type: 'object',
        additionalProperties: false,
        properties: { text: text('The sentence'), claims: { type: 'array', items: text('The id of a claim') } },
        required: ['text', 'claims'],
      },
      async call(args) {
        const { markdown, findings } = proposeSentence(args, await held())
        return { isError: findings.length > 0, value: markdown === undefined ? { findings } : { markdown } }
      },
    },
  ]
}
