import type { VersionComparison } from '../../../../app/contract/versions.ts'
import type { Code } from '../../../../domain/codebook/codebook.ts'
import type { CodeChange } from '../../../../domain/codebook/codebook-diff.ts'

export type DifferenceKind = 'added' | 'removed' | CodeChange

/** One code that is not the same in two versions, as the screen lists it. */
export interface Difference {
  readonly group: 'added' | 'removed' | 'changed'
  readonly path: string
  /** Where it stood, where that is another place or name. */
  readonly pathBefore: string | null
  readonly code: Code
  readonly before: Code | null
  readonly kinds: readonly DifferenceKind[]
  /** What it was merged in, as that action was about; null for any other. */
  readonly merged: string | null
}

export function differencesOf({ added, removed, changed }: VersionComparison): readonly Difference[] {
  return [
    ...added.map(({ code, path }): Difference => {
      return { group: 'added', path, pathBefore: null, code, before: null, kinds: ['added'], merged: null }
    }),
    ...removed.map(({ code, path, merged }): Difference => {
      return { group: 'removed', path, pathBefore: null, code, before: null, kinds: ['removed'], merged }
    }),
    ...changed.map(({ before, pathBefore, after, path, changes }): Difference => {
      const was = pathBefore === path ? null : pathBefore
      return { group: 'changed', path, pathBefore: was, code: after, before, kinds: changes, merged: null }
    }),
  ]
}
