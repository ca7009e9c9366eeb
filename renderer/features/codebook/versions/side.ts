import type { TFunction } from 'i18next'
import type { ListedVersion } from '../../../../app/contract/versions.ts'
import type { VersionId } from '../../../../domain/ids.ts'

/** A version, or the codebook as it is now, as an address and a choice name it. */
export const NOW = 'now'
export type Side = VersionId | typeof NOW

/** What two are compared. */
export interface Sides {
  readonly before: Side
  readonly after: Side
}

/**
 * The two that the address asks for, `versions/BEFORE/AFTER`; where it asks for none that are there, the newest version
 * and now. Null where there is no version.
 */
export function sidesOf(args: readonly string[], versions: readonly ListedVersion[]): Sides | null {
  const [newest] = versions
  if (newest === undefined) return null
  const known = (asked: string | undefined): Side | null =>
    asked === NOW ? NOW : (versions.find(({ id }) => id === asked)?.id ?? null)
  return { before: known(args[1]) ?? newest.id, after: known(args[2]) ?? NOW }
}

/** The version with the one before it; the first of all with now. */
export function sidesOfVersion(version: ListedVersion, newestFirst: readonly ListedVersion[]): Sides {
  const before = newestFirst[newestFirst.indexOf(version) + 1]
  return before === undefined ? { before: version.id, after: NOW } : { before: before.id, after: version.id }
}

export function inputOf(side: Side): VersionId | null {
  return side === NOW ? null : side
}

export function countsText(
  t: TFunction<'versions'>,
  counts: { readonly added: number; readonly removed: number; readonly changed: number },
): string {
  return counts.added + counts.removed + counts.changed === 0 ? t('unchanged') : t('counts', { ...counts })
}
