import type { CodeSet } from './figures.ts'

/** Keeps one set for the same codes, so that sets can be told apart by identity however many units have them. */
export class CodeSets {
  readonly #empty: CodeSet = new Set()
  readonly #single = new Map<string, CodeSet>()
  readonly #several = new Map<string, CodeSet>()

  /** The set of these codes, in any order and however often each occurs. */
  of(codes: Iterable<string>): CodeSet {
    let first: string | undefined
    let several: Set<string> | null = null
    for (const code of codes) {
      if (first === undefined) first = code
      else if (several !== null) several.add(code)
      else if (code !== first) several = new Set([first, code])
    }
    if (first === undefined) return this.#empty
    if (several === null) return this.#only(first)
    const sorted = [...several].sort()
    const key = JSON.stringify(sorted)
    const known = this.#several.get(key) ?? new Set(sorted)
    this.#several.set(key, known)
    return known
  }

  #only(code: string): CodeSet {
    const known = this.#single.get(code) ?? new Set([code])
    this.#single.set(code, known)
    return known
  }
}
