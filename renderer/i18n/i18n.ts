import i18next, { changeLanguage, use as extend } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { agreement as enAgreement } from './en/agreement.ts'
import { catalog as enCatalog } from './en/catalog.ts'
import { codedTranscript as enCodedTranscript } from './en/coded-transcript.ts'
import { correction as enCorrection } from './en/correction.ts'
import { coding as enCoding } from './en/coding.ts'
import { common as enCommon } from './en/common.ts'
import { harmonising as enHarmonising } from './en/harmonising.ts'
import { exports as enExports } from './en/export.ts'
import { codebook as enCodebook } from './en/codebook.ts'
import { search as enSearch } from './en/search.ts'
import { memos as enMemos } from './en/memos.ts'
import { history as enHistory } from './en/history.ts'
import { segments as enSegments } from './en/segments.ts'
import { comparison as enComparison } from './en/comparison.ts'
import { versions as enVersions } from './en/versions.ts'
import { packets as enPackets } from './en/packets.ts'
import { participants as enParticipants } from './en/participants.ts'
import { review as enReview } from './en/review.ts'
import { study as enStudy } from './en/study.ts'
import { survey as enSurvey } from './en/survey.ts'
import { transcripts as enTranscripts } from './en/transcripts.ts'
import { workspace as enWorkspace } from './en/workspace.ts'
import { agreement as frAgreement } from './fr/agreement.ts'
import { catalog as frCatalog } from './fr/catalog.ts'
import { codedTranscript as frCodedTranscript } from './fr/coded-transcript.ts'
import { correction as frCorrection } from './fr/correction.ts'
import { coding as frCoding } from './fr/coding.ts'
import { common as frCommon } from './fr/common.ts'
import { harmonising as frHarmonising } from './fr/harmonising.ts'
import { exports as frExports } from './fr/export.ts'
import { codebook as frCodebook } from './fr/codebook.ts'
import { search as frSearch } from './fr/search.ts'
import { memos as frMemos } from './fr/memos.ts'
import { history as frHistory } from './fr/history.ts'
import { segments as frSegments } from './fr/segments.ts'
import { comparison as frComparison } from './fr/comparison.ts'
import { versions as frVersions } from './fr/versions.ts'
import { packets as frPackets } from './fr/packets.ts'
import { participants as frParticipants } from './fr/participants.ts'
import { review as frReview } from './fr/review.ts'
import { study as frStudy } from './fr/study.ts'
import { survey as frSurvey } from './fr/survey.ts'
import { transcripts as frTranscripts } from './fr/transcripts.ts'
import { workspace as frWorkspace } from './fr/workspace.ts'
import { keep, kept } from '../kept.ts'

export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

export const resources = {
  en: {
    common: enCommon,
    workspace: enWorkspace,
    study: enStudy,
    transcripts: enTranscripts,
    correction: enCorrection,
    codedTranscript: enCodedTranscript,
    coding: enCoding,
    codebook: enCodebook,
    search: enSearch,
    memos: enMemos,
    history: enHistory,
    segments: enSegments,
    comparison: enComparison,
    versions: enVersions,
    participants: enParticipants,
    packets: enPackets,
    agreement: enAgreement,
    harmonising: enHarmonising,
    review: enReview,
    catalog: enCatalog,
    survey: enSurvey,
    export: enExports,
  },
  fr: {
    common: frCommon,
    workspace: frWorkspace,
    study: frStudy,
    transcripts: frTranscripts,
    correction: frCorrection,
    codedTranscript: frCodedTranscript,
    coding: frCoding,
    codebook: frCodebook,
    search: frSearch,
    memos: frMemos,
    history: frHistory,
    segments: frSegments,
    comparison: frComparison,
    versions: frVersions,
    participants: frParticipants,
    packets: frPackets,
    agreement: frAgreement,
    harmonising: frHarmonising,
    review: frReview,
    catalog: frCatalog,
    survey: frSurvey,
    export: frExports,
  },
} as const

export type EnglishResources = (typeof resources)['en']

const STORED = 'axial.language'

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** The language in use; English until one is chosen. */
export function currentLanguage(): Language {
  const language = i18next.resolvedLanguage
  return isLanguage(language) ? language : 'en'
}

/** The language in use, and a new render when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.resolvedLanguage) ? i18n.resolvedLanguage : 'en'
}

/** Speaks this language from now on, and the next time. */
export async function setLanguage(language: Language): Promise<void> {
  keep(STORED, language)
  document.documentElement.lang = language
  await changeLanguage(language)
}

/** Prepares the texts in the language last chosen, else the system's where it is one of ours, else English. */
export async function startI18n(): Promise<void> {
  const stored = kept(STORED)
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
  const language = isLanguage(stored) ? stored : (preferred ?? 'en')
  await extend(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}
