import type { RevisionId } from '../../domain/ids.ts'
import type { TranscriptText } from '../../domain/transcript.ts'
import type { OpenStudy } from '../study/open-study.ts'

/** UTF-16 units of text kept at hand: about two million words. */
const KEPT = 16_000_000

/** Texts of a study that were read lately, with their turns. A revision never changes, so what is kept is never stale. */
export class FrozenTexts {
  static readonly #ofStudies = new WeakMap<OpenStudy, FrozenTexts>()
  readonly #study: OpenStudy
  readonly #kept = new Map<RevisionId, TranscriptText>()
  #units = 0

  private constructor(study: OpenStudy) {
    this.#study = study
  }

  static of(study: OpenStudy): FrozenTexts {
    const known = this.#ofStudies.get(study)
    if (known !== undefined) return known
    const texts = new FrozenTexts(study)
    this.#ofStudies.set(study, texts)
    return texts
  }

  read(id: RevisionId): TranscriptText {
    const known = this.#kept.get(id)
    // Put behind the others: the ones that were read longest ago are let go first.
    if (known !== undefined) this.#kept.delete(id)
    const { transcripts } = this.#study.read
    const text = known ?? { text: transcripts.text(id), turns: transcripts.turns(id) }
    this.#kept.set(id, text)
    if (known === undefined) this.#makeRoom(text.text.length)
    return text
  }

  #makeRoom(units: number): void {
    this.#units += units
    for (const [id, { text }] of this.#kept) {
      if (this.#units <= KEPT || this.#kept.size === 1) break
      this.#kept.delete(id)
      this.#units -= text.length
    }
  }
}
