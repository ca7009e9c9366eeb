import type { CodeId, CoderId } from '../ids.ts'
import { LabelComparison, type LabelLikeness } from './label-likeness.ts'
import { liftOf, lowestLiftOf, overlapOf, type SharedUnitCounts, type SharedUnits } from './shared-units.ts'

/** A code as the readers of a round used it. */
export interface UsedCode {
  readonly id: CodeId
  /** Its path, by whose words it is compared: with names as coders gave them, not told apart by who gave them. */
  readonly label: string
  /** How often each reader used it; one who did not is left out. */
  readonly uses: ReadonlyMap<CoderId, number>
}

/** What a proposal rests on. */
export type ProposalBasis = 'words' | 'passages' | 'both'

/** What speaks for two codes being two names of one thing. */
export interface PairEvidence {
  readonly code: CodeId
  readonly other: CodeId
  readonly likeness: LabelLikeness
  /** Whether both were given the very same name, apart from each other. */
  readonly isSameName: boolean
  /** Of `code` and `other`, in this order. */
  readonly units: SharedUnits
  /** Observed over expected shared units; null where none is expected. */
  readonly lift: number | null
  /** Its lower bound. */
  readonly lowestLift: number | null
  /**
   * Whether shared units count as evidence in proposing a pair: their lift is above chance at its least, over every two
   * readers. Looser than `lowestLift`, for it misses less, and a person decides.
   */
  readonly hasPassages: boolean
  /** Who used both codes, or others of the same words, and so tells them apart. */
  readonly toldApartBy: readonly CoderId[]
  /** From 0 to 1, to sort by: 1 − (1 − likeness) × (1 − overlap). Not a probability. */
  readonly strength: number
}

/** Two codes that may be two names of one thing; `code` is the one used more often, offered as the one to keep. */
export interface Proposal extends PairEvidence {
  readonly basis: ProposalBasis
}

/**
 * What a pair must have to be proposed (docs/decisions/0022). Passages count where more of them are shared than chance
 * gives, the lower bound of the lift above 1.
 */
const LIMITS = {
  /** Likeness of the labels where passages are shared, too. */
  likenessWithPassages: 0.3,
  /** The same where a coder used both codes, and so tells them apart. */
  likenessToldApart: 0.5,
  /** Likeness of labels alone. */
  likenessAlone: 0.6,
  /** Distinct shared units, and their share of the units where either was used alone, for codes without a word in common. */
  sharedAlone: 3,
  overlapAlone: 0.5,
} as const

/** What speaks for pairs of the codes that two or more readers used being two names of one thing. */
export class ProposalEvidence {
  readonly #codes: ReadonlyMap<CodeId, UsedCode>
  readonly #labels: LabelComparison
  readonly #counts: SharedUnitCounts
  /** Who used a code of these words. */
  readonly #readersOfWords = new Map<string, Set<CoderId>>()

  constructor(codes: readonly UsedCode[], counts: SharedUnitCounts) {
    this.#codes = new Map(codes.map((code) => [code.id, code]))
    this.#labels = new LabelComparison(codes.map(({ label }) => label))
    this.#counts = counts
    for (const { label, uses } of codes) {
      const words = this.#labels.wordsOf(label)
      const readers = this.#readersOfWords.get(words) ?? new Set<CoderId>()
      this.#readersOfWords.set(words, readers)
      for (const reader of uses.keys()) readers.add(reader)
    }
  }

  /**
   * The pairs of codes of two readers that may be two names of one thing, the strongest first. `mayPair` leaves out pairs
   * of which that is known already. No pair is proposed that shares neither a word nor a passage.
   */
  proposals(mayPair: (code: CodeId, other: CodeId) => boolean): readonly Proposal[] {
    const codes = [...this.#codes.values()]
    return codes
      .flatMap((one, at) =>
        codes.slice(at + 1).flatMap((two) => {
          if (!isOfTwo(one, two) || !mayPair(one.id, two.id)) return []
          const [code, other] = usesOf(two) > usesOf(one) ? [two, one] : [one, two]
          const evidence = this.#evidenceOf(code, other)
          const basis = basisOf(evidence)
          return basis === null ? [] : [{ ...evidence, basis }]
        }),
      )
      .sort((a, b) => b.strength - a.strength)
  }

  /** What speaks for a pair, proposed or not; null where nobody used one of the two. */
  of(code: CodeId, other: CodeId): PairEvidence | null {
    const one = this.#codes.get(code)
    const two = this.#codes.get(other)
    return one === undefined || two === undefined ? null : this.#evidenceOf(one, two)
  }

  #evidenceOf(code: UsedCode, other: UsedCode): PairEvidence {
    const likeness = this.#labels.compare(code.label, other.label)
    const units = this.#counts.of(code.id, other.id)
    const hasPassages = isBeyondChance(lowestLiftOf({ ...units, distinct: units.shared }))
    const overlap = hasPassages ? overlapOf(units) : 0
    return {
      code: code.id,
      other: other.id,
      likeness,
      isSameName: code.label === other.label,
      units,
      lift: liftOf(units),
      lowestLift: lowestLiftOf(units),
      hasPassages,
      toldApartBy: this.#toldApartBy(code, other),
      strength: 1 - (1 - likeness.value) * (1 - overlap),
    }
  }

  /** Who used `missing-values` and `missing-value-fix` tells `missing-value` from the latter, too. */
  #toldApartBy(code: UsedCode, other: UsedCode): readonly CoderId[] {
    const words = this.#labels.wordsOf(code.label)
    const otherWords = this.#labels.wordsOf(other.label)
    if (words === otherWords) return [...code.uses.keys()].filter((reader) => other.uses.has(reader))
    const readers = this.#readersOfWords.get(otherWords)
    return [...(this.#readersOfWords.get(words) ?? [])].filter((reader) => readers?.has(reader) === true)
  }
}

function basisOf({ likeness, units, hasPassages, toldApartBy }: PairEvidence): ProposalBasis | null {
  const isToldApart = toldApartBy.length > 0
  const hasWords = likeness.words.length > 0
  if (hasWords && hasPassages) {
    if (likeness.value >= (isToldApart ? LIMITS.likenessToldApart : LIMITS.likenessWithPassages)) return 'both'
  }
  // The same words throughout: told apart by nobody who thought of it.
  if (hasWords && likeness.value >= (isToldApart ? 1 : LIMITS.likenessAlone)) return hasPassages ? 'both' : 'words'
  if (!hasPassages || isToldApart) return null
  if (units.distinct < LIMITS.sharedAlone || overlapOf(units) < LIMITS.overlapAlone) return null
  return hasWords ? 'both' : 'passages'
}

function isBeyondChance(lowestLift: number | null): boolean {
  return lowestLift !== null && lowestLift > 1
}

/** Whether one reader used the one code and another reader the other. */
function isOfTwo(one: UsedCode, two: UsedCode): boolean {
  const readers = new Set([...one.uses.keys(), ...two.uses.keys()])
  return one.uses.size > 0 && two.uses.size > 0 && readers.size > 1
}

function usesOf({ uses }: UsedCode): number {
  return [...uses.values()].reduce((sum, each) => sum + each, 0)
}
