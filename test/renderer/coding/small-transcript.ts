import type { Offset } from '../../../domain/span.ts'
import type { TranscriptText, Turn } from '../../../domain/transcript.ts'

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
