import { create } from 'zustand'
import type { ListedCoding } from '../../../app/contract/codings.ts'
import type { Code } from '../../../domain/codebook/codebook.ts'
import type { CodeId, CodingId, TranscriptId } from '../../../domain/ids.ts'
import { useSession } from '../../session.ts'
import { rememberCodebook, rememberedCodebook } from './places.ts'
import { NO_RECENT_CODES, noteUse, type RecentCodes } from './palette/recent-codes.ts'
import type { Selection } from './words/selection.ts'
import type { Unread } from './unread.ts'

/** Whose codings are shown of those the service lets this coder see. */
export type Whose = 'mine' | 'everyone'

/** What the pointer or the focus is on: these codings, and the place on the screen where they are told about. */
export interface Pointed {
  readonly ids: readonly CodingId[]
  readonly x: number
  readonly y: number
}

/** A code and the study's revision as it was saved. */
export interface NewlySaved {
  readonly code: Code
  readonly revision: number
}

/** Up to this width of the window, in pixels, the words have all of it until the codebook is asked for; see coding.css. */
const NARROW = 860

interface CodingScreen {
  readonly transcriptId: TranscriptId | null
  readonly selection: Selection | null
  readonly whose: Whose
  readonly pointed: Pointed | null
  /** The coding last pointed at or made: of several in one place, commands mean this one. */
  readonly aimed: CodingId | null
  readonly unread: readonly Unread[]
  /** Codes that the service has saved and that have not been read back yet. */
  readonly newCodes: readonly NewlySaved[]
  /** What was last done, in words; shown at the foot and told to screen readers. */
  readonly status: string
  /** The word gone to by keyboard, for screen readers alone. */
  readonly spoken: string
  readonly open: 'palette' | 'shortcuts' | null
  /** Whether the tools beside the chosen words are wanted: after a choice by the pointer. */
  readonly hasTools: boolean
  /** Whether the codebook stands beside the transcript. */
  readonly hasCodebook: boolean
  /** The codes that the coder at work used last. */
  readonly recent: RecentCodes
}

export const useCodingScreen = create<CodingScreen>()(() => ({
  transcriptId: null,
  selection: null,
  whose: 'everyone',
  pointed: null,
  aimed: null,
  unread: [],
  newCodes: [],
  status: '',
  spoken: '',
  open: null,
  hasTools: false,
  hasCodebook: hasRoomForCodebook() && (rememberedCodebook() ?? true),
  recent: NO_RECENT_CODES,
}))

const { setState: set } = useCodingScreen

/** Begins at a place, of this transcript or another. What was saved and not read back yet is still true. */
export function enterTranscript(transcriptId: TranscriptId, selection: Selection | null): void {
  set({ transcriptId, selection, pointed: null, aimed: null, status: '', open: null, hasTools: false })
}

export function select(selection: Selection | null, { hasTools = false } = {}): void {
  set({ selection, hasTools, pointed: null })
}

/** The chosen words stay chosen; the tools beside them have done their work. */
export function putToolsAway(): void {
  set({ hasTools: false })
}

/** Shows the codebook or puts it away; where it stands beside the words, that is remembered. */
export function toggleCodebook(): void {
  set(({ hasCodebook }) => {
    if (hasRoomForCodebook()) rememberCodebook(!hasCodebook)
    return { hasCodebook: !hasCodebook }
  })
}

function hasRoomForCodebook(): boolean {
  return window.innerWidth > NARROW
}

/** Puts the codebook away as the window becomes narrow, as by zooming, and back as it becomes wide. Gives what ends that. */
export function followWidth(): () => void {
  let hadRoom = hasRoomForCodebook()
  const follow = () => {
    const hasRoom = hasRoomForCodebook()
    if (hasRoom !== hadRoom) set({ hasCodebook: hasRoom && (rememberedCodebook() ?? true) })
    hadRoom = hasRoom
  }
  window.addEventListener('resize', follow)
  return () => window.removeEventListener('resize', follow)
}

/** What was last done is no longer said once something else has changed the study, as taking it back does. */
export function followStudy(): () => void {
  return useSession.subscribe((now, before) => {
    if (now.unknownRevision !== before.unknownRevision) set({ status: '' })
  })
}

export function show(whose: Whose): void {
  set({ whose })
}

export function pointAt(pointed: Pointed | null): void {
  set(({ aimed }) => ({ pointed, aimed: pointed?.ids[0] ?? aimed }))
}

/** Of several codings in one place, commands mean this one from now on. */
export function aimAt(aimed: CodingId): void {
  set({ aimed })
}

export function say(status: string): void {
  set({ status })
}

export function speak(spoken: string): void {
  set({ spoken })
}

export function openOver(open: 'palette' | 'shortcuts' | null): void {
  set({ open })
}

export function setRecent(recent: RecentCodes): void {
  set({ recent })
}

export function noteCodeUse(code: CodeId): RecentCodes {
  set(({ recent }) => ({ recent: noteUse(recent, code) }))
  return useCodingScreen.getState().recent
}

/** A coding that the service has saved, new or moved, is on the screen at once, before everything is read again. */
export function noteSaved(coding: ListedCoding, revision: number): void {
  set(({ unread }) => ({ aimed: coding.id, unread: [...unread, { kind: 'saved', coding, revision }] }))
}

export function noteRemoved(ids: readonly CodingId[], revision: number): void {
  set(({ unread }) => ({ unread: [...unread, ...ids.map((id) => ({ kind: 'removed', id, revision }) as const)] }))
}

/** A code just created is in the codebook at once. */
export function noteNewCodes(codes: readonly Code[], revision: number): void {
  set(({ newCodes }) => ({ newCodes: [...newCodes, ...codes.map((code) => ({ code, revision }))] }))
}

/** Every code saved before this revision has been read back. */
export function noteCodesRead(revision: number): void {
  set(({ newCodes }) => {
    const left = newCodes.filter((one) => one.revision >= revision)
    return left.length === newCodes.length ? {} : { newCodes: left }
  })
}

/** Every coding saved before this revision has been read back. */
export function noteRead(revision: number): void {
  set(({ unread }) => {
    const left = unread.filter((change) => change.revision >= revision)
    return left.length === unread.length ? {} : { unread: left }
  })
}
