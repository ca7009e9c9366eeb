import { snapToGraphemes, spanOf, type Span } from '../../domain/span.ts'
import { isBlank, type TranscriptText, type Turn } from '../../domain/transcript.ts'

/**
 * What is drawn as one row: a turn, or a part of one too long to be set in lines at once. A text without line breaks is
 * a single turn, however long; setting all of its lines takes longer than people wait for a page.
 */
export interface Stretch extends Turn {
  /** Whether words of the same turn come before. */
  readonly isContinued: boolean
}

/** Longer turns are drawn in parts, each of at least half as many letters. */
const MOST = 8000

/** A transcript's turns in order, the very long ones in parts that follow each other without a gap. */
export function stretchesOf({ text, turns }: TranscriptText): readonly Stretch[] {
  return turns.flatMap((turn) => {
    const stretches: Stretch[] = []
    let { start }: Span = turn
    while (turn.end - start > MOST) {
      const part = spanOf(start, cutBetween(text, start + MOST / 2, start + MOST))
      if (part === null) break
      stretches.push({ ...turn, ...part, isContinued: start > turn.start })
      start = part.end
    }
    stretches.push({ ...turn, start, isContinued: start > turn.start })
    return stretches
  })
}

/** Behind the last line or sentence that ends between the two, else behind a word, else between two graphemes. */
function cutBetween(text: string, least: number, most: number): number {
  const part = text.slice(least, most)
  const line = part.lastIndexOf('\n')
  if (line !== -1) return least + line + 1
  let word = -1
  for (let at = part.length - 1; at > 0; at--) {
    if (!isBlank(part.charCodeAt(at))) continue
    if (word === -1) word = at
    if (ENDS.includes(part.charAt(at - 1))) return least + at + 1
  }
  if (word !== -1) return least + word + 1
  const letter = spanOf(most, most + 1, text.length)
  const cut = letter === null ? most : snapToGraphemes(text, letter).start
  return cut > least ? cut : most
}

const ENDS = '.!?…'
