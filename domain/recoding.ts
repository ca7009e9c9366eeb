import type { CodeId } from './ids.ts'

/** Something that carries a code: a coding, or a mismatch's instance. */
export interface Coded {
  readonly id: string
  readonly codeId: CodeId
}

/** What becomes of coded things that are given other codes. */
export interface Recoding<Id extends string> {
  readonly recoded: readonly { readonly id: Id; readonly codeId: CodeId }[]
  /** Those that would say what another says already, and go; `keptId` is the other. */
  readonly doubled: readonly { readonly id: Id; readonly keptId: Id }[]
}

/**
 * Gives coded things the codes that `codeOf` says. Of two that have one place (`placeOf`: whose, and where) and would
 * then have one code, the one that had it already stays, else the first of the list; nobody's covered words change.
 * Whatever could be doubled has to be in the list, also what keeps its code.
 */
export function planRecoding<Item extends Coded>(
  items: readonly Item[],
  codeOf: (item: Item) => CodeId,
  placeOf: (item: Item) => string,
): Recoding<Item['id']> {
  const keyOf = (item: Item) => `${codeOf(item)} ${placeOf(item)}`
  const kept = new Map<string, Item['id']>()
  for (const item of items) if (codeOf(item) === item.codeId) kept.set(keyOf(item), item.id)
  const recoded: { id: Item['id']; codeId: CodeId }[] = []
  const doubled: { id: Item['id']; keptId: Item['id'] }[] = []
  for (const item of items) {
    const codeId = codeOf(item)
    if (codeId === item.codeId) continue
    const keptId = kept.get(keyOf(item))
    if (keptId !== undefined) doubled.push({ id: item.id, keptId })
    else {
      kept.set(keyOf(item), item.id)
      recoded.push({ id: item.id, codeId })
    }
  }
  return { recoded, doubled }
}
