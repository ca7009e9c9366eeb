import { AxialError } from '../../domain/errors.ts'
import type { FilePayload } from '../../app/contract/values.ts'

/** The most that is read of a file, in megabytes of a million bytes: text, spreadsheets, and packets. */
export const TEXT_LIMIT_MB = 20
export const SPREADSHEET_LIMIT_MB = 50
export const PACKET_LIMIT_MB = 100

/**
 * The chosen files, whole. Sizes are checked before a byte is read.
 * @throws AxialError `file-too-large` or `file-unreadable`, naming the first such file; nothing is then handed over.
 */
export async function readFiles(files: readonly File[], limitMb: number): Promise<readonly FilePayload[]> {
  const large = files.find((file) => file.size > limitMb * 1_000_000)
  if (large) {
    const size = Math.ceil(large.size / 1_000_000)
    throw new AxialError('file-too-large', { name: large.name, size, limit: limitMb })
  }
  return Promise.all(files.map(readFile))
}

async function readFile(file: File): Promise<FilePayload> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new AxialError('file-unreadable', { name: file.name, detail }, error)
  }
}
