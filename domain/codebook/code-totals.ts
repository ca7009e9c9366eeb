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

/**
 * How often each code was used together with the codes under it, at any depth. A coding counts once; a transcript and a
 * participant that several of the codes were used on are one.
 */
export function totalsOf(codes: readonly Code[], uses: readonly TranscriptUse[]): ReadonlyMap<CodeId, UseCounts> {
  const codebook = codebookOf(codes)
  const sums = new Map<CodeId, { codings: number; transcripts: Set<string>; participants: Set<string> }>()
  for (const [codeId, ofCode] of Map.groupBy(uses, (use) => use.codeId)) {
    for (const { id } of codesTo(codebook, codeId)) {
      const sum = sums.get(id) ?? { codings: 0, transcripts: new Set(), participants: new Set() }
      sums.set(id, sum)
      for (const { codings, transcriptId, participantId } of ofCode) {
        sum.codings += codings
        sum.transcripts.add(transcriptId)
        if (participantId !== null) sum.participants.add(participantId)
      }
    }
  }
  const counted = sums
    .entries()
    .map(([id, { codings, transcripts, participants }]): [CodeId, UseCounts] => [
      id,
      { codings, transcripts: transcripts.size, participants: participants.size },
    ])
  return new Map(counted)
}
