import type { VersionId } from '../ids.ts'

/** A frozen copy of the whole codebook, under the name that a person gave it; its codes apart. */
export interface CodebookVersion {
  readonly id: VersionId
  readonly name: string
  /** Why it was named, in the researcher's words; may be empty. */
  readonly note: string
  /** ISO 8601, UTC. */
  readonly namedAt: string
  /** Who named it; null from the command line. */
  readonly coder: string | null
}
