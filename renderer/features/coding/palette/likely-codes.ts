import type { CodeId } from '../../../../domain/ids.ts'
import { foldSought } from '../../../../domain/text/folded-text.ts'

/** What speaks for a code at a place, before anything is typed. */
export interface Clues {
  /** The codes this coder used last, the most recent first. */
  readonly recent: readonly CodeId[]
  /** For codes this coder used near the place: how many turns away, 0 for the same turn. */
  readonly near: ReadonlyMap<CodeId, number>
  /** The words that would be coded. */
  readonly words: string
}

export interface NamedCode {
  readonly id: CodeId
  readonly name: string
  readonly definition: string
}

/**
 * How likely each code is meant, higher being likelier; 0 where nothing speaks for it. Used a moment ago counts 3 and less
 * with every code used since; used in the same turn 2 and less with every turn between; words shared with its name up to
 * 3, with its definition up to 1. Words of fewer than four letters are not compared; of longer ones the beginning is, so
 * that `labels` and `labelling` are alike.
 */
export function likelihoods(codes: readonly NamedCode[], { recent, near, words }: Clues): ReadonlyMap<CodeId, number> {
  const recency = new Map(recent.map((id, index) => [id, index]))
  const said = stemsOf(words)
  return new Map(
    codes.map(({ id, name, definition }) => {
      const rank = recency.get(id)
      const distance = near.get(id)
      const used = rank === undefined ? 0 : 3 / (1 + rank)
      const nearby = distance === undefined ? 0 : 2 / (1 + distance)
      return [id, used + nearby + 3 * shareOf(stemsOf(name), said) + shareOf(stemsOf(definition), said)]
    }),
  )
}

/** Which part of the first words is among the second; 0 of none. */
function shareOf(stems: ReadonlySet<string>, said: ReadonlySet<string>): number {
  return stems.size === 0 ? 0 : stems.intersection(said).size / stems.size
}

const LEAST = 4
const STEM = 5

function stemsOf(text: string): ReadonlySet<string> {
  const words = foldSought(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter(({ length }) => length >= LEAST).map((word) => word.slice(0, STEM)))
}
