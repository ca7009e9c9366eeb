import { itemsByUnit, type Coding } from '../../domain/coding.ts'
import type { CodeId, TranscriptId } from '../../domain/ids.ts'
import type { Turn } from '../../domain/transcript.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { HarmonisedRound, type Reader } from './harmonised-round.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'
import { requireCode } from '../codebook/codebook-service.ts'

interface ReadCoding extends Coding {
  readonly reader: Reader
}

/** The turns where two codes were put, those with both first, then in the order of the transcripts. */
export function readPairPassages(
  study: OpenStudy,
  { roundId, codeId, otherId, coderId, limit }: ParsedInput<'harmonising.passages'>,
): Output<'harmonising.passages'> {
  const round = new HarmonisedRound(study, study.read, roundId, coderId)
  for (const id of [codeId, otherId]) requireCode([...round.codes.values()], id)
  const found = round.transcripts.flatMap((transcript) => {
    const codings = round.readers
      .filter((reader) => reader.transcripts.has(transcript.id))
      .flatMap((reader) =>
        round
          .codingsOf(reader, transcript.id)
          .filter((coding) => coding.codeId === codeId || coding.codeId === otherId)
          .map((coding): ReadCoding => ({ ...coding, reader })),
      )
    if (codings.length === 0) return []
    const { turns } = round.text(transcript)
    return itemsByUnit(turns, codings).flatMap((here, index) => {
      if (here.length === 0) return []
      const around = [turns[index - 1], turns[index + 1]] as const
      return [{ transcript, turn: turns[index]?.number ?? 0, around, here, isShared: isShared(here, codeId, otherId) }]
    })
  })
  const inOrder = [...found.filter(({ isShared }) => isShared), ...found.filter(({ isShared }) => !isShared)]
  const passages = new Passages(study)
  const neighbour = (transcriptId: TranscriptId, turn: Turn | undefined) =>
    turn === undefined || turn.start === turn.end
      ? null
      : { speaker: turn.speaker, words: passages.at(transcriptId, turn).words }
  const shown = (here: readonly ReadCoding[], id: CodeId) =>
    here
      .filter((coding) => coding.codeId === id)
      .map(({ reader, transcriptId, start, end }) => ({
        coder: reader.coder,
        round: reader.round.name,
        passage: passages.at(transcriptId, { start, end }),
      }))
  return {
    turns: inOrder.slice(0, limit).map(({ transcript, turn, around: [previous, next], here, isShared }) => ({
      transcript: transcript.name,
      turn,
      isShared,
      previous: neighbour(transcript.id, previous),
      next: neighbour(transcript.id, next),
      code: shown(here, codeId),
      other: shown(here, otherId),
    })),
    total: found.length,
  }
}

/** Whether one reader put the one code here alone, and another reader the other code. */
function isShared(here: readonly ReadCoding[], codeId: CodeId, otherId: CodeId): boolean {
  const by = Map.groupBy(here, ({ reader }) => reader.coderId)
  const readings = [...by.values()].map((codings) => new Set(codings.map((coding) => coding.codeId)))
  const hasOnly = (one: CodeId, two: CodeId) => readings.some((codes) => codes.has(one) && !codes.has(two))
  return hasOnly(codeId, otherId) && hasOnly(otherId, codeId)
}
