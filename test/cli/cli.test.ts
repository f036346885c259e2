// The built command line as a person or a script meets it: words in; exit code, stdout and stderr out.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, finished, run, runProcess, start, temporaryFolder } from './run.ts'

const fault = {
  'corpus/actors.yaml':
    '- {id: sorley, kynd: person, name: Ben Sorley}\n- {id: league, kind: civil-society, name: Shippers’ League}\n',
}

function spoilt(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder('minimal')
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  return folder
}

describe.concurrent('help', () => {
  test('opens with two examples, and names every command', async () => {
    const { code, out, err } = await runProcess('.', ['--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n').slice(2, 5).join('\n')).toMatch(/^Examples\n {2}briefpack .+\n {2}briefpack /)
    for (const command of ['init', 'build', 'check', 'pin', 'trace', 'impact', 'show', 'list', 'explain', 'schema'])
      expect(out).toContain(`\n  ${command} `)
  })

  test('of a command names its options', async () => {
    const { code, out } = await runProcess('.', ['check', '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/--fix .*\n[\s\S]*--output-format <format> .*sarif/)
  })
})

describe.concurrent('exit codes', () => {
  test('0: built, by two processes at once too; the paths, and nothing else, on stdout', async () => {
    const folder = temporaryFolder('minimal')
    const both = await Promise.all([runProcess(folder, ['build', '-q']), runProcess(folder, ['build', '-q'])])
    for (const ran of both) expect(ran).toEqual({ code: 0, out: 'out/report.html\nout/report.md\n', err: '' })
    expect(filesBelow(join(folder, 'out'))).toEqual(['report.html', 'report.md'])
  })

  test('1: errors; the last artefacts stay as they were', async () => {
    const folder = spoilt(fault)
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out/report.md'), 'the last good one')
    const { code, out, err } = await run('/', ['-C', folder, 'build'])
    expect([code, out]).toEqual([1, ''])
    expect(err.match(/^\S+ {2}error {2}.*$/gm)).toEqual([
      'corpus/actors.yaml:1:16  error  field-is-known  an actor has no field “kynd”',
    ])
    expect(err).toContain('did you mean “kind”?')
    expect(filesBelow(join(folder, 'out'))).toEqual(['report.md'])
    expect(readFileSync(join(folder, 'out/report.md'), 'utf8')).toBe('the last good one')
  })

  test.each([
    [['bild'], 'unknown command “bild”\n  did you mean “build”?'],
    [['build', '--formt', 'md'], 'unknown option “--formt”\n  did you mean “--format”?'],
    [['build', '-f', 'pfd'], 'there is no format “pfd”\n  did you mean “pdf”?'],
    [['--nosuch'], 'unknown option “--nosuch”'],
    [['--quite'], 'unknown option “--quite”\n  did you mean “--quiet”?'],
    [['export', 'actors', '--as', 'pdf'], '“--as” does not take “pdf”\n  one of xlsx, csv'],
    [['propose', 'claims'], '“propose” does not take “claims”\n  did you mean “claim”?'],
    [['rename', 'section:outlook', 'b'], 'section:outlook is a heading of a template, and no record'],
    [['build', '--out'], '“--out” needs a value'],
    [['build', '--out', '/elsewhere', '--csl', 'nosuch.csl'], '“/elsewhere” lies outside the project'],
    [['build', '--out', '../elsewhere', '-f', 'md'], 'lies outside the project'],
    [['build', '--issue', 'A B'], '“A B” is no name for an issue'],
    [['check', '--texts', '../texts'], '“../texts” lies outside the project'],
    [['check', '--output-file', '../outside'], '“../outside” lies outside the project'],
    [['check', '--output-file', 'out/../corpus/actors.yaml'], 'is where the project’s own files are'],
    [['check', '--output-file', './texts/'], 'is where the project’s own files are'],
    [['check', '--select', 'passage-match'], 'there is no rule “passage-match”\n  did you mean “passage-matches”?'],
    [['list', 'judgement'], '“judgement” is no kind\n  did you mean “judgments”?'],
    [['show', 'toll-stay'], 'there is no record “toll-stay”\n  did you mean “toll-stays”?'],
    [['trace'], 'trace needs <id>'],
    [['-C', 'nowhere', 'build'], 'there is no folder “nowhere”'],
    [['explain', 'feild-exists'], 'did you mean “field-exists”?'],
    [['explain', 'clam.gist'], 'did you mean “claim.gist”?'],
    [['explain', 'history.status'], 'it is a field: briefpack explain measure.history.status'],
    [['init'], 'is not empty'],
  ])('2: %j', async (words, message) => {
    const { code, out, err } = await run(temporaryFolder('minimal'), words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`briefpack: `)
    expect(err).toContain(message)
  })

  test('3: one pack fails, the other is written', async () => {
    const folder = temporaryFolder('minimal')
    const pack = readFileSync(join(folder, 'corpus/packs/report.yaml'), 'utf8')
    writeFileSync(join(folder, 'corpus/packs/second.yaml'), pack.replace('sections: [report]', 'sections: [reprot]'))
    const { code, out, err } = await run(folder, ['build', '-f', 'md'])
    expect([code, out]).toEqual([3, 'out/report.md\n'])
    expect(err).toContain('✖ second  not written')
  })

  test('0, or 3 where it is to be strict: nothing was found, and not everything could be checked', async () => {
    const folder = temporaryFolder('minimal')
    const source = join(folder, 'corpus/sources/quay-2003.yaml')
    writeFileSync(source, `${readFileSync(source, 'utf8')}    quote: had feared a rise\n`)
    const lock = join(folder, 'corpus/evidence.lock.json')
    expect((await run(folder, ['check', '--strict', '--update-lock', '-q'])).code).toBe(0)
    rmSync(join(folder, 'texts'), { recursive: true })
    const locked = await run(folder, ['check', '--strict'])
    expect([locked.code, locked.err]).toEqual([0, expect.stringContaining('; 1 quotation: 1 by the lock\n')])
    expect((await run(folder, ['build', '-f', 'md', '--strict', '--out', 'locked'])).code).toBe(0)
    // A lock from before the quotation.
    const { quoted: _, ...rest } = JSON.parse(readFileSync(lock, 'utf8')) as Record<string, unknown>
    writeFileSync(lock, JSON.stringify(rest))
    const [lax, quiet, strict, json, build, strictBuild] = await Promise.all([
      run(folder, ['check']),
      run(folder, ['check', '-q']),
      run(folder, ['check', '--strict', '--output-format', 'junit']),
      run(folder, ['check', '--output-format', 'json', '--output-file', 'out/findings.json', '-q']),
      run(folder, ['build', '-f', 'md', '-q', '--out', 'lax']),
      run(folder, ['build', '-f', 'md', '--strict', '--out', 'strict']),
    ])
    const sentence =
      /^! 1 of 1 quotation could not be checked: no text, and the lock does not know them: quay-2003; `briefpack check --update-lock`, where the texts are, writes what stands for them$/m
    expect([lax.code, lax.err]).toEqual([0, expect.stringMatching(sentence)])
    expect(lax.err).toMatch(
      /^! nothing found in \d+ files\n {2}2 passages: 2 by the lock; 2 claims: 2 agreed; 1 quotation: 1 not checked$/m,
    )
    expect([quiet.code, quiet.err]).toEqual([0, expect.stringMatching(sentence)])
    expect([strict.code, strict.out]).toEqual([3, expect.stringContaining('<error type="could-not-check" message="')])
    expect([json.code, json.out]).toEqual([0, 'out/findings.json\n'])
    expect(JSON.parse(readFileSync(join(folder, 'out/findings.json'), 'utf8'))).toMatchObject({ complete: false })
    expect(build).toMatchObject({ code: 0, out: 'lax/report.md\n', err: expect.stringMatching(sentence) })
    expect(strictBuild).toMatchObject({ code: 1, out: '', err: expect.stringContaining('✖ report  not written') })
    expect(strictBuild.err).toMatch(sentence)
  })

  test('what could not be told with its text at hand is told as that without it, and how to settle it', async () => {
    const folder = temporaryFolder('minimal')
    const source = join(folder, 'corpus/sources/quay-2003.yaml')
    const gist = 'Что известно и кто это сказал, не скрывается.'
    writeFileSync(source, readFileSync(source, 'utf8').replace(/gist: .*/, `gist: ${gist}`))
    const doubt = /^! 1 of 2 claims could not be told: .*(“.*”\); say them in more of its words, or declare .*)$/m
    const desk = await run(folder, ['check', '--strict', '--update-lock'])
    expect([desk.code, desk.err]).toEqual([3, expect.stringMatching(doubt)])
    rmSync(join(folder, 'texts'), { recursive: true })
    const clone = await run(folder, ['check', '--strict'])
    expect([clone.code, doubt.exec(clone.err)?.[0]]).toEqual([3, doubt.exec(desk.err)![0]])
    expect(clone.err).not.toContain('no text')
  })

  test('what was not asked for is said; what hides everything else is told and counts all the same', async () => {
    const folder = spoilt(fault)
    const pack = join(folder, 'corpus/packs/report.yaml')
    writeFileSync(pack, `${readFileSync(pack, 'utf8')}rules: {no-such-rule: warning}\n`)
    const [selected, ignored, empty] = await Promise.all([
      run(folder, ['check', '--select', 'passage-matches']),
      run(folder, ['check', '--ignore', 'field-is-known,level-is-allowed', '--output-format', 'github']),
      run(temporaryFolder(), ['check', '--select', 'passage-matches']),
    ])
    expect([selected.code, selected.err]).toEqual([1, expect.stringContaining('  error  field-is-known  ')])
    expect(selected.err).toContain('! not shown, because of --select, --ignore or --errors-only: 1 error\n')
    expect([ignored.code, ignored.err]).toEqual([0, expect.stringMatching(/^! nothing found in /)])
    expect(ignored.out.split('\n')).toEqual([
      '::notice title=briefpack check::records with errors of form or reference could not be checked further, in 1 file: corpus/actors.yaml',
      '::notice title=briefpack check::not shown, because of --select, --ignore or --errors-only: 2 errors',
      '',
    ])
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('there is no corpus here')])
  })

  test('errors come before warnings, and warnings can be left out', async () => {
    const folder = spoilt(fault)
    mkdirSync(join(folder, 'corpus/sources'), { recursive: true })
    writeFileSync(join(folder, 'corpus/sources/aaa-2001.yaml'), 'type: book\ntitle: A\nissued: "2001"\nheld: false\n')
    const [all, errors, both] = await Promise.all([
      run(folder, ['check', '--output-format', 'json']),
      run(folder, ['check', '--errors-only']),
      run(folder, ['check', '--errors-only', '--strict']),
    ])
    const levels = (JSON.parse(all.out).findings as { severity: string }[]).map(({ severity }) => severity)
    expect(levels).toEqual([...levels].sort())
    expect(new Set(levels)).toEqual(new Set(['error', 'warning']))
    expect(errors.err).toMatch(/ {2}error {2}/)
    expect(errors.err).not.toMatch(/ {2}warning {2}/)
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('under --strict warnings count')])
  })

  test('what is waived is told, and does not count', async () => {
    const folder = temporaryFolder('minimal')
    const source = join(folder, 'corpus/sources/quay-2003.yaml')
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace('{para: 3, start: "The toll at"', '{para: 3, start: "The tool at"'),
    )
    const pack = join(folder, 'corpus/packs/report.yaml')
    const waiver =
      '{rule: passage-matches, at: "claim:toll-stays", why: "Being read again.", by: R. Ames, until: "2099"}'
    writeFileSync(pack, `${readFileSync(pack, 'utf8')}waivers: [${waiver}]\n`)
    // The second run answers from what the first one left.
    for (const words of [['check'], ['check']]) {
      const { code, err } = await run(folder, words)
      expect([code, err]).toEqual([
        0,
        expect.stringMatching(/^ {2}waived {2}corpus\/sources\/quay-2003\.yaml:\d+:\d+ {2}passage-matches {2}/m),
      ])
      expect(err).toContain('   waived in report until 2099 by R. Ames: Being read again.\n')
    }
  })

  test('75: what was printed into a full disk is not all there', () => {
    if (!existsSync('/dev/full')) return console.warn('no /dev/full here: not tried')
    for (const words of ['list actors >', 'check --no-cache 2>']) {
      const { status } = spawnSync('sh', ['-c', `node dist/cli/main.js -C test/cases/minimal ${words} /dev/full`])
      expect(status).toBe(75)
    }
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while a file is written: %i, and the old files only', async (signal, code) => {
    const folder = temporaryFolder('minimal')
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out/report.md'), 'the last good one')
    const slow = join(temporaryFolder(), 'slow.mjs')
    writeFileSync(
      slow,
      patchedOpen(`process.stderr.write('writing'), await new Promise((done) => setTimeout(done, 600_000))`),
    )
    const child = start(folder, ['build', '-f', 'md'], { NODE_OPTIONS: `--import=${slow}` })
    child.stderr!.on('data', (chunk: Buffer) => String(chunk).includes('writing') && child.kill(signal))
    const ran = await finished(child)
    expect(ran.code).toBe(code)
    expect(ran.err).toContain('nothing is half-written')
    expect(filesBelow(join(folder, 'out'))).toEqual(['report.md'])
    expect(readFileSync(join(folder, 'out/report.md'), 'utf8')).toBe('the last good one')
  })

  test('75: a full disk, or a quota that is used up, leaves the old files', async () => {
    const folder = temporaryFolder('minimal')
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out/report.md'), 'the last good one')
    const full = join(temporaryFolder(), 'full.mjs')
    writeFileSync(
      full,
      patchedOpen(
        `const code = 'Unknown system error -122'; if (files > 1) throw Object.assign(new Error(code + ', open'), { code, errno: -122 })`,
      ),
    )
    const { code, err } = await runProcess(folder, ['build', '-f', 'md,html'], { NODE_OPTIONS: `--import=${full}` })
    expect(code).toBe(75)
    expect(err).toContain('EDQUOT: the quota of the disk is used up, open')
    expect(filesBelow(join(folder, 'out'))).toEqual(['report.md'])
    expect(readFileSync(join(folder, 'out/report.md'), 'utf8')).toBe('the last good one')
  })

  test('70: our bug says so, with the stack', async () => {
    const broken = join(temporaryFolder(), 'broken.mjs')
    writeFileSync(broken, `process.stdout.write = () => { throw new RangeError('broken on purpose') }`)
    const { code, err } = await runProcess('test/cases/minimal', ['list', 'actors'], {
      NODE_OPTIONS: `--import=${broken}`,
    })
    expect(code).toBe(70)
    expect(err).toMatch(/the fault is ours\. Please report this:\nRangeError: broken on purpose\n +at /)
  })
})

