import type { DecisionReason, Verdict } from '../../domain/adjudication/decision.ts'
import type { ItemKind, ItemState } from '../../domain/adjudication/adjudication.ts'
import type { DecisionKind } from '../../domain/screening.ts'

/** A reading in the words of the study: a code on words, whether a segment is a mismatch, or one of its texts. */
export type ToldReading =
  /** The words are empty of an instance, and where it is on all of the item's words. */
  | { readonly kind: 'code'; readonly path: string; readonly words: string }
  | { readonly kind: 'decision'; readonly decision: DecisionKind; readonly because: readonly string[] }
  | { readonly kind: 'text'; readonly field: 'quote' | 'description' | 'information'; readonly text: string }

export interface ReportedItem {
  readonly transcript: string
  /** Number of the turn in which its words begin. */
  readonly turn: number
  readonly kind: ItemKind
  readonly state: ItemState
  readonly cost: number
  /** All words that the readings cover together, of a segment those it begins with, in one line. */
  readonly words: string
  readonly readings: readonly { readonly coder: string; readonly told: readonly ToldReading[] }[]
  /** What stands; empty where nothing does, or nothing was decided. */
  readonly result: readonly ToldReading[]
  /** Every version, the oldest first. */
  readonly decisions: readonly {
    readonly coder: string
    /** ISO 8601, UTC. */
    readonly at: string
    readonly verdict: Verdict
    /** Whose reading was taken. */
    readonly taken: readonly string[]
    readonly reason: DecisionReason
  }[]
  readonly notes: readonly { readonly coder: string; readonly at: string; readonly body: string }[]
}

/** A figure of agreement; null is undefined, with the reason. */
export interface ReportedFigure {
  readonly value: number | null
  readonly reason: string | null
  readonly n: number
  /** 95 %; null where there is none. */
  readonly interval: readonly [low: number, high: number] | null
}

/** A figure when the review was started, null where nothing was frozen, and with what was decided since. */
export interface BeforeAndAfter {
  readonly name: string
  readonly before: ReportedFigure | null
  readonly after: ReportedFigure
}

export interface ReportedAgreement {
  /** Null: over all transcripts that the coders went through. */
  readonly transcript: string | null
  /** Two, or all of them together. */
  readonly coders: readonly string[]
  readonly figures: readonly BeforeAndAfter[]
}

/** All that the report of a review says, before it is written in a language. */
export interface ReviewReport {
  readonly study: string
  readonly round: string
  /** Null where the review was not started. */
  readonly started: { readonly moderator: string; readonly moderatedRound: string; readonly at: string } | null
  /** Codes that count as another one in the queue and in the figures after, as harmonised; not in those before. */
  readonly mappedCodes: number
  readonly tally: {
    readonly disagreements: number
    readonly decided: number
    readonly open: number
    readonly identical: number
  }
  readonly kinds: readonly {
    readonly kind: ItemKind
    readonly disagreements: number
    readonly open: number
    readonly cost: number
  }[]
  readonly reasons: readonly (DecisionReason & { readonly uses: number })[]
  readonly coders: readonly { readonly coder: string; readonly decided: number; readonly overruled: number }[]
  readonly agreement: readonly ReportedAgreement[]
  /** Disagreements only. */
  readonly items: readonly ReportedItem[]
}
