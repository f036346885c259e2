// What somebody who starts meets first, and whether the message leads on.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './run.ts'

describe('first slips', () => {
  test('what a new record lacks is told without advice that is none', async () => {
    const folder = temporaryFolder('minimal')
    const { code, err } = await run(folder, ['add', 'question'])
    expect(code).toBe(1)
    expect(err).toContain('“text” is missing')
    expect(err).not.toContain('in quotes')
  })

  test.each([
    ['event', 'kind', 'exercise'],
    ['actor', 'kind', 'person'],
    ['measure', 'instrument', 'decree'],
  ])('%s: a kind that no list has is refused, with the nearest that there is', async (kind, field, right) => {
    const folder = temporaryFolder('minimal')
    const { code, err } = await run(folder, ['add', kind, `${field}=${right}s`])
    expect(code).toBe(1)
    expect(err).toContain(`there is no ${kind}-kind “${right}s”\n  did you mean “${right}”?`)
    const { err: others } = await run(folder, ['add', kind, `${field}=${right}`])
    expect(others).not.toContain(`${kind}-kind`)
    writeFileSync(join(folder, `corpus/${kind}-kinds.yaml`), '- {id: recall, label: Recall}\n')
    const { err: own } = await run(folder, ['add', kind, `${field}=${right}`])
    expect(own).toContain(`there is no ${kind}-kind “${right}”\n  there are recall`)
  })

  test('a claim that check would refuse is refused at once, and a mapping is shown', async () => {
    const folder = temporaryFolder('minimal')
    const add = (...fields: string[]) =>
      run(folder, ['add', 'claim', '--source', 'quay-2003', 'gist=A toll stays.', ...fields])
    const passages = 'passages=[{para: 1, start: a, end: b}]'
    const { code, err } = await add(
      'kind=statement',
      'voice=direct',
      'credibility={proposition: 2, why: Near.}',
      passages,
    )
    expect(code).toBe(1)
    expect(err).toContain('the statement has no speaker')
    const { err: other } = await add('kind=fact', 'voice=author', 'credibility=2', 'date=2003', passages)
    expect(other).toContain('write a mapping: {edtf: "2003", basis: …}\n  “basis” is one of explicit,')
    expect(other).toContain('write a mapping: {proposition: 2, why: …}')
  })

  test('a place of another language is told with the nearest, or with all', async () => {
    const folder = temporaryFolder('minimal')
    const at = async (place: string) => (await run(folder, ['pin', 'quay-2003', 'x', '--at', place])).err
    expect(await at('artikel=5')).toContain('did you mean “article”?')
    expect(await at('kapitel=5')).toContain('places are page, paragraph, article')
  })

  test('a changed text under the name of its file is told with what replaces it', async () => {
    const folder = temporaryFolder()
    const text = (tail: string) => `${Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')}\n${tail}\n`
    writeFileSync(join(folder, 'area.txt'), text('The old end of it.'))
    await run(folder, ['add', join(folder, 'area.txt')])
    writeFileSync(join(folder, 'area.txt'), text(Array.from({ length: 40 }, (_, at) => `other${at}`).join(' ')))
    expect((await run(folder, ['add', join(folder, 'area.txt')])).err).toContain('--source area --replace')
  })

  test('explain tells what fields take', async () => {
    const { out } = await run('.', ['explain', 'claim'])
    expect(out).toMatch(/^voice \* .*\(one of author, direct, indirect, unattributed\)$/m)
  })

  test('a theme that is not there is told where the pack names it', async () => {
    const folder = temporaryFolder('minimal')
    const pack = join(folder, 'corpus/packs/report.yaml')
    const text = readFileSync(pack, 'utf8')
    const lines = text.trimEnd().split('\n')
    writeFileSync(pack, `${lines.join('\n')}\ntheme: hause\n`)
    const { out, err } = await run(folder, ['check'])
    expect(out + err).toContain(
      `corpus/packs/report.yaml:${lines.length + 1}:8  error  file-is-present  there is no theme “hause”`,
    )
  })

  test('a section that is listed twice is told where the pack lists it, and nowhere else', async () => {
    const folder = temporaryFolder('minimal')
    const pack = join(folder, 'corpus/packs/report.yaml')
    const text = readFileSync(pack, 'utf8')
    const [, name] = /^sections: \[(\w+)/m.exec(text)!
    writeFileSync(pack, text.replace(/^sections: .*$/m, `sections: [${name}, ${name}]`))
    const { err, out } = await run(folder, ['check'])
    expect((out + err).match(/error {2}\S+ .*/g)).toEqual([
      `error  id-is-unique  the section “${name}” stands in this pack before`,
    ])
  })

  test.each([
    ['id: rise-feared', 'id: Rise feared', 'field-is-valid'],
    ['id: rise-feared', 'id: toll-stays', 'id-is-unique'],
    ['sections: [report]', 'sections: [zzzzzz]', 'section-is-present'],
  ])('%s as %s is one slip, also where it is cited', async (right, wrong, rule) => {
    const folder = temporaryFolder('minimal')
    const [source, pack, template] = [
      'corpus/sources/quay-2003.yaml',
      'corpus/packs/report.yaml',
      'templates/report.md.hbs',
    ]
    const put = (path: string, from: string, to: string) =>
      writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replace(from, to))
    put(template, '[@quay-2003, para. 4]', '[[@quay-2003, para. 4]]{claims=rise-feared}')
    if (wrong === 'id: toll-stays') put(template, 'claims=rise-feared', 'claims=toll-stays')
    for (const path of [source, pack]) put(path, right, wrong)
    const { err, out } = await run(folder, ['check'])
    expect((out + err).match(/error {2}\S+/g)).toEqual([`error  ${rule}`])
    if (rule === 'section-is-present') expect(out + err).toContain('sections are ')
  })

  test('a build says where the PDF has no bold letters of the language', async () => {
    const folder = temporaryFolder('minimal')
    const pack = join(folder, 'corpus/packs/report.yaml')
    writeFileSync(pack, readFileSync(pack, 'utf8').replace('language: en-GB', 'language: he'))
    const told = async (format: string) =>
      (await run(folder, ['build', '-f', format])).err.match(/letters-have-styles/g)
    expect(await told('pdf')).toHaveLength(1)
    expect(await told('html')).toBeNull()
  })
})
