import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  CodeActionKind,
  CompletionItemKind,
  type Connection,
  createConnection,
  DiagnosticSeverity,
  type InitializeParams,
  type Location,
  ProposedFeatures,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
  type TextEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { check } from '../../build.ts'
import { encode, entryOf, type Finding, grouped, type Host, Log, type Place } from '../../core/index.ts'
import type { Corpus } from '../../corpus/index.ts'
import { memoryCache } from '../cache/index.ts'
import { complete, definition, hover, idPlace, recordAt, references, renaming } from '../editor/index.ts'
import { openCorpus } from '../pipeline/project.ts'
import { diskHost } from './host.ts'
import { namingTexts } from './naming-texts.ts'

/** How long a person pauses before a check, in milliseconds. */
const pause = 300

/**
 * A language server for the files of a project (LSP 3.17): completion, hover, definition, references and renaming of ids,
 * the findings of `check`, and corrections. What is open in the editor stands for what is on the disk.
 */
export function serve(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, folder: string): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  )
  const documents = new TextDocuments(TextDocument)
  let root = folder
  let host = shadowed(diskHost(root), documents, root)
  let corpus: Promise<Corpus> | undefined
  let last: Corpus | undefined
  const cache = memoryCache()
  const findings = new Map<string, readonly Finding[]>()
  const current = (): Promise<Corpus> => {
    const opened = corpus ?? openCorpus(host, new Log(), cache)
    corpus = opened
    void opened.then((it) => {
      if (corpus === opened) last = it
    })
    return opened
  }
  /** For what a person waits for as they type: the records as they were last read, while they are read anew. */
  const recent = async (): Promise<Corpus> => {
    const now = current()
    return last ?? now
  }
  const fileOf = (uri: string) => relative(root, fileURLToPath(uri)).split(sep).join('/')
  const uriOf = (file: string) => pathToFileURL(join(root, file)).href
  const locate = async (place: Place): Promise<Location> => ({ uri: uriOf(place.file), range: rangeOf(place) })
  const at = (uri: string) => ({ file: fileOf(uri), text: documents.get(uri)?.getText() ?? '' })
  const recordUnder = async ({ textDocument: { uri }, position }: TextDocumentPositionParams) => {
    const { file, text } = at(uri)
    const corpus = await current()
    return { corpus, found: recordAt(corpus, file, text, position) }
  }

  connection.onInitialize(({ workspaceFolders, rootUri }: InitializeParams) => {
    const uri = workspaceFolders?.[0]?.uri ?? rootUri
    if (uri?.startsWith('file:')) root = fileURLToPath(uri)
    host = shadowed(diskHost(root), documents, root)
    return {
      serverInfo: { name: 'briefpack' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: [' ', '[', '{', ',', '"'] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
    }
  })

  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const { file, text } = at(uri)
    const found = complete(await recent(), file, text, position)
    const range = found && {
      start: { line: position.line, character: found.from },
      end: { line: position.line, character: found.to },
    }
    return (found?.proposals ?? []).map(({ text: label, kind, detail, documentation }) => ({
      label,
      detail,
      documentation: { kind: 'markdown' as const, value: documentation },
      kind: {
        field: CompletionItemKind.Field,
        value: CompletionItemKind.EnumMember,
        record: CompletionItemKind.Reference,
      }[kind],
      textEdit: { range: range!, newText: kind === 'field' ? `${label}: ` : label },
    }))
  })

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const { file, text } = at(uri)
    const value = hover(await recent(), file, text, position, (claim) => stateOf(findings, claim))
    return value === undefined ? null : { contents: { kind: 'markdown' as const, value } }
  })

  connection.onDefinition(async (asked) => {
    const { corpus, found } = await recordUnder(asked)
    return found ? locate(definition(corpus, found.name)) : null
  })

  connection.onReferences(async (asked) => {
    const { corpus, found } = await recordUnder(asked)
    if (!found) return null
    const places = [
      ...references(corpus, found.name),
      ...(asked.context.includeDeclaration ? [definition(corpus, found.name)] : []),
    ]
    return Promise.all(places.map(locate))
  })

  connection.onPrepareRename(async (asked) => {
    const { corpus, found } = await recordUnder(asked)
    if (!found || !idPlace(corpus, found.name)) return null
    const { line } = asked.position
    return { start: { line, character: found.from }, end: { line, character: found.to } }
  })

  connection.onRenameRequest(async (asked) => {
    const { corpus, found } = await recordUnder(asked)
    if (!found || !idPlace(corpus, found.name) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(asked.newName)) return null
    const texts = await namingTexts(host)
    const changes: Record<string, TextEdit[]> = {}
    for (const [name, edits] of renaming(corpus, found.name, asked.newName, texts).edits) {
      const document = TextDocument.create(uriOf(name), 'yaml', 0, entryOf(texts, name))
      changes[uriOf(name)] = edits.map(({ from, to, text: newText }) => ({
        range: { start: document.positionAt(from), end: document.positionAt(to) },
        newText,
      }))
    }
    return { changes }
  })

  connection.onCodeAction(({ textDocument: { uri }, range }) =>
    (findings.get(fileOf(uri)) ?? [])
      .filter((it) => touches(rangeOf(placeOf(it)), range))
      .flatMap((finding) =>
        rightOnes(finding).map((right) => ({
          title: `Write “${right}”`,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(finding)],
          edit: { changes: { [uri]: [{ range: rangeOf(placeOf(finding)), newText: right }] } },
        })),
      ),
  )

  let timer: ReturnType<typeof setTimeout> | undefined
  let runs = 0
  const look = () => {
    corpus = undefined
    runs++
    clearTimeout(timer)
    timer = setTimeout(() => void tell(connection), pause)
  }
  const tell = async (to: Connection) => {
    const mine = ++runs
    const checked = await check(host, { cache })
    // Something was typed meanwhile: another check is on its way.
    if (mine !== runs) return
    const files = grouped(checked.findings, ({ file }) => file)
    for (const file of new Set([...findings.keys(), ...files.keys()])) {
      const own = files.get(file) ?? []
      if (own.length > 0) findings.set(file, own)
      else findings.delete(file)
      await to.sendDiagnostics({ uri: uriOf(file), diagnostics: own.map(diagnosticOf) })
    }
  }
  documents.onDidChangeContent(look)
  connection.onDidChangeWatchedFiles(look)
  documents.listen(connection)
  connection.listen()
  return new Promise((done) => {
    connection.onExit(() => done())
    // An editor that is gone says nothing.
    input.on('close', () => done())
  })
}

