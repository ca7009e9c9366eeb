import { draftsOf } from '../../domain/adjudication/segments.ts'
import { codebookOf, pathOf, PATH_SEPARATOR, type Codebook } from '../../domain/codebook/codebook.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { decide, type ScreeningForm } from '../../domain/screening.ts'
import type { ToldReading } from '../../formats/review/report.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { consolidatedForm, resultOf } from './item.ts'
import { formsOf, type RoundReview, type ReviewedItem, type ReviewedTranscript } from './round-review.ts'

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

  #placed({
    codeId,
    start,
    end,
  }: {
    readonly codeId: CodeId
    readonly start: number
    readonly end: number
  }): ToldReading {
    const words = this.#text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
    return { kind: 'code', path: this.#path(codeId), words }
  }

  #path(code: CodeId): string {
    return pathOf(this.#codebook, code).join(PATH_SEPARATOR)
  }
}
