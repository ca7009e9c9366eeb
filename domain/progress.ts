export type NextStep =
  | 'import-transcripts'
  | 'create-codes'
  | 'code'
  | 'second-coder'
  | 'open-round'
  | 'agreement'
  | 'catalog'
  | 'survey'
  | 'export'

/** How far a study has come, in what the viewer may see. */
export interface Standing {
  readonly transcripts: number
  readonly codes: number
  /** Who codes by themselves, whether they have begun or not; moderators are not among them. */
  readonly coders: number
  /** Coders who have coded anything in an independent round. */
  readonly independentCoders: number
  readonly moderatedCodings: number
  readonly catalogEntries: number
  readonly surveys: number
  /** Blind rounds that the viewer can open: a moderator can, a coder none. */
  readonly blindRounds: number
}

/** What a study needs next, in the order of the method: collect, code twice, settle, catalog, survey, export. */
export function nextStepOf(standing: Standing): NextStep {
  if (standing.transcripts === 0) return 'import-transcripts'
  if (standing.codes === 0) return 'create-codes'
  // A moderator, who sees nothing of a blind round either, does not code in it but opens it.
  if (standing.blindRounds > 0) return standing.coders < 2 ? 'second-coder' : 'open-round'
  if (standing.independentCoders === 0) return 'code'
  // Of a second coder who works blind nothing is seen: that there is one is enough.
  if (standing.independentCoders === 1) return standing.coders < 2 ? 'second-coder' : 'code'
  if (standing.moderatedCodings === 0 && standing.catalogEntries === 0) return 'agreement'
  if (standing.catalogEntries === 0) return 'catalog'
  return standing.surveys === 0 ? 'survey' : 'export'
}
