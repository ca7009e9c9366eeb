import * as markdown from './markdown.ts'

/** What a document that is read consists of, whatever it is written as. All text is plain: each writer escapes it. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  /** What somebody said. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly DocumentColumn[]
      readonly rows: readonly (readonly string[])[]
    }

export interface DocumentColumn {
  readonly title: string
  /** Numbers stand at the right. */
  readonly align?: 'right'
}

/** The document as Markdown. */
export function markdownDocument(blocks: readonly DocumentBlock[]): string {
  return markdown.joinBlocks(blocks.map(markdownBlock))
}

function markdownBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return markdown.heading(block.level, block.text)
    case 'paragraph':
      return markdown.paragraph(block.text)
    case 'labelled':
      return markdown.labelled(block.label, block.text)
    case 'quote':
      return markdown.blockQuote(block.text)
    case 'bullets':
      return markdown.bullets(block.items)
    case 'table':
      return markdown.table(block.columns, block.rows)
  }
}
