import { isOneSlipFrom } from '../text/misspelling.ts'
import { singularOf } from '../text/singular.ts'
import { wordsIn } from '../text/words.ts'

/** How alike two labels are, and by which words. */
export interface LabelLikeness {
  /** From 0 to 1: the weight of the words in common, as a share of the weight of the words of either. */
  readonly value: number
  /** The words in common, as the first label writes them. */
  readonly words: readonly string[]
}

/** Words that join others and say nothing by themselves, in English and French. */
const JOINING = new Set(
  'a an and as at by for from in is it no of on or the to with au aux avec ce d dans de des du en et l la le les ou par pour que qui sans sur un une'.split(
    ' ',
  ),
)

/** Shorter words are other words, not misspelt ones: label and table are, data and date are not. */
const LEAST_LETTERS_MISSPELT = 6

/** Each word of a label once: how it is compared, and how it is written. */
type Label = ReadonlyMap<string, string>

/**
 * Compares the labels of codes, as coders write them: `Data-missing-values`, `dataMissingValue`, `Missing value (data)`.
 * Case, hyphens, accents and the plural do not count, nor the order of the words; a word with one letter wrong is the same
 * word. Words weigh by how rare they are among all labels (ln(n / df), as in K. Spärck Jones, A statistical
 * interpretation of term specificity, Journal of Documentation 28, 1972): where every label begins with Data, that two do
 * tells nothing.
 */
export class LabelComparison {
  readonly #labels: ReadonlyMap<string, Label>
  readonly #frequency: ReadonlyMap<string, number>
  readonly #count: number

  constructor(labels: Iterable<string>) {
    this.#labels = new Map([...labels].map((label) => [label, labelOf(label)]))
    this.#count = this.#labels.size
    const frequency = new Map<string, number>()
    for (const words of this.#labels.values()) {
      for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
    }
    this.#frequency = frequency
  }

  /** The words of a label, alike for labels of the same words. */
  wordsOf(label: string): string {
    return [...(this.#labels.get(label) ?? labelOf(label)).keys()].sort().join(' ')
  }

  compare(first: string, second: string): LabelLikeness {
    const a = this.#labels.get(first) ?? labelOf(first)
    const b = this.#labels.get(second) ?? labelOf(second)
    const left = new Set(b.keys())
    let shared = 0
    let apart = 0
    const words: string[] = []
    for (const [word, written] of a) {
      const same = left.has(word) ? word : [...left].find((other) => !a.has(other) && isMisspelling(word, other))
      if (same === undefined) apart += this.#weightOf(word)
      else {
        // Of a misspelt word, how rare it is tells of the slip, not of the word.
        shared += Math.min(this.#weightOf(word, 1), this.#weightOf(same, 1))
        words.push(written)
        left.delete(same)
      }
    }
    for (const word of left) apart += this.#weightOf(word)
    return { value: shared + apart === 0 ? 0 : shared / (shared + apart), words }
  }

  /** As though the two that are compared were one label: what they share is no less rare for it. */
  #weightOf(word: string, twice = 0): number {
    return Math.log(Math.max(2, this.#count) / Math.max(1, (this.#frequency.get(word) ?? 1) - twice))
  }
}

function labelOf(label: string): Label {
  const apart = label.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ')
  const words = new Map<string, string>()
  for (const { folded, start, end } of wordsIn(apart)) {
    if (!JOINING.has(folded)) words.set(singularOf(folded), apart.slice(start, end))
  }
  return words
}

function isMisspelling(word: string, other: string): boolean {
  const isLong = word.length >= LEAST_LETTERS_MISSPELT && other.length >= LEAST_LETTERS_MISSPELT
  return isLong && isOneSlipFrom(word, other)
}
