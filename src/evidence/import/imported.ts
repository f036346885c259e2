import type { WorkName } from '../../corpus/index.ts'

/** Programs and accounts, which fill in who wrote a file where nobody did. */
const programs =
  /^(?:python-docx|docx4j|apache poi|openpyxl|pandoc|phpword|aspose.*|libreoffice.*|openoffice.*|microsoft (?:office|word).*|google docs.*|wkhtmltopdf.*|(?:pdf|xe|lua)?(?:la)?tex.*|adobe .*|acrobat .*|indesign.*|calibre.*|windows[- ]user|user|admin(?:istrator)?|unknown|author|owner)$/i

/** The author that the properties of a file name, but for programs. */
export const authorOf = (name: string | undefined): ImportedText['described'] => {
  const literal = name?.trim() ?? ''
  return literal === '' || programs.test(literal) ? {} : { author: [{ literal }] }
}

/** What a file gives: its text, and what it says of itself. */
export interface ImportedText {
  /** One string each, without line breaks. */
  readonly paragraphs: readonly string[]
  /** The label of the page that each paragraph begins on, where there are pages. */
  readonly pages?: readonly string[]
  /** Data of the work as the file states them, under CSL names; `made` is when the file was made, which is no date of issue. */
  readonly described: {
    readonly title?: string
    readonly author?: readonly WorkName[]
    readonly 'container-title'?: string
    readonly publisher?: string
    readonly issued?: string
    readonly URL?: string
    readonly DOI?: string
    readonly language?: string
    readonly made?: string
  }
  /** What a person should know, in sentences without a full stop. */
  readonly notes: readonly string[]
}
