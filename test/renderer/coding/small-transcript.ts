import { asId } from '../../../domain/ids.ts'
import type { Offset, Span } from '../../../domain/span.ts'
import type { TranscriptText, Turn } from '../../../domain/transcript.ts'
import type { Mark } from '../../../renderer/features/coding/words/marks.ts'

/** A transcript of these turns, each line labelled in the text as a file has it: `P: words`. */
export function transcriptOf(...turns: readonly string[]): TranscriptText {
  let text = ''
  const made: Turn[] = []
  turns.forEach((words, index) => {
    text += 'P: '
    const start = text.length as Offset
    text += words
    made.push({ number: index + 1, speaker: 'P', seconds: index * 75, start, end: text.length as Offset })
    text += '\n\n'
  })
  return { text, turns: made }
}

/** The offset of `words` in the transcript, and of what follows them. */
export function find({ text }: TranscriptText, words: string): { readonly start: Offset; readonly end: Offset } {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`no "${words}" in the text`)
  return { start: start as Offset, end: (start + words.length) as Offset }
}

/** A coding of Ada's on these words, named by its id. */
export function markOn(id: string, { start, end }: Span, isOwn = true): Mark {
  return {
    id: asId<'coding'>(id),
    start,
    end,
    transcriptId: asId('t'),
    codeId: asId('code'),
    coderId: asId('ada'),
    roundId: asId('r'),
    label: id,
    path: id,
    colour: 0,
    lane: 0,
    isOwn,
    coder: 'Ada',
    initials: 'A',
    round: '1',
  }
}
