import type { GivenFilters } from '../../../app/contract/search.ts'
import type { Id } from '../../../domain/ids.ts'
import { asId } from '../../../domain/ids.ts'

/** What is chosen in the filters, one of each; null chooses nothing. */
export interface Choices {
  readonly speaker: 'participants' | 'interviewers' | `speaker:${string}` | null
  readonly attribute: string | null
  readonly value: string | null
  readonly transcript: Id<'transcript'> | null
  readonly language: string | null
  readonly coded: 'coded' | 'uncoded' | null
  readonly code: Id<'code'> | null
}

export const NO_CHOICES: Choices = {
  speaker: null,
  attribute: null,
  value: null,
  transcript: null,
  language: null,
  coded: null,
  code: null,
}

/** Whether anything is left out by them. An attribute without its value leaves out nothing yet. */
export function isLimiting({ attribute, value, ...others }: Choices): boolean {
  return (attribute !== null && value !== null) || Object.values(others).some((choice) => choice !== null)
}

/** The filters as the contract takes them. With a code, "not coded" means outside of what is coded with it. */
export function filtersOf(choices: Choices): GivenFilters {
  const { speaker, attribute, value, transcript, language, coded, code } = choices
  return {
    ...(speaker === 'participants' || speaker === 'interviewers' ? { who: speaker } : {}),
    ...(speaker?.startsWith(SPEAKER) === true ? { speakers: [speaker.slice(SPEAKER.length)] } : {}),
    ...(attribute !== null && value !== null ? { attributes: [{ name: attribute, values: [value] }] } : {}),
    ...(transcript === null ? {} : { transcripts: [transcript] }),
    ...(language === null ? {} : { languages: [language] }),
    ...(code === null ? {} : { codes: [{ codeId: code, isCoded: coded !== 'uncoded' }] }),
    ...(code === null && coded !== null ? { coded } : {}),
  }
}

const SPEAKER = 'speaker:'

/** The choice of who speaks that an option stands for. */
export function speakerChoice(option: string): Choices['speaker'] {
  if (option === 'participants' || option === 'interviewers') return option
  return option.startsWith(SPEAKER) ? `speaker:${option.slice(SPEAKER.length)}` : null
}

/** The id that an option stands for; null for the one that chooses nothing. */
export function idChoice<Kind extends string>(option: string): Id<Kind> | null {
  return option === ANY ? null : asId<Kind>(option)
}

/** The option that chooses nothing. */
export const ANY = 'any'