/** A module that, loaded first, puts something in the way of writing the `files`-th file. */
function patchedOpen(instead: string): string {
  return `
    import fs from 'node:fs/promises'
    import { syncBuiltinESMExports } from 'node:module'
    const open = fs.open
    let files = 0
    fs.open = async (...given) => {
      const file = await open(...given)
      const write = file.writeFile.bind(file)
      files += 1
      file.writeFile = async (...bytes) => {
        ${instead}
        return write(...bytes)
      }
      return file
    }
    syncBuiltinESMExports()`
}

describe.concurrent('terminals and pipes', () => {
  test('colour only where it is asked for', async () => {
    const sequence = String.fromCharCode(27)
    const words = ['list', 'actors', '--color']
    const [auto, never, always, forced] = await Promise.all([
      run('test/cases/minimal', ['list', 'actors']),
      run('test/cases/minimal', [...words, 'never'], { FORCE_COLOR: '1' }),
      run('test/cases/minimal', [...words, 'always'], { NO_COLOR: '1' }),
      run('test/cases/minimal', ['list', 'actors'], { FORCE_COLOR: '1' }),
    ])
    expect(auto.out).not.toContain(sequence)
    expect(never.out).toBe(auto.out)
    expect(always.out).toContain(sequence)
    expect(forced.out).toBe(always.out)
    expect(always.out.replaceAll(new RegExp(`${sequence}\\[\\d+m`, 'g'), '')).toBe(auto.out)
  })

  test('a reader that stops early is no error', () => {
    const { stderr, status } = spawnSync('sh', [
      '-c',
      `node dist/cli/main.js explain | head -1; node dist/cli/main.js -C test/cases/minimal list claims | true`,
    ])
    expect([stderr.toString(), status]).toEqual(['', 0])
    const folder = spoilt(fault)
    const check = `node dist/cli/main.js -C ${folder} check --output-format json`
    const { stdout } = spawnSync('bash', ['-c', `${check} | head -1; echo \${PIPESTATUS[0]}`])
    expect(stdout.toString()).toBe('{\n1\n')
  })

  test('a project below the root of a repository has its files named from the root, for those who show repositories', async () => {
    const repository = temporaryFolder()
    mkdirSync(join(repository, '.git'))
    cpSync(spoilt(fault), join(repository, 'packs/one'), { recursive: true })
    const words = ['-C', join(repository, 'packs/one'), 'check', '--output-format']
    const [github, json] = await Promise.all([run('/', [...words, 'github']), run('/', [...words, 'json'])])
    expect(github.out).toContain('::error file=packs/one/corpus/actors.yaml,line=1,')
    expect(JSON.parse(json.out).findings[0].file).toBe('corpus/actors.yaml')
  })

  test('nothing in a file steers the terminal', async () => {
    const folder = spoilt({ 'corpus/actors.yaml': '- {id: "a\\e[31m\\u202E", kind: person, name: N}\n' })
    writeFileSync(join(folder, 'corpus', `a\nb${String.fromCharCode(27)}[2J.yaml`), '')
    const { code, err } = await run(folder, ['check'])
    expect(code).toBe(1)
    expect(err).toContain('corpus/a\uFFFDb\uFFFD[2J.yaml')
    expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u)
  })
})

