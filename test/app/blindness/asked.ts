import type { Contract, Input, ProcedureName } from '../../../app/contract.ts'
import type { CoderId, RevisionId } from '../../../domain/ids.ts'
import type { HiddenWork, TwinStudy } from '../../fixtures/twin-studies.ts'

export type NamesOf<Kind extends 'read' | 'write' | 'session'> = {
  [Name in ProcedureName]: Contract[Name]['kind'] extends Kind ? Name : never
}[ProcedureName]

/** One of the twins, as a viewer knows it. */
export interface Asked extends TwinStudy {
  /** Ids that mean something in one of the twins alone: whoever guesses them must be told the same in both. */
  readonly guessed: HiddenWork
  /** Numbers of the actions that the viewer is told of, newest first, and of one that Bea did in hiding. */
  readonly actions: readonly number[]
  /** Of the transcript that is corrected. */
  readonly revisionId: RevisionId
}

/** For each procedure of a kind, what a viewer asks of it: as many questions of both twins, in the same order. */
export type Questions<Kind extends 'read' | 'write'> = {
  readonly [Name in NamesOf<Kind>]: (study: Asked, coderId: CoderId) => readonly Input<Name>[]
}

export const BECAUSE = { key: null, words: 'so' }

export const everyCode = ({ codes }: Asked) => Object.values(codes).filter((id) => id !== codes.lost)
export const transcriptIds = ({ transcripts }: Asked) => Object.values(transcripts)
export const roundIds = ({ openRound, blindRound }: Asked) => [openRound, blindRound]

/** Items of codings that Ada sees, and of those that she does not, and of every segment. */
export function itemsOf({ seen, guessed, segments }: Asked): readonly Input<'review.item'>['itemId'][] {
  const codings = [...Object.values(seen), ...guessed.codings].map((id) => `coding:${id}` as const)
  const subjects = ['screening', 'instance', 'text'] as const
  return [...codings, ...Object.values(segments).flatMap((id) => subjects.map((each) => `${each}:${id}` as const))]
}

/** The second turn of a transcript gets these words. */
export function correctionOf({ transcripts, revisionId }: Asked, coderId: CoderId, words: string) {
  const correction = { kind: 'turns' as const, turns: [{ number: 2, words }] }
  return { transcriptId: transcripts.P2, revisionId, correction, coderId }
}
