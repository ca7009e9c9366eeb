import { memoName, withoutLinks } from '../domain/memo.ts'
import type { ExportLanguage, ExportOptions } from './export-document.ts'
import { blockQuote, heading, joinBlocks, labelled, paragraph } from './markdown.ts'
import { writeCount } from './written-number.ts'

/** A memo as the document writes it. */
export interface WrittenMemo {
  readonly title: string
  /** Markdown, kept as it is but for its links, which lead nowhere outside the study. */
  readonly body: string
  readonly subject: { readonly kind: keyof MemoWords['kinds'] }
  readonly about: {
    readonly name: string
    readonly passage: { readonly words: string; readonly transcript: string; readonly turn: number } | null
  }
  readonly coder: string | null
  readonly round: string | null
  readonly updatedAt: string
  readonly codes: readonly { readonly path: string }[]
}

export interface MemoDocumentInput {
  /** The study's title. */
  readonly study: string
  readonly memos: readonly WrittenMemo[]
}

interface MemoWords {
  readonly title: (study: string) => string
  readonly summary: (memos: number) => string
  readonly about: string
  readonly by: string
  readonly codes: string
  readonly written: string
  readonly place: (transcript: string, turn: number) => string
  readonly kinds: Readonly<
    Record<
      'study' | 'participant' | 'transcript' | 'passage' | 'segment' | 'code' | 'coding' | 'mismatch' | 'quality_issue',
      string
    >
  >
}

/** What the document says in its own words, in one language. */
const memoWords: Readonly<Record<ExportLanguage, MemoWords>> = {
  en: {
    title: (study) => `Memos: ${study}`,
    summary: (memos) => `${writeCount(memos, ['memo', 'memos'], 'en')}.`,
    about: 'About:',
    by: 'By:',
    codes: 'Filed under:',
    written: 'Last changed:',
    place: (transcript, turn) => `${transcript}, turn ${turn}`,
    kinds: {
      study: 'the study',
      participant: 'participant',
      transcript: 'transcript',
      passage: 'passage',
      segment: 'segment',
      code: 'code',
      coding: 'coding',
      mismatch: 'mismatch',
      quality_issue: 'quality issue',
    },
  },
  fr: {
    title: (study) => `Mémos\u00A0: ${study}`,
    summary: (memos) => `${writeCount(memos, ['mémo', 'mémos'], 'fr')}.`,
    about: 'Au sujet de\u00A0:',
    by: 'Par\u00A0:',
    codes: 'Classé sous\u00A0:',
    written: 'Dernière modification\u00A0:',
    place: (transcript, turn) => `${transcript}, tour de parole ${turn}`,
    kinds: {
      study: 'l’étude',
      participant: 'participant',
      transcript: 'transcription',
      passage: 'passage',
      segment: 'segment',
      code: 'code',
      coding: 'codage',
      mismatch: 'discordance',
      quality_issue: 'problème de qualité',
    },
  },
}

/** The memos in one Markdown file, each under a heading of its own. */
export function memoDocument(
  { study, memos }: MemoDocumentInput,
  { language }: ExportOptions,
): { readonly name: string; readonly text: string } {
  const words = memoWords[language]
  const blocks = memos.flatMap((memo) => {
    const { title, body, subject, about, coder, round, updatedAt, codes } = memo
    const { passage } = about
    const what = [words.kinds[subject.kind], about.name].filter((text) => text !== '').join(' ')
    const place = passage === null ? '' : words.place(passage.transcript, passage.turn)
    return [
      heading(2, memoName({ title, body })),
      [
        labelled(words.about, [what, place].filter((text) => text !== '').join(', ')),
        ...(coder === null ? [] : [labelled(words.by, [coder, round ?? ''].filter(Boolean).join(', '))]),
        labelled(words.written, updatedAt.slice(0, 10)),
        ...(codes.length === 0 ? [] : [labelled(words.codes, codes.map(({ path }) => path).join('; '))]),
      ].join('  \n'),
      ...(passage === null ? [] : [blockQuote(passage.words)]),
      ...(body.trim() === '' ? [] : [lowerHeadings(withoutLinks(body))]),
    ]
  })
  const title = heading(1, words.title(study))
  return { name: 'memos.md', text: joinBlocks([title, paragraph(words.summary(memos.length)), ...blocks]) }
}

/** The body's own headings go below the memo's. */
function lowerHeadings(body: string): string {
  return body.replaceAll(/^(#{1,4})(?=\s)/gm, '$1##')
}
