import { readFiles } from './golden.ts'

interface Case {
  readonly files: ReadonlyMap<string, string>
  readonly formats: readonly string[]
  readonly draft: boolean
}

/** The case's own files over those of the case it extends, and the formats that it is held in. */
export function caseOf(name: string): Case {
  const own = readFiles(`test/cases/${name}`)
  const settings = own.get('case.json')
  own.delete('case.json')
  if (!settings) return { files: own, formats: ['md'], draft: false }
  type Settings = Partial<Case> & { readonly extends: string }
  const { extends: base, formats = ['md'], draft = false } = JSON.parse(settings) as Settings
  return { files: new Map([...caseOf(base).files, ...own]), formats, draft }
}
