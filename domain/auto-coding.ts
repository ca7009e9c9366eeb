import { unitsOf } from './agreement/units.ts'
import { overlaps, type Span } from './span.ts'
import type { Turn } from './transcript.ts'
import { wordsIn } from './text/words.ts'

/** What is coded of a turn in which something was found: the words found, their sentences, or all of it. */
export type HitScope = 'hits' | 'sentences' | 'turns'

/** The passages of a turn that its hits (in order, within it) stand for. None twice. */
export function passagesOf(text: string, turn: Turn, hits: readonly Span[], scope: HitScope): readonly Span[] {
  if (scope === 'hits' || hits.length === 0) return hits
  if (scope === 'turns') return [turn]
  return unitsOf({ text, turns: [turn] }, 'sentence').filter((sentence) => hits.some((hit) => overlaps(sentence, hit)))
}

/** A question of an interview guide by its words, without those said twice. */
export interface GuidedQuestion {
  readonly text: string
  readonly words: readonly string[]
}

export function questionOf(text: string): GuidedQuestion {
  return { text, words: [...new Set(wordsIn(text).map(({ folded }) => folded))] }
}

/** An answer: where it is, and to which question, asked how likely. */
export interface Answer extends Span {
  readonly question: string
  /** 0 to 1: how much of the question was asked. */
  readonly likeness: number
}

/**
 * The answers to the questions of a guide. A turn of one who asks is a question of the guide when it is like it by at least
 * `least`, and of several the one it is most like. Its answer is what follows until the next question of the guide: from
 * the first turn of one who does not ask to the last, so that questions in between, asked to hear more, are within it.
 */
export function answersIn(
  text: string,
  turns: readonly Turn[],
  guide: readonly GuidedQuestion[],
  { least, asks }: { readonly least: number; readonly asks: (turn: Turn) => boolean },
): readonly Answer[] {
  const asking = turns.map((turn) => (asks(turn) ? wordsIn(text, turn).map(({ folded }) => folded) : null))
  const weigh = weightsAmong(asking.filter((words) => words !== null))
  const asked = asking.map((words) => (words === null ? null : mostLike(words, guide, least, weigh)))
  const answers: Answer[] = []
  for (const [at, match] of asked.entries()) {
    if (match === null) continue
    const next = asked.findIndex((other, index) => index > at && other !== null)
    const following = turns.slice(at + 1, next === -1 ? turns.length : next).filter((turn) => !asks(turn))
    const said = following.filter((turn) => turn.start < turn.end)
    const first = said[0]
    const last = said.at(-1)
    if (first === undefined || last === undefined) continue
    answers.push({ start: first.start, end: last.end, question: match.question.text, likeness: match.likeness })
  }
  return answers
}

function mostLike(
  said: readonly string[],
  guide: readonly GuidedQuestion[],
  least: number,
  weigh: (word: string) => number,
): { readonly question: GuidedQuestion; readonly likeness: number } | null {
  let best: { readonly question: GuidedQuestion; readonly likeness: number } | null = null
  for (const question of guide) {
    const likeness = likenessOf(question.words, said, weigh)
    if (likeness >= least && (best === null || likeness > best.likeness)) best = { question, likeness }
  }
  return best
}

/** How much more is said around a question than its own words. */
const LOOSENESS = 2
const AT_LEAST_AROUND = 6

/**
 * How much of a question is in what was said: the share of its words, each weighed, that stand near each other, within
 * twice as many words as the question has. 1 when all do, 0 when none does or the question has no words.
 */
export function likenessOf(
  question: readonly string[],
  said: readonly string[],
  weigh: (word: string) => number,
): number {
  const wanted = new Set(question)
  const total = [...wanted].reduce((sum, word) => sum + weigh(word), 0)
  if (total === 0) return 0
  const width = Math.max(LOOSENESS * wanted.size, wanted.size + AT_LEAST_AROUND)
  const within = new Map<string, number>()
  let weight = 0
  let best = 0
  for (const [at, word] of said.entries()) {
    if (wanted.has(word)) {
      const times = within.get(word) ?? 0
      if (times === 0) weight += weigh(word)
      within.set(word, times + 1)
    }
    const gone = said[at - width]
    const left = gone === undefined ? 0 : (within.get(gone) ?? 0)
    if (gone !== undefined && left > 0) {
      within.set(gone, left - 1)
      if (left === 1) weight -= weigh(gone)
    }
    best = Math.max(best, weight)
  }
  return Math.min(1, best / total)
}

/** A word weighs the more the fewer of the turns hold it: "how did you" begins too many questions to tell them apart. */
function weightsAmong(turns: readonly (readonly string[])[]): (word: string) => number {
  const holding = new Map<string, number>()
  for (const words of turns) for (const word of new Set(words)) holding.set(word, (holding.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + turns.length / Math.max(1, holding.get(word) ?? 0)) ** 2
}
