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

  it('name every procedure that changes the study or takes long', () => {
    const named = Object.entries(contract).filter(([, { kind, long }]) => kind === 'write' || long)
    expect(named.map(([name]) => name).filter((name) => !english.has(`common.procedures.${name}`))).toEqual([])
  })
})
