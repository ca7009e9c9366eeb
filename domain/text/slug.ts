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

/** Longest slug, in UTF-16 code units: a file name made of it and a prefix fits every file system. */
const MAX_SLUG = 80
/** The first half of a letter of two UTF-16 code units, the other half cut off. */
const HALF = /[\uD800-\uDBFF]$/

/** `Task and Purpose` → `task-and-purpose`. A name without a letter or digit gives `fallback`. */
export function slugOf(name: string, fallback = 'unnamed'): string {
  const slug = wordsOfName(name).join('-').slice(0, MAX_SLUG).replace(HALF, '').replace(/-$/, '')
  return slug === '' ? fallback : slug
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
