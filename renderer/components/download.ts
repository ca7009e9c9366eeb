import { zipSync } from 'fflate'
import type { FilePayload } from '../../app/contract/values.ts'

/** The earliest time an archive can hold, on the local clock that archives use: the same files give the same bytes. */
const EPOCH = new Date(1980, 0, 1)

/** One archive of the files, at its root. */
export function zipOf(files: readonly FilePayload[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { mtime: EPOCH })
}

/** Hands the file to the browser's downloads. */
export function download({ name, bytes }: FilePayload): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the file after this task; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
