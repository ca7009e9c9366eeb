import type { RevisionId, TranscriptId } from '../../domain/ids.ts'
import type { RecordedChange, RecordedRow } from '../../db/journal-record.ts'
import type { OpenStudy } from '../study/open-study.ts'

/** The words that a row stood on before an action and stands on after it. */
export interface MovedWords {
  readonly before: string
  readonly after: string
  /** They are the same words: others before them in the text were corrected. */
  readonly isShift: boolean
}

/** What an action that moved spans moved them from and to, in words: each in the text as it was then. */
export class SpansInWords {
  readonly #study: OpenStudy
  readonly #action: number
  readonly #texts = new Map<TranscriptId, { readonly before: string; readonly after: string }>()

  constructor(study: OpenStudy, action: number) {
    this.#study = study
    this.#action = action
  }

  /** Null where the change, of a row that stands in this transcript, moved no span. */
  moved({ before, after }: RecordedChange, transcript: TranscriptId): MovedWords | null {
    if (before === null || after === null) return null
    if (before['start'] === after['start'] && before['end'] === after['end']) return null
    const texts = this.#textsOf(transcript)
    const words = { before: wordsAt(texts.before, before), after: wordsAt(texts.after, after) }
    return { ...words, isShift: words.before === words.after && texts.before !== texts.after }
  }

  #textsOf(id: TranscriptId): { readonly before: string; readonly after: string } {
    const known = this.#texts.get(id)
    if (known !== undefined) return known
    const { record, transcripts } = this.#study.read
    const text = (revision: RevisionId | null) => (revision === null ? '' : transcripts.text(revision))
    const [before, after] = [record.revisionBefore(id, this.#action), record.revisionBefore(id, this.#action + 1)]
    const texts = { before: text(before), after: text(after) }
    this.#texts.set(id, texts)
    return texts
  }
}

function wordsAt(text: string, { start, end }: RecordedRow): string {
  return typeof start === 'number' && typeof end === 'number' ? text.slice(start, end) : ''
}

/** Letters of a passage that are shown of its beginning and of its end, where it is longer than both. */
const SHOWN = 60

/** A passage by its beginning and its end, whole words of each: what is moved of it is one of them. */
export function shortenedWords(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= 2 * SHOWN + 3) return line
  const head = line.slice(0, SHOWN).replace(/\s+\S*$/, '')
  const tail = line.slice(-SHOWN).replace(/^\S*\s+/, '')
  return `${head.replace(/[\uD800-\uDBFF]$/, '')} … ${tail.replace(/^[\uDC00-\uDFFF]/, '')}`
}
