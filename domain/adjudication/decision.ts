/**
 * The reasons that are offered for a decision in every study, translated where they are shown. A study adds its own by
 * writing them.
 */
export const REASON_KEYS = [
  'definition-fits',
  'definition-excludes',
  'more-specific',
  'more-general',
  'evidence-in-words',
  'no-evidence',
  'boundary-of-example',
  'overlooked',
  'same-meaning',
  'discussed',
] as const
export type ReasonKey = (typeof REASON_KEYS)[number]

/** Why something was decided: one of the listed reasons, or words, or both. */
export interface DecisionReason {
  readonly key: ReasonKey | null
  readonly words: string
}

/** Whether it says anything at all. A decision needs a reason. */
export function isReason({ key, words }: DecisionReason): boolean {
  return key !== null || words.trim() !== ''
}

/**
 * What was decided: `identical` was settled at the start since all coders said the same; `take` is the reading of one
 * coder, or of several; `reopened` withdraws the decision before.
 */
const VERDICTS = ['identical', 'take', 'neither', 'other', 'reopened'] as const
export type Verdict = (typeof VERDICTS)[number]
