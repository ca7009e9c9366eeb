import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../app/commands.ts'

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/command-line.md'), 'utf8')

/** Every `axial …` line of the guide, one for each of its alternatives: `export catalog|survey` is two. */
const lines = [...guide.matchAll(/^axial (\S+)(.*(?:\n {2,}.*)*)/gm)].flatMap(([, first = '', rest = '']) => {
  const [, second = '', others = ''] = /^ (\S+)([\s\S]*)/.exec(rest) ?? []
  return second.split('|').map((word) => `${first} ${word}${others}`)
})

describe('the guide to the command line', () => {
  it.each(commands.map(({ words, options }) => [words.join(' '), Object.keys(options)] as const))(
    'shows axial %s, and with nothing that it does not take',
    (name, options) => {
      const shown = lines.filter((line) => `${line} `.startsWith(`${name} `))
      expect(shown).not.toEqual([])
      const named = shown.flatMap((line) => [...line.matchAll(/--([a-z-]+)/g)].map(([, option]) => option))
      expect(
        named.filter((option) => option !== undefined && ![...options, 'json', 'passphrase-env'].includes(option)),
      ).toEqual([])
    },
  )
})
