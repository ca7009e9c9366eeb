import type { Work } from '../session.ts'

/** Work that ends sooner than this, in milliseconds, shows no bar: a flash tells nobody anything. */
export const DELAY = 50
/** How long a bar stays at least, in milliseconds, once it is shown: long enough to be read. */
export const STAY = 500

/** Work in hand, or just done with its bar still standing. Moments in milliseconds. */
export interface FollowedWork {
  readonly item: Work
  readonly since: number
  readonly isDone: boolean
}

/** What is followed now: all work in hand, and of what was followed before, done by now, that which still stands. */
export function followWork(
  before: readonly FollowedWork[],
  work: readonly Work[],
  now: number,
): readonly FollowedWork[] {
  // Done before its bar was shown, it gets none.
  const done = before
    .filter(({ item }) => !work.some(({ id }) => id === item.id))
    .filter((one) => isShown(one, now) && !isOver(one, now))
    .map(({ item, since }) => ({ item, since, isDone: true }))
  const inHand = work.map((item) => ({
    item,
    since: before.find((one) => one.item.id === item.id)?.since ?? now,
    isDone: false,
  }))
  return [...done, ...inHand]
}

export function isShown({ since, isDone }: FollowedWork, now: number): boolean {
  return isDone || now - since >= DELAY
}

/** Milliseconds until a bar comes or goes by itself; null where none does. */
export function nextChange(followed: readonly FollowedWork[], now: number): number | null {
  const moments = followed.flatMap((one) =>
    one.isDone ? [one.since + DELAY + STAY] : isShown(one, now) ? [] : [one.since + DELAY],
  )
  return moments.length === 0 ? null : Math.max(0, Math.min(...moments) - now)
}

function isOver({ since }: FollowedWork, now: number): boolean {
  return now - since >= DELAY + STAY
}
