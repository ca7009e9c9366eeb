/**
 * Identifiers. Every row of a study has a UUIDv7 (RFC 9562) as its id, so that copies of a study made on two machines
 * can be merged by id. The brand keeps the id of one thing from being passed where another's is meant.
 */
declare const brand: unique symbol

export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type OrganizationId = Id<'organization'>
export type ParticipantId = Id<'participant'>
export type TranscriptId = Id<'transcript'>
export type RevisionId = Id<'revision'>
export type CodeId = Id<'code'>
export type CoderId = Id<'coder'>
export type RoundId = Id<'round'>
export type AssignmentId = Id<'assignment'>
export type CodingId = Id<'coding'>
export type SegmentId = Id<'segment'>
export type ScreeningId = Id<'screening'>
export type QuoteId = Id<'quote'>
export type MismatchId = Id<'mismatch'>
export type QualityIssueId = Id<'quality-issue'>
export type SurveyId = Id<'survey'>
export type VersionId = Id<'version'>
export type SnapshotId = Id<'snapshot'>
export type ItemId = Id<'item'>
export type RespondentId = Id<'respondent'>
export type ReviewId = Id<'review'>
export type DecisionId = Id<'decision'>
export type NoteId = Id<'note'>

/** Gives a new, never repeated, time-ordered UUIDv7. Randomness and clock live behind it, never in the domain. */
export type IdSource = () => string

/** Brands a string that a database row or the contract already knows to be an id of this kind. */
export function asId<Kind extends string>(value: string): Id<Kind> {
  return value as Id<Kind>
}
