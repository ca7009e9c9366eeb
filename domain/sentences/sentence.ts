import type { ErrorCode } from '../errors.ts'

/**
 * What happened, what was kept, what to do. `{name}` stands for a parameter, `{what:a}` for the term of `terms.ts` that
 * the parameter `what` names, in the form `a`.
 */
type Sentence = readonly [happened: string, kept: string, advice: string]

/** A failure's sentence in both languages, by its reason. */
export type Sentences = Readonly<
  Record<string, { readonly code: ErrorCode; readonly en: Sentence; readonly fr: Sentence }>
>

export const UNCHANGED = 'the study is unchanged'
export const INCHANGEE = 'l’étude est inchangée'
