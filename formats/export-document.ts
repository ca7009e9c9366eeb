/** The languages exported documents are written in. Words of the study stay in the language they were written in. */
export type ExportLanguage = 'en' | 'fr'

export interface ExportOptions {
  readonly language: ExportLanguage
}

/**
 * A document to be written, whole. The same input gives the same text: no dates, no random ids, lines end in LF and so
 * does the text. It is meant to be written as UTF-8.
 */
export interface ExportDocument {
  /** A file name without a folder, the same in every language. */
  readonly name: string
  readonly text: string
  /** What the file holds, said to the researcher in their language before it is written. */
  readonly contains: string
  /** Whether participants' own words are in it. */
  readonly quotes: boolean
}
