import type { CountedCode } from '../../app/contract/codes.ts'

type Counted = keyof CountedCode['total']

/**
 * What a tree shows of how often a code was used: its own uses, and of a category that is closed also those together with the
 * codes under it, which one does not see then: `3 · 27`.
 */
export function writtenCount(
  code: CountedCode,
  what: Counted,
  { isClosed, number }: { readonly isClosed: boolean; readonly number: (value: number) => string },
): string {
  const own = number(code[what])
  return isClosed && hasMoreUnder(code) ? `${own} · ${number(code.total[what])}` : own
}

/** Whether codes under it were used too, so that its total says more than its own uses. */
export function hasMoreUnder(code: CountedCode): boolean {
  return code.total.codings > code.codings
}
