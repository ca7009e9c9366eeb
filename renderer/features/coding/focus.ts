/** The id of the transcript's grid, which takes the keyboard. */
export const TRANSCRIPT_ID = 'coding-transcript'
export const FIND_ID = 'coding-find'
export const FILTER_ID = 'coding-filter'
/** The class of the button that leads to transcripts where there are none. */
export const TO_TRANSCRIPTS = 'coding-to-transcripts'

/** Gives the keyboard back to the transcript, where it was. */
export function focusTranscript(): void {
  document.getElementById(TRANSCRIPT_ID)?.focus({ preventScroll: true })
  showTranscript()
}

/** Brings the words into the window where it is too small to hold the whole screen, as at 200 % zoom. */
export function showTranscript(): void {
  document.querySelector('.coding-middle')?.scrollIntoView({ block: 'nearest' })
}

export function focusFilter(): void {
  document.querySelector<HTMLInputElement>(`#${FILTER_ID} input`)?.focus()
}
