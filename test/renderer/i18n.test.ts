import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract } from '../../app/contract.ts'
import { resources } from '../../renderer/i18n/i18n.ts'

type Texts = { readonly [key: string]: string | Texts }

/** Every text of a language by its full key: `common:actions.close`. */
function flatten(texts: Texts, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): (readonly [string, string])[] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

const english = flatten(resources.en)
const french = flatten(resources.fr)
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort((a, b) => (a < b ? -1 : 1))

const RENDERER = join(import.meta.dirname, '../../renderer')

/** The renderer's source, but for the texts themselves. */
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^i18n\/(en|fr)\//.test(name))
  .map((name) => readFileSync(join(RENDERER, name), 'utf8'))

/** Keys put together where they are asked for, such as `kinds.${kind}`, as patterns. */
function patternsIn(source: string): readonly RegExp[] {
  return [...source.matchAll(/`(?:\w+:)?([a-zA-Z]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(([, key = '']) => {
    const parts = key.split(/\$\{[^}]*\}/).map((part) => RegExp.escape(part))
    return new RegExp(`^${parts.join('.+')}$`)
  })
}

/** Whether a file of the renderer that speaks of the namespace asks for the key. */
function unaskedIn(namespace: string, keys: readonly string[]): readonly string[] {
  const near = sources.filter(
    (source) =>
      source.includes(`'${namespace}'`) ||
      source.includes(`${namespace}:`) ||
      (namespace === 'common' && source.includes('useTranslation(')) ||
      /TFunction|Translate/.test(source),
  )
  const patterns = near.flatMap(patternsIn)
  return keys.filter(
    (key) =>
      !near.some((source) => source.includes(`'${key}'`) || source.includes(`${namespace}:${key}'`)) &&
      !patterns.some((pattern) => pattern.test(key)),
  )
}

describe('the texts of the workbench', () => {
  it('have the same keys in French as in English', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('are never empty', () => {
    expect([...english, ...french].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('take the same parameters in both languages', () => {
    const differing = [...english].filter(([key, text]) => {
      // The singular may leave its number out: "one file".
      if (key.endsWith('_one')) return false
      return JSON.stringify(placeholders(text)) !== JSON.stringify(placeholders(french.get(key) ?? ''))
    })
    expect(differing).toEqual([])
  })

  it('have an "other" form for every "one" form', () => {
    const singular = [...english.keys()].filter((key) => key.endsWith('_one'))
    expect(singular.filter((key) => !english.has(key.replace(/_one$/, '_other')))).toEqual([])
  })

  it('are each asked for somewhere', () => {
    const unasked = Object.entries<Texts>(resources.en).flatMap(([namespace, texts]) => {
      const keys = [...flatten(texts).keys()].map((key) => key.replace(/_(one|other)$/, ''))
      return unaskedIn(namespace, [...new Set(keys)]).map((key) => `${namespace}:${key}`)
    })
    expect(unasked).toEqual([])
  })

  it('name every procedure that changes the study or takes long', () => {
    const named = Object.entries(contract).filter(([, { kind, long }]) => kind === 'write' || long)
    expect(named.map(([name]) => name).filter((name) => !english.has(`common.procedures.${name}`))).toEqual([])
  })
})
