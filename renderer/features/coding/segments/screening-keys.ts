import type { Criterion } from '../../../../domain/screening.ts'

/** The key of each criterion in the form. */
export const CRITERION_KEYS: Readonly<Record<Criterion, string>> = {
  I1: '1',
  I2: '2',
  E1: 'A',
  E2: 'B',
  E3: 'C',
  E4: 'D',
  E5: 'E',
}

/** The other keys of the pane. */
export const PANE_KEYS = { none: '0', take: 'T', next: 'N', previous: 'P', join: 'J', start: 'S', memo: 'M' } as const

export type PaneKey = keyof typeof PANE_KEYS

interface Press {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The criterion that a key press is for, or null. */
export function criterionOf(press: Press): Criterion | null {
  return found(CRITERION_KEYS, press)
}

/** What else a key press in the pane means, or null. */
export function keyOf(press: Press): PaneKey | null {
  return found(PANE_KEYS, press)
}

function found<Name extends string>(keys: Readonly<Record<Name, string>>, press: Press): Name | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  // By their place too: on a French keyboard the digits are above other signs.
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const typed = /^\d$/.test(press.key) || digit === undefined ? press.key.toUpperCase() : digit
  const names = Object.keys(keys) as Name[]
  return names.find((name) => keys[name] === typed) ?? null
}
