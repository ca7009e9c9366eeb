import type { ReadTranscript } from '../../../../app/contract/transcripts.ts'
import type { FilePayload } from '../../../../app/contract/values.ts'
import type { CorrectionAnswer } from '../../../../app/contract/corrections.ts'

/** What a turn is to say, as typed. */
export interface TurnDraft {
  readonly words: string
  readonly speaker: string
}

/** A correction that is being made. */
export interface Draft {
  readonly turns: ReadonlyMap<number, TurnDraft>
  /** The corrected file that takes the place of the whole text; null where turns are corrected. */
  readonly file: FilePayload | null
  readonly answers: ReadonlyMap<string, CorrectionAnswer>
  readonly reason: string
}

export const NO_DRAFT: Draft = { turns: new Map(), file: null, answers: new Map(), reason: '' }

/** Drafts by the text they correct: whoever goes to another screen and back finds theirs. */
const kept = new Map<string, Draft>()

export function keptDraft(revisionId: string): Draft {
  return kept.get(revisionId) ?? NO_DRAFT
}

export function keepDraft(revisionId: string, draft: Draft | null): void {
  if (draft === null) kept.delete(revisionId)
  else kept.set(revisionId, draft)
}

export function turnAsItIs({ text, turns }: ReadTranscript, number: number): TurnDraft {
  const turn = turns[number - 1]
  return { words: turn === undefined ? '' : text.slice(turn.start, turn.end), speaker: turn?.speaker ?? '' }
}

/**
 * The draft with this turn so; a turn that is as it was is no longer part of it. Places that were chosen for passages are
 * asked about again: they were places in the words as they were before.
 */
export function withTurn(draft: Draft, transcript: ReadTranscript, number: number, turn: TurnDraft): Draft {
  const turns = new Map(draft.turns)
  const before = turnAsItIs(transcript, number)
  if (turn.words === before.words && turn.speaker === before.speaker) turns.delete(number)
  else turns.set(number, turn)
  const answers = new Map([...draft.answers].filter(([, { answer }]) => answer.do === 'remove'))
  return { ...draft, turns, answers }
}

export function keyOf({ kind, id }: Pick<CorrectionAnswer, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

export function withAnswer(draft: Draft, answer: CorrectionAnswer): Draft {
  return { ...draft, answers: new Map(draft.answers).set(keyOf(answer), answer) }
}

/** What is asked of the service, or null where nothing is corrected yet. */
export function correctionIn({ file, turns }: Draft) {
  if (file !== null) return { kind: 'file' as const, file }
  if (turns.size === 0) return null
  const corrected = [...turns].map(([number, { words, speaker }]) => ({
    number,
    words,
    ...(speaker.trim() !== '' && { speaker }),
  }))
  return { kind: 'turns' as const, turns: corrected }
}
