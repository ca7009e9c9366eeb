import { foldName } from '../../../../domain/codebook/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'

/** A category or subcategory that a segment can be about. */
export interface InstanceOption {
  readonly id: CodeId
  readonly name: string
  readonly within: string
  readonly path: string
  /** Shown where it was chosen before, and not offered any more. */
  readonly isRetired: boolean
}

/** What is called as was typed comes first, then what begins so; the others, and those of equal rank, stay in order. */
export function byName(options: readonly InstanceOption[], typed: string): readonly InstanceOption[] {
  const wanted = foldName(typed)
  if (wanted === '') return options
  const rank = ({ name }: InstanceOption) => {
    const folded = foldName(name)
    return folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : 2
  }
  return options.toSorted((a, b) => rank(a) - rank(b))
}
