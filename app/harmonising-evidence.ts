import { codesTo, PATH_SEPARATOR, pathOf } from '../domain/codebook.ts'
import { isUndecided } from '../domain/harmonising/decision.ts'
import { LabelComparison } from '../domain/harmonising/label-likeness.ts'
import { evidenceOf, proposePairs, type Proposal, type UsedCode } from '../domain/harmonising/proposal.ts'
import { SharedUnitCounts } from '../domain/harmonising/shared-units.ts'
import type { CodeId, CoderId } from '../domain/ids.ts'
import { standing, type HarmonisedRound } from './harmonised-round.ts'

/** What speaks for which pairs of codes of a round being two names of one thing. */
export class RoundEvidence {
  readonly used: ReadonlyMap<CodeId, UsedCode>
  readonly #round: HarmonisedRound
  readonly #counts = new SharedUnitCounts()
  readonly #labels: LabelComparison

  constructor(round: HarmonisedRound) {
    this.#round = round
    const uses = new Map<CodeId, Map<CoderId, number>>()
    for (const reader of round.readers) {
      for (const transcript of reader.transcripts) {
        for (const { codeId } of round.codingsOf(reader, transcript)) {
          const ofCode = uses.get(codeId) ?? new Map<CoderId, number>()
          uses.set(codeId, ofCode.set(reader.coderId, (ofCode.get(reader.coderId) ?? 0) + 1))
        }
      }
    }
    this.used = new Map(
      [...uses].map(([id, ofCode]) => [
        id,
        { id, label: pathOf(round.codes, id).join(PATH_SEPARATOR), uses: ofCode } satisfies UsedCode,
      ]),
    )
    this.#labels = new LabelComparison([...this.used.values()].map(({ label }) => label))
    for (const pair of round.pairs()) {
      this.#counts.add(pair.transcripts.flatMap((transcript) => round.units(pair, transcript, false)))
    }
  }

  proposals(): readonly Proposal[] {
    const { decisions, codes } = this.#round
    const isOpen = isUndecided(standing(decisions, codes))
    const above = (id: CodeId, code: CodeId) => codesTo(codes, code).some((one) => one.id === id)
    const isBuiltIn = (id: CodeId) => (codes.get(id)?.taxonomy ?? null) !== null
    return proposePairs(
      [...this.used.values()],
      this.#counts,
      (one, two) =>
        isOpen(one, two) &&
        !(isBuiltIn(one) && isBuiltIn(two)) &&
        !above(one, two) &&
        !above(two, one),
    )
  }

  /** What speaks for two codes being one; null where one of them is not used. */
  of(code: CodeId, other: CodeId): Omit<Proposal, 'basis'> | null {
    const one = this.used.get(code)
    const two = this.used.get(other)
    if (one === undefined || two === undefined) return null
    return evidenceOf(one, two, this.#labels.compare(one.label, two.label), this.#counts.of(code, other))
  }
}
