import { codebookOf, type Code } from '../../domain/codebook/codebook.ts'
import type { Coding, Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import { mapped, mappingOf, type HarmonisingDecision } from '../../domain/harmonising/decision.ts'
import { pairUnits, unitValues, type CodedSpan } from '../../domain/agreement/units.ts'
import type { UnitPair, UnitValues } from '../../domain/agreement/figures.ts'
import type { CodeId, CoderId, RoundId, TranscriptId } from '../../domain/ids.ts'
import { nameAsItCame } from '../../domain/packet/codes.ts'
import type { CodeOrigin } from '../../domain/packet/packet.ts'
import type { TranscriptText } from '../../domain/transcript.ts'
import type { Aggregates } from '../../db/aggregates.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import { visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'

/**
 * Which code each mapped one counts as in comparing the codings of a round, over any number of steps; a code that is not
 * in it stands for itself. Empty where nothing was mapped. Only decisions about codes that are there count.
 *
 * For whoever computes something of the round after harmonising: put each coding's `codeId` through it, as
 * `mapped(mapping, codeId)` does. Merged codes need no mapping: their codings carry the code that stayed.
 */
export function mappingOfRound({ codes, harmonising }: Aggregates, round: RoundId): ReadonlyMap<CodeId, CodeId> {
  return mappingOf(standing(harmonising.ofRound(round), codebookOf(codes.all())))
}

/**
 * What codes count as in each round that is open, read once. In a round that is blind, or was made so again by an undo,
 * every code stands for itself.
 */
export class RoundMappings {
  readonly #of: ReadonlyMap<RoundId, ReadonlyMap<CodeId, CodeId>>
  /**
   * For comparing one coder's rounds with each other, where a code must count as the same on both sides: what was mapped in
   * any round, earlier rounds first.
   */
  readonly overRounds: ReadonlyMap<CodeId, CodeId>
  /** Each merge's id with the code that the other one went into: it changed codings of every round. */
  readonly mergedInto: ReadonlyMap<string, CodeId>

  constructor({ codes, harmonising, people }: Aggregates) {
    const codebook = codebookOf(codes.all())
    const open = people
      .rounds()
      .filter(({ state }) => state === 'open')
      .toSorted((a, b) => a.number - b.number)
    const decided = open.flatMap(({ id }) => harmonising.ofRound(id))
    const merges = decided.filter(({ kind }) => kind === 'merge')
    this.mergedInto = new Map(merges.map(({ id, codeId }) => [id, codeId]))
    const byRound = open.map(({ id }) => [id, standing(harmonising.ofRound(id), codebook)] as const)
    this.#of = new Map(byRound.map(([id, decisions]) => [id, mappingOf(decisions)]))
    this.overRounds = mappingOf(byRound.flatMap(([, decisions]) => decisions))
  }

  of(round: RoundId): ReadonlyMap<CodeId, CodeId> {
    return this.#of.get(round) ?? NO_MAPPING
  }
}

const NO_MAPPING: ReadonlyMap<CodeId, CodeId> = new Map()

/** Somebody who read a transcript of the round: a coder of it, or a moderator in a moderated round. */
export interface Reader {
  readonly coderId: CoderId
  readonly coder: string
  readonly round: Round
  readonly transcripts: ReadonlySet<TranscriptId>
}

/** An independent round that was opened, with all that its names are compared by. Reads each transcript once. */
export class HarmonisedRound {
  readonly round: Round
  /** The coders of the round first, then those who read the same transcripts in a moderated round. */
  readonly readers: readonly Reader[]
  readonly transcripts: readonly ListedTranscript[]
  readonly decisions: readonly HarmonisingDecision[]
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly #data: Aggregates
  readonly #origins: ReadonlyMap<string, CodeOrigin>
  readonly #names: ReadonlyMap<string, string>
  readonly #texts = new Map<TranscriptId, TranscriptText>()

  /**
   * `data` is what was saved, or what is being changed.
   * @throws AxialError not-found, round-blind, round-not-independent
   */
  constructor(study: OpenStudy, data: Aggregates, roundId: RoundId, viewerId: CoderId | undefined) {
    const rounds = data.people.rounds()
    const round = rounds.find(({ id }) => id === roundId)
    if (round === undefined) throw new AxialError('not-found', { what: 'round', name: roundId })
    if (round.kind !== 'independent') throw new AxialError('round-not-independent', { name: round.name })
    if (round.state === 'blind') throw new AxialError('round-blind', { name: round.name })
    this.round = round
    this.#data = data
    this.codes = codebookOf(data.codes.all())
    this.decisions = data.harmonising.ofRound(roundId)
    const passes = data.people.assignments()
    const read = new Set(passes.filter((pass) => pass.roundId === roundId).map((pass) => pass.transcriptId))
    this.transcripts = data.transcripts.all().filter(({ id }) => read.has(id))
    const sees = visibility(study, viewerId)
    const coders = data.people.coders()
    this.#origins = new Map(data.packets.origins().map((origin) => [origin.id, origin]))
    this.#names = new Map(coders.map(({ id, name }) => [id, name]))
    const moderated = rounds.filter(({ kind, state }) => kind === 'moderated' && state === 'open')
    this.readers = [round, ...moderated].flatMap((one) =>
      coders.flatMap(({ id: coderId, name: coder }): Reader[] => {
        if (!sees(coderId, one.id)) return []
        const own = passes.filter((pass) => pass.roundId === one.id && pass.coderId === coderId)
        const transcripts = new Set(own.map(({ transcriptId }) => transcriptId).filter((id) => read.has(id)))
        return transcripts.size === 0 ? [] : [{ coderId, coder, round: one, transcripts }]
      }),
    )
  }

  /** Every two readers, different people, with the transcripts that both read. */
  pairs(readers: readonly Reader[] = this.readers): readonly ReaderPair[] {
    return readers.flatMap((first, index) =>
      readers.slice(index + 1).flatMap((second): ReaderPair[] => {
        if (first.coderId === second.coderId) return []
        const both = this.transcripts.filter(({ id }) => first.transcripts.has(id) && second.transcripts.has(id))
        return both.length === 0 ? [] : [{ first, second, transcripts: both }]
      }),
    )
  }

  /** The turns of a transcript with the codes that two readers put on them, by code id, mapped or as they are. */
  units({ first, second }: ReaderPair, transcript: ListedTranscript, isMapped: boolean): readonly UnitPair[] {
    const mapping: ReadonlyMap<CodeId, CodeId> = isMapped ? this.mapping() : new Map()
    const spansOf = (reader: Reader): readonly CodedSpan[] =>
      this.codingsOf(reader, transcript.id).map(({ start, end, codeId }) => ({
        start,
        end,
        code: mapped(mapping, codeId),
      }))
    return pairUnits(this.text(transcript), 'turn', spansOf(first), spansOf(second))
  }

  /** The turns of a transcript with the codes that each of its readers put on them, by code id, as they are. */
  readings(transcript: ListedTranscript): {
    readonly people: readonly CoderId[]
    readonly units: readonly UnitValues[]
  } {
    const readers = this.readers.filter(({ transcripts }) => transcripts.has(transcript.id))
    const spans = readers.map((reader) =>
      this.codingsOf(reader, transcript.id).map(({ start, end, codeId }): CodedSpan => ({ start, end, code: codeId })),
    )
    return { people: readers.map(({ coderId }) => coderId), units: unitValues(this.text(transcript), 'turn', spans) }
  }

  /** What a code was called on the machine where it was made. */
  nameAsItCame(code: Code): string {
    return nameAsItCame(code, this.#origins.get(code.id), this.#names)
  }

  mapping(): ReadonlyMap<CodeId, CodeId> {
    return mappingOf(standing(this.decisions, this.codes))
  }

  codingsOf(reader: Reader, transcript: TranscriptId): readonly Coding[] {
    return this.#data.codings.ofPass(transcript, reader.round.id, reader.coderId)
  }

  text({ id, revisionId }: ListedTranscript): TranscriptText {
    const { transcripts } = this.#data
    const known = this.#texts.get(id)
    if (known !== undefined) return known
    const text = { text: transcripts.text(revisionId), turns: transcripts.turns(revisionId) }
    this.#texts.set(id, text)
    return text
  }
}

export interface ReaderPair {
  readonly first: Reader
  readonly second: Reader
  readonly transcripts: readonly ListedTranscript[]
}

/** Decisions about codes that are both there. */
export function standing(
  decisions: readonly HarmonisingDecision[],
  codes: ReadonlyMap<CodeId, Code>,
): readonly HarmonisingDecision[] {
  return decisions.filter(({ codeId, otherId }) => codes.has(codeId) && codes.has(otherId))
}
