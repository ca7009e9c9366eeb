import type { Progress } from '../app/contract/procedure.ts'

/** A terminal's standard error, as far as a progress line needs it. */
export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

/** A line that shows how far the work has come, on a terminal only: pipelines and logs get none. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void
  /** Takes the line away, so that what follows starts on a clean one. */
  readonly clear: () => void
}

const CLEAR = '\r\u001B[K'

export function progressLine(terminal: Terminal): ProgressLine {
  if (terminal.isTTY !== true) return { show: () => undefined, clear: () => undefined }
  let shown = ''
  return {
    show(progress) {
      const line = progressText(progress).slice(0, Math.max(10, (terminal.columns ?? 80) - 1))
      if (line !== shown) terminal.write(CLEAR + line)
      shown = line
    },
    clear() {
      if (shown !== '') terminal.write(CLEAR)
      shown = ''
    },
  }
}

/** `12 of 40 (30 %) interview-07.txt`; without a total, how many are done. */
export function progressText({ done, total, what }: Progress): string {
  const amount =
    total > 0 ? `${done} of ${total} (${Math.floor((100 * Math.min(done, total)) / total)} %)` : String(done)
  return `${amount} ${what.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()}`.trimEnd()
}
