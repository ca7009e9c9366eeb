import type { TFunction } from 'i18next'
import type { Output } from '../../../../app/contract.ts'
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
 * and now, or where nothing changed since, the newest and the one before it. Null where there is no version.
 */
export function sidesOf(
  args: readonly string[],
  { versions, sinceLast }: Pick<Output<'versions.list'>, 'versions' | 'sinceLast'>,
): Sides | null {
  const [newest] = versions
  if (newest === undefined) return null
  const usual: Sides = isUnchanged(sinceLast) ? sidesOfVersion(newest, versions) : { before: newest.id, after: NOW }
  const known = (asked: string | undefined): Side | null =>
    asked === NOW ? NOW : (versions.find(({ id }) => id === asked)?.id ?? null)
  return { before: known(args[1]) ?? usual.before, after: known(args[2]) ?? usual.after }
}

/** The version with the one before it; the first of all with now. */
export function sidesOfVersion(version: ListedVersion, newestFirst: readonly ListedVersion[]): Sides {
  const before = newestFirst[newestFirst.indexOf(version) + 1]
  return before === undefined ? { before: version.id, after: NOW } : { before: before.id, after: version.id }
}

export function inputOf(side: Side): VersionId | null {
  return side === NOW ? null : side
}

/** Whether something is known to be the same as before. */
export function isUnchanged(counts: ListedVersion['changes']): boolean {
  return counts !== null && counts.added + counts.removed + counts.changed === 0
}

/** How many codes came, went and changed, those of none left out. */
export function countsText(t: TFunction<'versions'>, counts: NonNullable<ListedVersion['changes']>): string {
  if (isUnchanged(counts)) return t('unchanged')
  return (['added', 'removed', 'changed'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`counts.${kind}`, { count: counts[kind] }))
    .join(', ')
}
