/** What kind of trouble a failure is, for the shells to translate: an HTTP status, an exit code. */
export type ErrorCode = 'invalid' | 'not-found' | 'conflict' | 'refused' | 'cancelled' | 'internal'

/**
 * What happened, what was kept, what to do. `{name}` stands for a parameter, `{what:a}` for the term of `terms.ts` that
 * the parameter `what` names, in the form `a`.
 */
export type Sentence = readonly [happened: string, kept: string, advice: string]

/** A failure's sentence in both languages, by its reason. */
export type Sentences = Readonly<
  Record<string, { readonly code: ErrorCode; readonly en: Sentence; readonly fr: Sentence }>
>

export const UNCHANGED = 'the study is unchanged'
export const INCHANGEE = 'l’étude est inchangée'
