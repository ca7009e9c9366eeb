import { draftsOf } from '../domain/adjudication-segments.ts'
import { codebookOf, pathOf, PATH_SEPARATOR, type Codebook } from '../domain/codebook.ts'
import type { CodeId, CoderId } from '../domain/ids.ts'
import { decide, type ScreeningForm } from '../domain/screening.ts'
import type { Output, ParsedInput } from './contract.ts'
import type { OverruledReading } from './contract/review.ts'
import type { OpenStudy } from './open-study.ts'
import { Passages } from './passage.ts'
import { consolidatedForm, resultOf } from './review-item.ts'
import { formsOf, placeOf, RoundReview, type ReviewedItem, type ReviewedTranscript } from './round-review.ts'

/**
 * Where a coder's reading was not taken: of items that are decided, in rounds that are open. Whoever else said otherwise is
 * not named here, nor anything told of items that are still open.
 */
export function readOverruled(
  study: OpenStudy,
  { coderId, roundId }: ParsedInput<'review.overruled'>,
): Output<'review.overruled'> {
  study.coder(coderId)
  const passages = new Passages(study)
  const names = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const rounds = study.read.people
    .rounds()
    .filter((round) => round.kind === 'independent' && round.state === 'open' && (roundId ?? round.id) === round.id)
    .map((round) => new RoundReview(study, round.id))
    .filter(({ review }) => review !== null)
  let decided = 0
  const overruled: OverruledReading[] = []
  for (const round of rounds) {
    for (const within of round.transcripts()) {
      const own = within.items.filter((item) => item.state === 'decided' && item.coders.includes(coderId))
      decided += own.length
      for (const item of own) {
        const sides = new Sides(study, round, within, coderId).of(item)
        const standing = item.decisions.at(-1)
        if (standing === undefined || sameList(sides.mine, sides.instead)) continue
        overruled.push({
          itemId: item.id,
          kind: item.kind,
          roundId: round.round.id,
          round: round.round.name,
          passage: passages.at(within.transcript.id, placeOf(item)),
          ...sides,
          moderator: names.get(standing.coderId) ?? '',
          at: standing.decidedAt,
          reason: standing.reason,
        })
      }
    }
  }
  return { decided, overruled }
}

/** What a coder said of an item, and what stands instead. */
class Sides {
  readonly #study: OpenStudy
  readonly #round: RoundReview
  readonly #within: ReviewedTranscript
  readonly #coderId: CoderId
  readonly #codebook: Codebook

  constructor(study: OpenStudy, round: RoundReview, within: ReviewedTranscript, coderId: CoderId) {
    this.#study = study
    this.#round = round
    this.#within = within
    this.#coderId = coderId
    this.#codebook = codebookOf(study.read.codes.all())
  }

  of(item: ReviewedItem): { readonly mine: string[]; readonly instead: string[] } {
    if (item.subject === 'coding') {
      const reading = item.readings.find(({ coderId }) => coderId === this.#coderId)
      return {
        mine: reading === undefined ? [] : [this.#placed(reading)],
        instead: resultOf(this.#study, item).map((coding) => this.#placed(coding)),
      }
    }
    const forms = formsOf(this.#within, item.segmentId)
    const drafts = item.subject === 'screening' ? forms : draftsOf({ forms, consolidated: 'included' })
    const mine = drafts.find(({ coderId }) => coderId === this.#coderId)?.form ?? null
    const instead = consolidatedForm(this.#study, this.#round, item.segmentId)
    return { mine: this.#told(item.subject, mine), instead: this.#told(item.subject, instead) }
  }

  #told(subject: 'screening' | 'instance' | 'text', form: ScreeningForm | null): string[] {
    if (form === null) return []
    switch (subject) {
      case 'screening': {
        const decision = decide(form.criteria)
        return decision.kind === 'excluded' ? [decision.kind, ...decision.because] : [decision.kind]
      }
      case 'instance':
        return form.instances.map((code) => this.#path(code)).toSorted()
      case 'text':
        return [form.quote, form.description, form.information].map((text) => text.trim())
    }
  }

  /** The code, with its words, by which two boundaries are told apart. */
  #placed({ codeId, start, end }: { readonly codeId: CodeId; readonly start: number; readonly end: number }): string {
    const words = this.#study.read.transcripts.text(this.#within.transcript.revisionId).slice(start, end)
    return `${this.#path(codeId)}: ${words.replaceAll(/\s+/g, ' ').trim()}`
  }

  #path(code: CodeId): string {
    return pathOf(this.#codebook, code).join(PATH_SEPARATOR)
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}
