/** The id of the transcript's grid, which takes the keyboard. */
export const TRANSCRIPT_ID = 'coding-transcript'
export const FIND_ID = 'coding-find'
export const FILTER_ID = 'coding-filter'

/** Gives the keyboard back to the transcript, where it was. */
export function focusTranscript(): void {
  document.getElementById(TRANSCRIPT_ID)?.focus({ preventScroll: true })
}

export function focusFilter(): void {
  document.querySelector<HTMLInputElement>(`#${FILTER_ID} input`)?.focus()
}
