import { foldText } from './folded-text.ts'

/**
 * Names made fit for machines: file names, identifiers, property keys. The same name always gives the same result.
 */

/** The words of a name, lower case, accents dropped: runs of letters and digits of any script. */
function wordsOfName(name: string): readonly string[] {
  return (
    foldText(name)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/**
 * Longest slug, in bytes of UTF-8: a file name of three of them, such as a packet's, with what stands before and behind it,
 * fits the 255 bytes of most file systems, whatever script it is in.
 */
const MAX_BYTES = 64

/** `Task and Purpose` → `task-and-purpose`. A name without a letter or digit gives `fallback`. */
export function slugOf(name: string, fallback = 'unnamed'): string {
  const slug = cut(wordsOfName(name).join('-').toWellFormed()).replace(/-$/, '')
  return slug === '' ? fallback : slug
}

/** As many characters from the start as fit. */
function cut(text: string): string {
  let bytes = 0
  let end = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    if (bytes > MAX_BYTES) break
    end += character.length
  }
  return text.slice(0, end)
}

/**
 * `API/Specifications` → `apiSpecifications`: a property key in camel case. A name without a letter or digit gives
 * `attribute`; one that every JavaScript object already has (`constructor`) gets `Attribute` behind it, so that
 * validators see it as missing when it is missing.
 */
export function propertyKeyOf(name: string): string {
  const [first = 'attribute', ...rest] = wordsOfName(name)
  const key = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return key in Object.prototype ? `${key}Attribute` : key
}

/** The names in order, a repeated one made distinct by `separator` and a number: `a`, `a-2`, `a-3`. Case is ignored. */
export function distinct(names: readonly string[], separator = '-'): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let candidate = name
    for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${name}${separator}${number}`
    taken.add(candidate.toLowerCase())
    return candidate
  })
}
