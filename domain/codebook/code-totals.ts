import type { CodeId } from '../ids.ts'
import { codebookOf, codesTo, type Code } from './codebook.ts'

/** How often a code was used in one transcript. */
export interface TranscriptUse {
  readonly codeId: CodeId
  readonly codings: number
  readonly transcriptId: string
  /** Whose transcript it is; null for none's. */
  readonly participantId: string | null
}

/** How often a code was used: codings, and the different transcripts and participants they are of. */
export interface UseCounts {
  readonly codings: number
  readonly transcripts: number
  readonly participants: number
}

export const UNUSED: UseCounts = { codings: 0, transcripts: 0, participants: 0 }

/** How often each code was used by itself; a code that was not is left out. */
export function ownCountsOf(uses: readonly TranscriptUse[]): ReadonlyMap<CodeId, UseCounts> {
  return countsOf(Map.groupBy(uses, ({ codeId }) => codeId))
}

/**
 * How often each code was used together with the codes under it, at any depth; a code without any use is left out. A coding
 * counts once; a transcript and a participant that several of the codes were used on are one.
 */
export function totalsOf(codes: readonly Code[], uses: readonly TranscriptUse[]): ReadonlyMap<CodeId, UseCounts> {
  const codebook = codebookOf(codes)
  const within = new Map<CodeId, TranscriptUse[]>()
  for (const [codeId, ofCode] of Map.groupBy(uses, (use) => use.codeId)) {
    for (const { id } of codesTo(codebook, codeId)) within.set(id, [...(within.get(id) ?? []), ...ofCode])
  }
  return countsOf(within)
}

function countsOf(usesByCode: ReadonlyMap<CodeId, readonly TranscriptUse[]>): ReadonlyMap<CodeId, UseCounts> {
  const counted = usesByCode.entries().map(([id, uses]): [CodeId, UseCounts] => {
    const participants = new Set(uses.flatMap(({ participantId }) => participantId ?? []))
    return [
      id,
      {
        codings: uses.reduce((sum, { codings }) => sum + codings, 0),
        transcripts: new Set(uses.map(({ transcriptId }) => transcriptId)).size,
        participants: participants.size,
      },
    ]
  })
  return new Map(counted)
}
