import { itemAt, readText } from '../../../core/index.ts'
import { defineCommand, exit, textsOption, UsageError } from '../command.ts'
import { hintAtErrors, requireCorpus } from '../records.ts'
import { meaning } from '../usage.ts'

export const dataCommand = defineCommand({
  usage: 'data [pack] [section]',
  summary: 'What templates of a pack see, as YAML; of a section, the fields that its template reads',
  examples: [
    ['$0 data alder-water', 'all that its templates can print'],
    ['$0 data alder-water who-is-who', 'what one section is made of'],
    ['$0 data alder-water timeline --json', 'the same for other tools'],
  ],
  positionals: {
    pack: { type: 'string', describe: 'The pack; without it the only one' },
    section: { type: 'string', describe: 'A section, by the name of its template' },
  },
  options: {
    json: { type: 'boolean', default: false, describe: 'Print JSON' },
    texts: textsOption,
  },
  async run(args, world) {
    const [{ draft }, { printYaml }, { opened }] = await Promise.all([
      import('../../pipeline/draft.ts'),
      import('../../../corpus/read-yaml.ts'),
      import('../opened.ts'),
    ])
    const { host, log, project } = await opened(args.texts, world)
    requireCorpus(project.corpus)
    const names = [...project.corpus.packs.keys()]
    const name = args.pack === undefined && names.length === 1 ? itemAt(names, 0) : String(args.pack ?? '')
    const pack = project.corpus.packs.get(name)
    if (!pack)
      throw new UsageError(
        args.pack === undefined ? 'name the pack' : `there is no pack “${name}”`,
        meaning(name, names, names.length > 0 ? `the packs are ${names.join(', ')}` : 'there is none yet'),
      )
    const { view } = await draft(project, pack, log)
    const shown = args.section === undefined ? view : await readBy(args.section, view)
    world.out(args.json ? `${JSON.stringify(shown, null, 2)}\n` : printYaml(shown))
    world.err(hintAtErrors(log))
    return exit.done

    async function readBy(section: string, whole: object): Promise<object> {
      const template = await readText(host, `templates/${section}.md.hbs`)
      if (template === undefined) {
        const known = (await host.list('templates')).flatMap((it) => /^([\w-]+)\.md\.hbs$/.exec(it)?.[1] ?? [])
        throw new UsageError(
          `there is no section “${section}”`,
          meaning(section, known, `the sections are in templates/`),
        )
      }
      const words = new Set([...template.matchAll(/\{\{[^}]*\}\}/g)].flatMap(([it]) => it.match(/[a-z]\w*/gi) ?? []))
      return Object.fromEntries(Object.entries(whole).filter(([field]) => words.has(field)))
    }
  },
})
