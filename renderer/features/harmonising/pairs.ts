import type { Output } from '../../../app/contract.ts'
import type { ListedDecision, ListedEvidence } from '../../../app/contract/harmonising.ts'
import type { CodeId } from '../../../domain/ids.ts'

/** Two codes, proposed or decided. `code` stays, `other` counts as it. */
export interface Pair {
  /** The same whichever of the two stays. */
  readonly key: string
  readonly code: CodeId
  readonly other: CodeId
  readonly name: string
  readonly otherName: string
  /** Null where one of the codes is gone or not used. */
  readonly evidence: ListedEvidence | null
  /** Null while it is to be decided. */
  readonly decision: ListedDecision | null
}

export function keyOf(code: string, other: string): string {
  return [code, other].sort().join('/')
}

/** What is to decide, the strongest first, and what was decided, the latest first. */
export function pairsOf({ proposals, decisions }: Output<'harmonising.read'>): {
  readonly open: readonly Pair[]
  readonly decided: readonly Pair[]
} {
  return {
    open: proposals.map((proposal) => ({
      key: keyOf(proposal.code.id, proposal.other.id),
      code: proposal.code.id,
      other: proposal.other.id,
      name: proposal.code.path,
      otherName: proposal.other.path,
      evidence: proposal,
      decision: null,
    })),
    decided: decisions.toReversed().map((decision) => ({
      key: keyOf(decision.codeId, decision.otherId),
      code: decision.codeId,
      other: decision.otherId,
      name: decision.evidence?.code.path ?? decision.name,
      otherName: decision.evidence?.other.path ?? decision.otherName,
      evidence: decision.evidence,
      decision,
    })),
  }
}

/** Both names as the decision has them, whichever of the two is offered to stay now. */
export function decidedNames({ code, name, otherName, decision }: Pair): {
  readonly code: string
  readonly other: string
} {
  return decision === null || decision.codeId === code
    ? { code: name, other: otherName }
    : { code: otherName, other: name }
}

/** The pair with its codes the other way round: the other one stays. */
export function swapped(pair: Pair): Pair {
  const { code, other, name, otherName, evidence } = pair
  return {
    ...pair,
    code: other,
    other: code,
    name: otherName,
    otherName: name,
    evidence: evidence && {
      ...evidence,
      code: evidence.other,
      other: evidence.code,
      codeAlone: evidence.otherAlone,
      otherAlone: evidence.codeAlone,
    },
  }
}

/** Which pair to go on with when this one is decided: the next one, or the one before it at the end. */
export function nextAfter(open: readonly Pair[], key: string): string | null {
  const at = open.findIndex((pair) => pair.key === key)
  return (open[at + 1] ?? open[at - 1])?.key ?? null
}
