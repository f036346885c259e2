/**
 * The PDF file: pdfkit's document through pdfmake's, with what a closed and conforming file needs. Nothing is opened by
 * path or URL; images come as bytes; names are in byte order; metadata claim PDF/UA-1 and PDF/A-2a (3a with files), or
 * PDF/UA-2 and PDF/A-4 (4f).
 */
import { must } from '../../../core/index.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import type { Attachment } from '../../writer.ts'
import type { DocDefinition } from '../definition.ts'
import type { EmbeddedFaces } from './faces.ts'
import { type Info, xmp } from './metadata.ts'
import { PackedDocument } from './object-streams.ts'
import type { PdfDocument, PdfImage, Reference } from './pdfmake-internals.ts'
import type { StructureTree } from './structure.ts'

export interface FileOptions {
  readonly definition: DocDefinition
  readonly attachments: readonly Attachment[]
  readonly fonts: Fonts
  /** The sRGB profile of the output intent. */
  readonly colourProfile: Uint8Array
  readonly isUa2: boolean
}

export class PdfFile extends PackedDocument {
  readonly #file: FileOptions
  #operators = ''
  structure: StructureTree | undefined
  faces: EmbeddedFaces | undefined

  constructor(file: FileOptions) {
    const { definition } = file
    const options = {
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: definition.language,
      autoFirstPage: false,
      info: infoOf(definition),
      font: null,
    }
    super(familiesOf(file.fonts), {}, {}, {}, options, null, () => false)
    this.#file = file
    this.hasInfo = !file.isUa2
    this._root.data.Names.data.Dests._compareKeys = byteOrder
    this._root.data.PageLabels = { Nums: [0, { S: 'D' }] }
    this.subset = file.attachments.length > 0 ? 3 : 2
  }

  /** A page's operators are put into bytes when it is done, not one by one; those of a form inside an SVG go into the form. */
  override addContent(operators: string): this {
    if (!('dictionary' in this.page)) super.addContent(operators)
    else this.#operators += `${operators}\n`
    return this
  }

  override flushPages(): void {
    if (this.#operators !== '') super.addContent(this.#operators.slice(0, -1))
    this.#operators = ''
    super.flushPages()
  }

  attach(): void {
    const { CreationDate } = this.info
    for (const { name, mediaType, description, bytes } of this.#file.attachments) {
      const options = { name, type: mediaType, description, relationship: 'Source', creationDate: CreationDate }
      this.file(Buffer.from(bytes), { ...options, modifiedDate: CreationDate })
    }
  }

  override addNamedEmbeddedFile(name: string, file: Reference): void {
    super.addNamedEmbeddedFile(name, file)
    must(this._root.data.Names.data.EmbeddedFiles)._compareKeys = byteOrder
  }

  /**
   * Embed the images of the definition, one after the other: pdfkit decodes some of them in the background, and the
   * order in which it is done with them must not show in the file.
   */
  async embedImages(): Promise<void> {
    for (const name of Object.keys(this.#file.definition.images)) {
      const { obj } = this.provideImage(name)
      while (this._offsets[obj.id - 1] === null) await new Promise((resolve) => setTimeout(resolve))
    }
  }

  /** An image is named by its key in the definition; pdfmake would take the name for a path. */
  override provideImage(name: string): PdfImage {
    const known = this._imageRegistry[name]
    if (known) return known
    const bytes = this.#file.definition.images[name]
    const image = bytes && this.openImage(Buffer.from(bytes))
    if (!image) throw new Error(`The definition has no image “${name}”`)
    image.embed(this)
    this._imageRegistry[name] = image
    return image
  }

  /** pdfkit would read any path it is given here, also from inside an SVG. */
  override openImage(source: unknown): ReturnType<PdfDocument['openImage']> {
    if (source instanceof Uint8Array) return super.openImage(source)
    if (typeof source === 'object' && source !== null && 'embed' in source) return super.openImage(source)
    throw new Error(`An image is not opened by name: “${String(source).slice(0, 60)}”`)
  }

  /** The font of text inside an SVG, by the name under which pdfkit finds it. */
  override getFontFile(family: string, bold: boolean, italic: boolean): string {
    return must(this.faces).named(this.#file.fonts, family, bold, italic)
  }

  override endMarkings(): void {
    this.structure?.write()
    super.endMarkings()
  }

  override endSubset(): void {
    const profile = this.ref({ N: 3 })
    profile.end(Buffer.from(this.#file.colourProfile))
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: new String('sRGB IEC61966-2.1'),
      OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    })
    intent.end()
    this._root.data.OutputIntents = [intent]
  }

  override _addInfo(): void {
    const { attachments, definition, isUa2 } = this.#file
    this.appendXML(xmp(infoOf(definition), { isUa2, attaches: attachments.length > 0 }, definition.language))
  }
}

function infoOf({ info }: DocDefinition): Info {
  const date = new Date(info.date)
  return {
    Title: info.title,
    Author: info.author,
    Subject: info.subject,
    Keywords: info.keywords,
    Creator: 'briefpack',
    Producer: 'briefpack (pdfmake)',
    CreationDate: date,
    ModDate: date,
  }
}

/** Names are sorted as bytes (ISO 32000-1, 7.9.6), not as the process's locale sorts words. */
const byteOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** pdfmake looks a family up by name before it asks for its file. */
function familiesOf({ faces, theme }: Fonts): Record<string, object> {
  return Object.fromEntries([...faces.map(({ family }) => family), theme.heading, 'Roboto'].map((name) => [name, {}]))
}
