import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Input } from '../contract.ts'
import { AxialError } from '../../domain/errors.ts'

/** A file as the contract takes it: whole, under its bare name. */
export type InputFile = Input<'mismatches.import'>['file']

const MEGABYTE = 1_000_000

/** The most that is read of a file, in megabytes of 1,000,000 bytes. */
const TEXT_LIMIT = 20
export const SPREADSHEET_LIMIT = 50

/** The limit for a file by its name: spreadsheets may be larger than texts. */
export function limitFor(name: string): number {
  return /\.xls[xm]?$/i.test(name) ? SPREADSHEET_LIMIT : TEXT_LIMIT
}

/**
 * A file whole, under its bare name. It is looked at before it is read, so that a folder, a device or a file of many
 * gigabytes costs nothing. Throws `file-missing`, `file-is-folder`, `file-too-large` or `file-unreadable`.
 */
export async function readInput(folder: string, name: string, limit = limitFor(name)): Promise<InputFile> {
  const full = path.resolve(folder, name)
  const found = await stat(full).catch((error: unknown) => {
    throw unreadable(name, error)
  })
  if (found.isDirectory()) throw new AxialError('file-is-folder', { name })
  if (!found.isFile()) throw new AxialError('file-unreadable', { name, detail: 'it is a device or a pipe' })
  if (found.size > limit * MEGABYTE) {
    throw new AxialError('file-too-large', { name, size: Math.ceil(found.size / MEGABYTE), limit })
  }
  const bytes = await readFile(full).catch((error: unknown) => {
    throw unreadable(name, error)
  })
  return { name: path.basename(full), bytes }
}

function unreadable(name: string, error: unknown): AxialError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AxialError('file-missing', { name }, error)
  return new AxialError('file-unreadable', { name, detail: explain(error) }, error)
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file of that name is in the way',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder of that name is in the way',
  ENAMETOOLONG: 'the name is too long',
}

/** What the system said, in words where we have them. */
export function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return EXPLANATIONS[code] ?? (error instanceof Error ? error.message : String(error))
}
