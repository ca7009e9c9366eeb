import type { Coding } from '../../domain/coding.ts'
import type { ParticipantId, TranscriptId } from '../../domain/ids.ts'
import { attributeValue, attributeValues, type Participant } from '../../domain/participant.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import type { Basis, CodingScope } from '../contract/comparison.ts'
import { visiblePasses } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'

/** The passes and transcripts that a question is about, none of them hidden from whoever asks. */
export class ScopedCodings {
  /** In order of their names, numbers by size: those that at least one of the passes went through. */
  readonly transcripts: readonly ListedTranscript[]
  readonly #study: OpenStudy
  readonly #participants: ReadonlyMap<ParticipantId, Participant>
  readonly #passes: ReadonlySet<string>
  readonly #known: ReadonlySet<TranscriptId>
  readonly #coders: readonly string[]
  readonly #rounds: readonly string[]

  constructor(study: OpenStudy, { coderId, coders, rounds, transcripts, attributes }: CodingScope) {
    const { people } = study.read
    this.#study = study
    this.#participants = new Map(study.read.participants.all().map((one) => [one.id, one]))
    const passes = visiblePasses(study, coderId).filter(
      (pass) =>
        (coders.length === 0 || coders.includes(pass.coderId)) &&
        (rounds.length === 0 || rounds.includes(pass.roundId)),
    )
    this.#passes = new Set(passes.map(keyOf))
    const went = people.assignments().filter((pass) => this.#passes.has(keyOf(pass)))
    const gone = new Set(went.map(({ transcriptId }) => transcriptId))
    this.transcripts = study.read.transcripts
      .all()
      .filter(
        (one) =>
          gone.has(one.id) &&
          (transcripts.length === 0 || transcripts.includes(one.id)) &&
          attributes.every(({ name, values }) => values.includes(this.valueOf(one, name))),
      )
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    this.#known = new Set(this.transcripts.map(({ id }) => id))
    const counted = went.filter(({ transcriptId }) => this.#known.has(transcriptId))
    const hasCoder = (id: string) => counted.some((pass) => pass.coderId === id)
    const hasRound = (id: string) => counted.some((pass) => pass.roundId === id)
    this.#coders = people
      .coders()
      .filter(({ id }) => hasCoder(id))
      .map(({ name }) => name)
    this.#rounds = people
      .rounds()
      .filter(({ id }) => hasRound(id))
      .map(({ name }) => name)
  }

  has(coding: Coding): boolean {
    return this.#known.has(coding.transcriptId) && this.#passes.has(keyOf(coding))
  }

  /** The codings of one of the transcripts. */
  codingsOf(transcript: ListedTranscript): readonly Coding[] {
    return this.#study.read.codings.ofTranscript(transcript.id).filter((coding) => this.#passes.has(keyOf(coding)))
  }

  /** What the attribute says of whose words a transcript holds; null where it is not noted. */
  valueOf({ participantId }: ListedTranscript, attribute: string): string | null {
    const participant = participantId === null ? undefined : this.#participants.get(participantId)
    return participant === undefined ? null : attributeValue(participant, attribute)
  }

  /** The values of an attribute that anyone in the study has, in order. */
  valuesOf(attribute: string): readonly string[] {
    return attributeValues([...this.#participants.values()], attribute)
  }

  basis(codings: number): Basis {
    return {
      transcripts: this.transcripts.length,
      participants: countParticipants(this.transcripts),
      turns: this.transcripts.reduce((sum, { turns }) => sum + turns, 0),
      codings,
      coders: [...this.#coders],
      rounds: [...this.#rounds],
    }
  }
}

export function countParticipants(transcripts: readonly ListedTranscript[]): number {
  return new Set(transcripts.map(({ participantId }) => participantId).filter((id) => id !== null)).size
}

function keyOf({ coderId, roundId }: Pick<Coding, 'coderId' | 'roundId'>): string {
  return `${coderId} ${roundId}`
}
