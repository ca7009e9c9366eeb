import { existsSync, readFileSync } from 'node:fs'

/** The folder of published data beside the project, where there is one. It is never part of the project. */
const FOLDER = new URL('../../../shared/data/', import.meta.url)

/** Whether the published data is here; tests that need it are skipped where it is not. */
export const published = existsSync(FOLDER)

export function readPublished(path: string): Uint8Array {
  return readFileSync(new URL(path, FOLDER))
}

/** Interviews that have both a transcript and codings: number in the transcript's name, number in the codings' name. */
export const CODED_INTERVIEWS = [
  ['2', '02'],
  ['7', '07'],
  ['12', '12'],
  ['19', '19'],
  ['31', '31'],
  ['32', '32'],
] as const

export const TRANSCRIPTS = ['2', '3', '4', '7', '12', '19', '31', '32'] as const
