import type { CodeId } from '../../../../domain/ids.ts'

/**
 * The codes used last. The nine with a digit keep it while they are among the last nine: a digit learned by the fingers
 * must not change its meaning with every use. `order` has the most recent first.
 */
export interface RecentCodes {
  readonly slots: readonly CodeId[]
  readonly order: readonly CodeId[]
}

export const NO_RECENT_CODES: RecentCodes = { slots: [], order: [] }

const SLOTS = 9
const REMEMBERED = 50

/** The same with `code` used now. A tenth code takes the digit of the one that was used longest ago. */
export function noteUse({ slots, order }: RecentCodes, code: CodeId): RecentCodes {
  const next = [code, ...order.filter((one) => one !== code)].slice(0, REMEMBERED)
  if (slots.includes(code)) return { slots, order: next }
  if (slots.length < SLOTS) return { slots: [...slots, code], order: next }
  const oldest = slots.reduce((worst, one) => (rank(next, one) > rank(next, worst) ? one : worst))
  return { slots: slots.map((one) => (one === oldest ? code : one)), order: next }
}

function rank(order: readonly CodeId[], code: CodeId): number {
  const at = order.indexOf(code)
  return at === -1 ? Number.MAX_SAFE_INTEGER : at
}
