import { create } from 'zustand'
import type { SegmentId } from '../../../../domain/ids.ts'
import { toggleCodebook, useCodingScreen } from '../store.ts'

/** What stands beside the transcript. */
export type SideTab = 'codes' | 'segments' | 'quotes'

interface SideChoice {
  readonly tab: SideTab
  /** The segment that is screened. */
  readonly segmentId: SegmentId | null
}

export const useSideChoice = create<SideChoice>()(() => ({ tab: 'codes', segmentId: null }))

/** Shows a tab of the pane beside the transcript; with `isWanted` also where the pane itself was put away. */
export function showTab(tab: SideTab, { isWanted = false } = {}): void {
  useSideChoice.setState({ tab })
  if (isWanted && !useCodingScreen.getState().hasCodebook) toggleCodebook()
}

export function chooseSegment(segmentId: SegmentId | null): void {
  useSideChoice.setState({ segmentId })
}

export const SEGMENT_FORM_ID = 'coding-segment-form'

/** Takes the keyboard to the form of the chosen segment: at once, or as soon as it is there. */
export function focusForm(tries = 0): void {
  const form = document.getElementById(SEGMENT_FORM_ID)
  if (form !== null) form.focus()
  else if (tries < MOST_TRIES) requestAnimationFrame(() => focusForm(tries + 1))
}

/** Frames to wait for the form to come into the document. */
const MOST_TRIES = 20
