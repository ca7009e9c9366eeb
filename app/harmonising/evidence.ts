import { codesTo, PATH_SEPARATOR } from '../../domain/codebook/codebook.ts'
import { isUndecided } from '../../domain/harmonising/decision.ts'
import { ProposalEvidence, type PairEvidence, type Proposal, type UsedCode } from '../../domain/harmonising/proposal.ts'
import { SharedUnitCounts } from '../../domain/harmonising/shared-units.ts'
import type { UnitPair } from '../../domain/agreement/figures.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { standing, type HarmonisedRound } from './harmonised-round.ts'
import type { Task } from '../task.ts'

/** What speaks for which pairs of codes of a round being two names of one thing. */
export class RoundEvidence {
  readonly used: ReadonlyMap<CodeId, UsedCode>
  readonly #round: HarmonisedRound
  readonly #evidence: ProposalEvidence

  private constructor(round: HarmonisedRound, counts: SharedUnitCounts) {
    this.#round = round
    this.used = usedCodes(round)
    this.#evidence = new ProposalEvidence([...this.used.values()], counts)
  }

  static async of(round: HarmonisedRound, task: Task): Promise<RoundEvidence> {
    const counts = new SharedUnitCounts()
    const pairs = round.pairs()
    const total = pairs.reduce((sum, { transcripts }) => sum + transcripts.length, 0)
    let done = 0
    for (const pair of pairs) {
      const units: UnitPair[] = []
      for (const transcript of pair.transcripts) {
        await task.step({ done: done++, total, what: transcript.name })
        units.push(...round.units(pair, transcript, false))
      }
      counts.add(units)
    }
    for (const transcript of round.transcripts) {
      const { people, units } = round.readings(transcript)
      counts.addTogether(units, people)
    }
    return new RoundEvidence(round, counts)
  }

  /**
   * The pairs to decide, the strongest first. Two codes of a built-in taxonomy are two by its definitions; a code and one
   * within it are related already.
   */
  proposals(): readonly Proposal[] {
    const { decisions, codes } = this.#round
    const isOpen = isUndecided(standing(decisions, codes))
    const isBuiltIn = (id: CodeId) => (codes.get(id)?.taxonomy ?? null) !== null
    const isAbove = (id: CodeId, code: CodeId) => codesTo(codes, code).some((one) => one.id === id)
    return this.#evidence.proposals(
      (one, two) => isOpen(one, two) && !(isBuiltIn(one) && isBuiltIn(two)) && !isAbove(one, two) && !isAbove(two, one),
    )
  }

  /** What speaks for two codes being one; null where one of them is not used. */
  of(code: CodeId, other: CodeId): PairEvidence | null {
    return this.#evidence.of(code, other)
  }
}

function usedCodes(round: HarmonisedRound): ReadonlyMap<CodeId, UsedCode> {
  const uses = new Map<CodeId, Map<CoderId, number>>()
  for (const reader of round.readers) {
    for (const transcript of reader.transcripts) {
      for (const { codeId } of round.codingsOf(reader, transcript)) {
        const ofCode = uses.get(codeId) ?? new Map<CoderId, number>()
        uses.set(codeId, ofCode.set(reader.coderId, (ofCode.get(reader.coderId) ?? 0) + 1))
      }
    }
  }
  const labelOf = (id: CodeId) => codesTo(round.codes, id).map((code) => round.nameAsItCame(code))
  return new Map([...uses].map(([id, ofCode]) => [id, { id, label: labelOf(id).join(PATH_SEPARATOR), uses: ofCode }]))
}
