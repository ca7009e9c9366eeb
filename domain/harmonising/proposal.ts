import type { CodeId, CoderId } from '../ids.ts'
import { LabelComparison, type LabelLikeness } from './label-likeness.ts'
import { liftOf, lowestLiftOf, overlapOf, type SharedUnitCounts, type SharedUnits } from './shared-units.ts'

/** A code as the readers of a round used it. */
export interface UsedCode {
  readonly id: CodeId
  /** Its path, by whose words it is compared. */
  readonly label: string
  /** How often each reader used it; one who did not is left out. */
  readonly uses: ReadonlyMap<CoderId, number>
}

/** What speaks for two codes being two names of one thing. */
export type ProposalBasis = 'words' | 'passages' | 'both'

/** Two codes that may be two names of one thing. */
export interface Proposal {
  /** The one used more often, which is offered as the one to keep. */
  readonly code: CodeId
  readonly other: CodeId
  readonly basis: ProposalBasis
  readonly likeness: LabelLikeness
  /** Of `code` and `other`, in this order. */
  readonly units: SharedUnits
  /** Observed over expected shared units; null where none is expected. */
  readonly lift: number | null
  /** Its lower bound. */
  readonly lowestLift: number | null
  /** Who used both codes, and so tells them apart. */
  readonly toldApartBy: readonly CoderId[]
  /** From 0 to 1, to sort by: 1 − (1 − likeness) × (1 − overlap). Not a probability. */
  readonly strength: number
}

/**
 * What a pair must have to be proposed (docs/decisions/0022). Passages count where more of them are shared than chance
 * gives, the lower bound of the lift above 1.
 */
export const LIMITS = {
  /** Likeness of the labels where passages are shared, too. */
  likenessWithPassages: 0.3,
  /** The same where a coder used both codes, and so tells them apart. */
  likenessToldApart: 0.5,
  /** Likeness of labels alone. */
  likenessAlone: 0.6,
  /** Shared units, and their share of the units where either was used alone, for codes without a word in common. */
  sharedAlone: 3,
  overlapAlone: 0.5,
} as const

/**
 * The pairs of codes of two readers that may be two names of one thing, the strongest first. `mayPair` leaves out pairs
 * of which that is known already. No pair is proposed that shares neither a word nor a passage.
 */
export function proposePairs(
  codes: readonly UsedCode[],
  counts: SharedUnitCounts,
  mayPair: (code: CodeId, other: CodeId) => boolean,
): readonly Proposal[] {
  const labels = new LabelComparison(codes.map(({ label }) => label))
  const proposals: Proposal[] = []
  for (const [at, one] of codes.entries()) {
    for (const two of codes.slice(at + 1)) {
      if (!isOfTwo(one, two) || !mayPair(one.id, two.id)) continue
      const [code, other] = usesOf(two) > usesOf(one) ? [two, one] : [one, two]
      const proposal = propose(code, other, labels.compare(code.label, other.label), counts.of(code.id, other.id))
      if (proposal !== null) proposals.push(proposal)
    }
  }
  return proposals.sort((a, b) => b.strength - a.strength)
}

/** What speaks for a pair, proposed or not. */
export function evidenceOf(
  code: UsedCode,
  other: UsedCode,
  likeness: LabelLikeness,
  units: SharedUnits,
): Omit<Proposal, 'basis'> {
  const lowestLift = lowestLiftOf(units)
  const overlap = isBeyondChance(lowestLift) ? overlapOf(units) : 0
  return {
    code: code.id,
    other: other.id,
    likeness,
    units,
    lift: liftOf(units),
    lowestLift,
    toldApartBy: [...code.uses.keys()].filter((reader) => other.uses.has(reader)),
    strength: 1 - (1 - likeness.value) * (1 - overlap),
  }
}

function propose(
  code: UsedCode,
  other: UsedCode,
  likeness: LabelLikeness,
  units: SharedUnits,
): Proposal | null {
  const evidence = evidenceOf(code, other, likeness, units)
  const basis = basisOf(evidence)
  return basis === null ? null : { ...evidence, basis }
}

function basisOf({ likeness, units, lowestLift, toldApartBy }: Omit<Proposal, 'basis'>): ProposalBasis | null {
  const isToldApart = toldApartBy.length > 0
  const hasWords = likeness.words.length > 0
  const hasPassages = isBeyondChance(lowestLift)
  if (hasWords && hasPassages) {
    if (likeness.value >= (isToldApart ? LIMITS.likenessToldApart : LIMITS.likenessWithPassages)) return 'both'
  }
  // The same words throughout: told apart by nobody who thought of it.
  if (hasWords && likeness.value >= (isToldApart ? 1 : LIMITS.likenessAlone)) return hasPassages ? 'both' : 'words'
  if (!hasPassages || isToldApart) return null
  if (units.shared < LIMITS.sharedAlone || overlapOf(units) < LIMITS.overlapAlone) return null
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
