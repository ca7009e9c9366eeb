import type { ParticipantId } from './ids.ts'

/** Who was interviewed: a pseudonym such as P7a (organization 7, person a), and what the study notes of them. */
export interface Participant {
  readonly id: ParticipantId
  readonly pseudonym: string
  readonly role: string | null
  /** Years of experience. */
  readonly years: number | null
  readonly organization: string | null
  readonly team: string | null
  /** What else the study notes, under names of its own. */
  readonly attributes: readonly ParticipantAttribute[]
}

export interface ParticipantAttribute {
  readonly name: string
  readonly value: string
}

/** The attributes that every study can note; others have names of their own. */
export const STANDARD_ATTRIBUTES = ['role', 'organization', 'team', 'years'] as const

/** Every attribute that at least one participant has: the standard ones first, then the study's own by name. */
export function attributeNames(participants: readonly Participant[]): readonly string[] {
  const own = new Set(participants.flatMap(({ attributes }) => attributes.map(({ name }) => name)))
  const standard = STANDARD_ATTRIBUTES.filter((name) => participants.some((one) => one[name] !== null))
  return [...standard, ...[...own].sort((a, b) => a.localeCompare(b, 'en'))]
}

/** A participant's value of an attribute, standard or the study's own; null where it is not noted. */
export function attributeValue(participant: Participant, name: string): string | null {
  const standard = STANDARD_ATTRIBUTES.find((one) => one === name)
  if (standard === undefined) return participant.attributes.find((one) => one.name === name)?.value ?? null
  const value = participant[standard]
  return value === null ? null : String(value)
}

/** The different values of an attribute, numbers by size, words by their order. */
export function attributeValues(participants: readonly Participant[], name: string): readonly string[] {
  const values = new Set(participants.map((one) => attributeValue(one, name)).filter((value) => value !== null))
  return [...values].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
