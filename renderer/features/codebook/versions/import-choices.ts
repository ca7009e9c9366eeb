import type { PlannedImport } from '../../../../app/contract/versions.ts'
import type { ImportChoice } from '../../../../domain/codebook/codebook-import.ts'

/** How many codes an import would add or change under the choices made; where none was made, as suggested. */
export function countTaken(codes: readonly PlannedImport[], choices: ReadonlyMap<string, ImportChoice>): number {
  return codes.filter((code) => {
    if (code.kind === 'differs') return (choices.get(code.path) ?? code.suggested) !== 'mine'
    return code.kind === 'new'
  }).length
}

/** The choice that is made for all that differ alike; null where they are not of one mind. */
export function sharedChoice(
  codes: readonly PlannedImport[],
  choices: ReadonlyMap<string, ImportChoice>,
): ImportChoice | 'suggested' | null {
  if (choices.size === 0) return 'suggested'
  const made = new Set(codes.map(({ path, suggested }) => choices.get(path) ?? suggested))
  const [only] = made
  return made.size === 1 && only !== undefined ? only : null
}
