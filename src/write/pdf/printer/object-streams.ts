/**
 * Object streams and the cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). pdfkit writes every dictionary as it is;
 * a tagged file has tens of thousands of them, so without this it is more than twice as large.
 */
import { unzlibSync } from 'fflate'
import { deflated, fieldOf } from '../../../core/index.ts'
import { PdfDocument, type Reference } from './pdfmake-internals.ts'

/** More objects make a smaller file, fewer make an object quicker to reach: readers decode a stream whole. */
const OBJECTS_PER_STREAM = 200

/** A pdfkit document that compresses with a zlib of its own, so that its bytes do not depend on Node's zlib, and packs its objects. */
export abstract class PackedDocument extends PdfDocument {
  // pdfkit makes references while its constructor runs, so these cannot be private fields of an instance under way.
  declare packing: Packing
  /** Whether the trailer names the document information of PDF 1.7. */
  hasInfo = true

  override ref(data: object = {}): Reference {
    const reference = super.ref(data)
    const write = reference.finalize.bind(reference)
    reference.finalize = () => {
      if (reference.buffer.length > 0) return writeStream(reference, write)
      this.packing ??= { waiting: [], places: new Map() }
      this.packing.waiting.push({ id: reference.id, body: capture(this, write) })
      if (this.packing.waiting.length >= OBJECTS_PER_STREAM) this.#flush()
    }
    return reference
  }

  /** Instead of the classic table: the objects that wait, then the cross-reference stream. */
  override _finalize(): void {
    // pdfkit calls this again whenever nothing is left to write, once it has been told to end.
    this._ended = false
    this.#flush()
    const start = this._offset
    const reference = super.ref({ Type: 'XRef' })
    Object.assign(reference.data, {
      Size: reference.id + 1,
      W: [1, 4, 2],
      Root: this._root,
      // PDF/A-4 has the metadata alone.
      ...(this.hasInfo && { Info: this._info }),
      ID: [this._id, this._id],
    })
    const write = reference.finalize.bind(reference)
    reference.write(this.#crossReferences(reference.id, start))
    writeStream(reference, write)
    this._write('startxref')
    this._write(String(start))
    this._write('%%EOF')
    this.push(null)
  }

  #flush(): void {
    const { waiting, places } = this.packing
    if (waiting.length === 0) return
    this.packing.waiting = []
    let head = ''
    let bodies = ''
    for (const { id, body } of waiting) {
      head += `${id} ${bodies.length} `
      bodies += `${body}\n`
    }
    const stream = super.ref({ Type: 'ObjStm', N: waiting.length, First: head.length })
    waiting.forEach(({ id }, index) => {
      places.set(id, { stream: stream.id, index })
    })
    const write = stream.finalize.bind(stream)
    stream.write(Buffer.from(head + bodies, 'latin1'))
    writeStream(stream, write)
  }

  #crossReferences(last: number, start: number): Uint8Array {
    const table = Buffer.alloc((last + 1) * 7)
    table.writeUInt16BE(65_535, 5)
    for (let id = 1; id <= last; id++) {
      const place = this.packing.places.get(id)
      table[id * 7] = place ? 2 : 1
      table.writeUInt32BE(place ? place.stream : id === last ? start : (this._offsets[id - 1] ?? 0), id * 7 + 1)
      table.writeUInt16BE(place ? place.index : 0, id * 7 + 5)
    }
    return table
  }
}

interface Packing {
  waiting: { id: number; body: string }[]
  readonly places: Map<number, { stream: number; index: number }>
}

function writeStream(reference: Reference, write: () => void): void {
  const bytes = Buffer.concat(reference.buffer as Uint8Array[])
  const plain = reference.compress ? bytes : isDeflatedByNode(reference) ? unzlibSync(bytes) : undefined
  if (plain) reference.buffer = [Buffer.from(deflated(plain, 6))]
  reference.compress = false
  write()
}

/** pdfkit takes the pixels of an image as they are (with a predictor), or unpacks them and packs them with Node's zlib. */
function isDeflatedByNode({ data }: Reference): boolean {
  const { Subtype, Filter, DecodeParms } = data
  const predictor = fieldOf(fieldOf(DecodeParms, 'data'), 'Predictor')
  return Subtype === 'Image' && Filter === 'FlateDecode' && predictor !== 15
}

/** What pdfkit would write of an object, without its `1 0 obj` and `endobj` lines. */
function capture(document: PackedDocument, write: () => void): string {
  const lines: string[] = []
  const plain = document._write
  document._write = (line) => {
    lines.push(String(line))
  }
  try {
    write()
  } finally {
    document._write = plain
  }
  return lines.slice(1, -1).join('\n')
}
