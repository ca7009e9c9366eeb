import { create } from 'zustand'
import type { CoderId, SegmentId } from '../../../../domain/ids.ts'
import { useSession } from '../../../session.ts'
import { toggleCodebook, useCodingScreen } from '../store.ts'

/** What stands beside the transcript. */
export type SideTab = 'codes' | 'segments' | 'quotes'

export interface SideChoice {
  readonly tab: SideTab
  /** The segment that was chosen to be screened, and who chose it. */
  readonly segmentId: SegmentId | null
  readonly chosenBy: CoderId | null
}

export const useSideChoice = create<SideChoice>()(() => ({
  tab: 'codes',
  segmentId: null,
  chosenBy: null,
}))

/** Shows a tab of the pane beside the transcript; with `isWanted` also where the pane itself was put away. */
export function showTab(tab: SideTab, { isWanted = false } = {}): void {
  useSideChoice.setState({ tab })
  if (isWanted && !useCodingScreen.getState().hasCodebook) toggleCodebook()
}

export function chooseSegment(segmentId: SegmentId | null): void {
  useSideChoice.setState({ segmentId, chosenBy: useSession.getState().coderId })
}

/** The segment that this coder chose; null where they chose none. */
export function segmentChosenBy({ segmentId, chosenBy }: SideChoice, coderId: CoderId | null): SegmentId | null {
  return chosenBy === coderId ? segmentId : null
}

export const SEGMENT_FORM_ID = 'coding-segment-form'

/** Takes the keyboard to the form of the chosen segment: at once, or as soon as it is there. */
export function focusForm(tries = 0): void {
  const form = document.getElementById(SEGMENT_FORM_ID)
  if (form !== null) form.focus()
  else if (tries < MOST_TRIES) requestAnimationFrame(() => focusForm(tries + 1))
}

/** Gives the form the keyboard where what had it was disabled: at the last segment, the button that went on. */
export function keepKeyboard(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusForm()
  })
}

/** Frames to wait for the form to come into the document. */
const MOST_TRIES = 20
