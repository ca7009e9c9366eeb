import { draftsOf } from '../../domain/adjudication/segments.ts'
import { codebookOf, pathOf, PATH_SEPARATOR, type Codebook } from '../../domain/codebook/codebook.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { decide, type ScreeningForm } from '../../domain/screening.ts'
import type { Span } from '../../domain/span.ts'
import { saidWithin } from '../../domain/transcript.ts'
import type { ToldReading } from '../../formats/review/report.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { consolidatedForm, resultOf } from './item.ts'
import { lineOf } from './queue.ts'
import { formsOf, placeOf, type RoundReview, type ReviewedItem, type ReviewedTranscript } from './round-review.ts'

/** Letters of a segment that is told: it may hold many turns, and up to three items are about it. */
const LONGEST = 400

/** What each coder said of an item of one transcript, and what stands, in the words of the study. */
export class ReviewSides {
  readonly #study: OpenStudy
  readonly #round: RoundReview
  readonly #within: ReviewedTranscript
  readonly #codebook: Codebook
  readonly #text: string

  constructor(study: OpenStudy, round: RoundReview, within: ReviewedTranscript) {
    this.#study = study
    this.#round = round
    this.#within = within
    this.#codebook = codebookOf(study.read.codes.all())
    this.#text = study.read.transcripts.text(within.transcript.revisionId)
  }

  /** The words that an item is about, in one line: all that were coded, of a segment those it begins with. */
  words(item: ReviewedItem): string {
    const span = saidWithin(this.#within.turns, placeOf(item))
    return item.subject === 'coding' ? this.#lineOf(span) : lineOf(this.#text, span, LONGEST)
  }

  /** Empty where the coder said nothing there. */
  of(item: ReviewedItem, coderId: CoderId): readonly ToldReading[] {
    if (item.subject === 'coding') {
      return item.readings.filter((one) => one.coderId === coderId).map((reading) => this.#placed(reading))
    }
    const forms = formsOf(this.#within, item.segmentId)
    const drafts = item.subject === 'screening' ? forms : draftsOf({ forms, consolidated: 'included' })
    return this.#told(item.subject, drafts.find((one) => one.coderId === coderId)?.form ?? null)
  }

  /** What was decided, as it stands now. Empty: nothing. */
  standing(item: ReviewedItem): readonly ToldReading[] {
    if (item.subject === 'coding') return resultOf(this.#study, item).map((coding) => this.#placed(coding))
    return this.#told(item.subject, consolidatedForm(this.#study, this.#round, item.segmentId))
  }

  #told(subject: 'screening' | 'instance' | 'text', form: ScreeningForm | null): readonly ToldReading[] {
    if (form === null) return []
    switch (subject) {
      case 'screening': {
        const decision = decide(form.criteria)
        const because = decision.kind === 'excluded' ? [...decision.because] : []
        return [{ kind: 'decision', decision: decision.kind, because }]
      }
      case 'instance':
        return form.instances
          .map((code) => this.#path(code))
          .toSorted()
          .map((path) => ({ kind: 'code', path, words: '' }))
      case 'text':
        return (['quote', 'description', 'information'] as const).map((field) => ({
          kind: 'text',
          field,
          text: form[field].trim(),
        }))
    }
  }

  #placed({ codeId, ...span }: Span & { readonly codeId: CodeId }): ToldReading {
    return { kind: 'code', path: this.#path(codeId), words: this.#lineOf(span) }
  }

  #lineOf({ start, end }: Span): string {
    return this.#text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
  }

  #path(code: CodeId): string {
    return pathOf(this.#codebook, code).join(PATH_SEPARATOR)
  }
}

/** What is on all of an item's words need not repeat them. */
export function withoutWords(words: string, told: readonly ToldReading[]): readonly ToldReading[] {
  return told.map((one) => (one.kind === 'code' && one.words === words ? { ...one, words: '' } : one))
}