describe.concurrent('commands', () => {
  test('init gives a project that has no findings and builds; trace, show, list and impact read it', async () => {
    const parent = temporaryFolder()
    expect((await run(parent, ['init', 'mine', '--example'])).out.trim()).toBe(join(parent, 'mine'))
    const folder = join(parent, 'mine')
    expect(filesBelow(join(folder, '.briefpack/schema'))).toHaveLength(13)
    const [check, build, list, show, trace] = await Promise.all([
      run(folder, ['check', '--strict']),
      run(folder, ['build', 'alder-water', '-f', 'md', '--issue', '2021-07', '-q']),
      run(folder, ['list', 'judgments']),
      run(folder, ['show', 'fields-fed-wells']),
      run(folder, ['trace', 'fields-fed-wells']),
    ])
    expect([check.code, check.out, check.err]).toEqual([
      0,
      '',
      expect.stringMatching(
        /^✔ nothing found in \d+ files\n {2}\d+ passages: \d+ found in the texts; \d+ claims: \d+ agreed, \d+ declared; \d+ quotations?.*\n$/,
      ),
    ])
    expect(build).toMatchObject({ code: 0, err: '' })
    expect(build.out.split('\n')).toContain('corpus/issues/2021-07.json')
    expect(list.out).toMatch(/^fields-fed-wells +corpus\/judgments\.yaml:1:3 +There is a/m)
    expect(show.out).toMatch(/the evidence carries at most \w+ confidence/)
    expect(trace.out).toMatch(
      /rests on\n +for +claim:fields-blamed [\s\S]*para\. 5: “The health office … from the fields\.” {2}ok[\s\S]*printed in\n/,
    )
    const issue = JSON.parse(readFileSync(join(folder, 'corpus/issues/2021-07.json'), 'utf8'))
    expect(issue).toMatchObject({ name: '2021-07', pack: 'alder-water' })
    expect(Object.keys(issue.judgments).length).toBeGreaterThan(0)
    const again = await run(folder, ['build', 'alder-water', '-f', 'md', '--issue', '2021-07'])
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('there is an issue “2021-07” already') })
  })

  test('impact says what an edit since the commit puts in doubt', async () => {
    const folder = temporaryFolder('minimal')
    const git = (...words: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { cwd: folder })
    git('init')
    git('add', '.')
    git('commit', '-m', 'x')
    expect(await run(folder, ['impact', '--since', 'HEAD~9'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('git knows no commit “HEAD~9” here'),
    })
    const source = join(folder, 'corpus/sources/quay-2003.yaml')
    writeFileSync(source, readFileSync(source, 'utf8').replace('grade: B', 'grade: D'))
    const { code, out } = await run(folder, ['impact'])
    expect(code).toBe(0)
    expect(out).toContain('edited    source:quay-2003\n          reliability.grade: “B” → “D”\n')
    expect(out).toContain('in doubt  claim:toll-stays')
    expect(out).toMatch(/because it rests on source:quay-2003: reliability\.grade/)
  })

  test('trace of a section lists what it prints', async () => {
    const folder = temporaryFolder('minimal')
    const { code, out } = await run(folder, ['trace', 'section:report'])
    expect(code).toBe(0)
    expect(out).toMatch(/^section report of report\n\nprints\n/)
    expect(out).toMatch(/^ {2}claim:toll-stays {2}The harbour master/m)
    expect(await run(folder, ['trace', 'section:reprot'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('report'),
    })
  })

  test('check --fix writes the new paragraph of a moved passage, and keeps comments, layout, line ends and the mark', async () => {
    const folder = temporaryFolder('minimal')
    const path = join(folder, 'corpus/sources/quay-2003.yaml')
    const moved = `\uFEFF${readFileSync(path, 'utf8').replace('{para: 3, start:', '{para:   1, start:').replaceAll('\n', '\r\n')}# the end\r\n`
    writeFileSync(path, moved)
    const { code, err } = await run(folder, ['check', '--fix'])
    expect(err).toMatch(/^fixed {2}corpus\/sources\/quay-2003\.yaml:\d+:\d+ {2}passage-is-in-place {2}1 → 3\n/)
    expect(code).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(moved.replace('{para:   1,', '{para:   3,'))
  })

  test('a passage without a digest holds by its words; the lock knows it, tells when the text changes, and check --fix fills it in', async () => {
    const folder = temporaryFolder('minimal')
    const path = join(folder, 'corpus/sources/quay-2003.yaml')
    const whole = readFileSync(path, 'utf8')
    const bare = whole
      .replaceAll(/, sha256: n2:[0-9a-f]{64}(?=\})/g, '')
      .replace('passages:', '# by hand\n    passages:')
    expect(bare.length).toBeLessThan(whole.length)
    writeFileSync(path, bare)
    expect(await run(folder, ['check', '--update-lock'])).toMatchObject({ code: 0 })
    const text = join(folder, 'texts/quay-2003.txt')
    const words = readFileSync(text, 'utf8')
    rmSync(text)
    expect(await run(folder, ['check', '--strict'])).toMatchObject({ code: 0 })
    writeFileSync(text, words.replace('on 12 May.', 'indeed on 12 May.'))
    expect((await run(folder, ['check'])).err).toContain('the passage reads differently now')
    writeFileSync(text, words)
    const { code, err } = await run(folder, ['check', '--fix'])
    expect(err).toMatch(
      /^fixed {2}corpus\/sources\/quay-2003\.yaml:\d+:\d+ {2}passage-matches {2}no digest → n2:[0-9a-f]{64}\n/,
    )
    expect(code).toBe(0)
    const filled = readFileSync(path, 'utf8').replaceAll(/"(n2:[0-9a-f]{64})"/g, '$1')
    expect(filled).toBe(whole.replace('passages:', '# by hand\n    passages:'))
  })

  test('digests of the older normalisation hold, and --update-lock and --fix renew them', async () => {
    const folder = temporaryFolder('minimal')
    const path = join(folder, 'corpus/sources/quay-2003.yaml')
    const lock = join(folder, 'corpus/evidence.lock.json')
    const renewed = readFileSync(path, 'utf8')
    const digest = '5ecad54bf09cb6fe2c76466b21049cef2b453e620af6cbfc94f2153962503e0e'
    const older = renewed
      .replaceAll('n2:', '')
      .replace(/sha256: "[0-9a-f]{64}"/, `sha256: ${digest}`)
      .replace('normalisation: n2', 'normalisation: n1')
    for (const flag of ['--update-lock', '--fix']) {
      writeFileSync(path, older)
      writeFileSync(lock, readFileSync(lock, 'utf8').replaceAll('n2:', '').replace('"n2"', '"n1"'))
      expect(await run(folder, ['check', '--strict', '-q'])).toMatchObject({ code: 0, out: '' })
      expect(readFileSync(path, 'utf8')).toBe(older)
      expect(await run(folder, ['check', flag, '-q'])).toMatchObject({ code: 0 })
      expect(readFileSync(path, 'utf8')).toBe(renewed)
    }
  })

  test('nothing is read or written through a link that leads out', async () => {
    const folder = temporaryFolder('minimal')
    const outside = temporaryFolder()
    symlinkSync(outside, join(folder, 'out'))
    const { code, err } = await run(folder, ['build', '-f', 'md'])
    expect([code, err]).toEqual([2, 'briefpack: “out/report.md” leads out of the project through a symbolic link\n'])
    expect(filesBelow(outside)).toEqual([])
  })

  test('files that cannot be read as they are have one finding each', async () => {
    const folder = temporaryFolder('minimal')
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'secret.yaml'), '- {id: secret, kind: person, name: Secret}\n')
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'corpus/threats.yaml'))
    writeFileSync(join(folder, 'corpus/actors.yaml'), Buffer.from('- {id: sorley, name: "caf\xe9"}\n', 'latin1'))
    writeFileSync(join(folder, 'corpus/events.yaml'), 'a: &a [x, x]\nb: [*a, *a]\n')
    const { code, err } = await run(folder, ['check'])
    expect(code).toBe(1)
    const heads = err.split('\n').filter((line) => /^\S+ {2}(error|warning) {2}/.test(line))
    expect(heads).toEqual([
      'corpus/actors.yaml:1:26  error  text-is-clean  the file is not UTF-8 text from here on',
      'corpus/events.yaml:2:5  error  yaml-is-valid  “*a” repeats data by its name, which is not read',
      'corpus/threats.yaml  error  path-is-inside  “corpus/threats.yaml” leads out of the project through a symbolic link',
    ])
  })
})

test('theme lists the themes of a project, and writes a specimen of a sound one', async () => {
  const folder = temporaryFolder('minimal')
  mkdirSync(join(folder, 'templates/themes'), { recursive: true })
  writeFileSync(join(folder, 'templates/themes/house.yaml'), 'colours: {accent: "#7a1f2b"}\n')
  writeFileSync(join(folder, 'templates/themes/bad.yaml'), 'colours: {acent: "#7a1f2b"}\n')
  expect((await run(folder, ['theme'])).out).toBe('default\nbad\nhouse\n')
  expect(await run(folder, ['theme', 'house'])).toMatchObject({ code: 0, out: 'out/house.specimen.pdf\n' })
  expect(readFileSync(join(folder, 'out/house.specimen.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  const bad = await run(folder, ['theme', 'bad'])
  expect(bad.code).toBe(1)
  expect(bad.err).toContain('did you mean “accent”?')
  expect(existsSync(join(folder, 'out/bad.specimen.pdf'))).toBe(false)
  const unknown = await run(folder, ['theme', '../hous'])
  expect([unknown.code, unknown.err.includes('there is no theme “../hous”')]).toEqual([2, true])
})