/** The host, with the texts that are open in the editor in place of their files. */
function shadowed(host: Host, documents: TextDocuments<TextDocument>, root: string): Host {
  return {
    ...host,
    async read(path) {
      const open = documents.get(pathToFileURL(join(root, path)).href)
      return open ? encode(open.getText()) : host.read(path)
    },
  }
}

function placeOf({ file, line, column, place }: Finding): Place {
  if (place && 'start' in place) return { file, start: place.start as Place['start'], end: place.end as Place['end'] }
  return { file, ...(line ? { start: { line, column: column ?? 1 } } : {}) }
}

/** Lines and columns from 0; a place without an end is its first character. */
function rangeOf({ start = { line: 1, column: 1 }, end }: Place): Range {
  const from = { line: start.line - 1, character: start.column - 1 }
  return {
    start: from,
    end: end ? { line: end.line - 1, character: end.column - 1 } : { ...from, character: from.character + 1 },
  }
}

/** What would be right at the place of a finding: what its rule expects, or the nearest name there is. */
function rightOnes({ expected, note }: Finding): readonly string[] {
  const meant = /^did you mean “([^”]+)”\?/m.exec(note ?? '')?.[1]
  return expected?.length ? expected.slice(0, 5) : meant === undefined ? [] : [meant]
}

const touches = (one: Range, other: Range) => one.start.line <= other.end.line && other.start.line <= one.end.line

function diagnosticOf(finding: Finding) {
  return {
    range: rangeOf(placeOf(finding)),
    severity: finding.fatal ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'briefpack',
    code: finding.ruleId,
    message: [finding.reason, finding.note].filter(Boolean).join('\n'),
  }
}

/** What `check` found of a claim's passages, in a sentence. */
function stateOf(findings: ReadonlyMap<string, readonly Finding[]>, claim: string): string | undefined {
  const own = [...findings.values()].flat().filter((it) => it.subject === `claim:${claim}`)
  return own[0]?.reason ?? 'nothing found against it'
}
