import { type Host, readWhole } from '../../core/index.ts'

/** The files that may name a record, with what they hold. */
export async function namingTexts(host: Host): Promise<ReadonlyMap<string, string>> {
  const below = async (folder: string, ends: RegExp) =>
    (await host.list(folder)).filter((file) => ends.test(file)).map((file) => `${folder}/${file}`)
  const texts = new Map<string, string>()
  for (const path of [...(await below('corpus', /\.ya?ml$/)), ...(await below('templates', /\.hbs$/))]) {
    // What is not UTF-8 is a finding of `check`, and nothing to write.
    const text = await readWhole(host, path).catch(() => undefined)
    if (text !== undefined) texts.set(path, text)
  }
  return texts
}
