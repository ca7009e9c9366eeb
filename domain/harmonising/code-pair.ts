import type { CodeId } from '../ids.ts'

/** Two codes, whichever stands first. */
export function pairKey(code: CodeId, other: CodeId): string {
  return code < other ? `${code} ${other}` : `${other} ${code}`
}
