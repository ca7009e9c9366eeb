import i18next, { use as extend } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, expect, it, vi } from 'vitest'
import { resources, type Language } from '../../renderer/i18n/i18n.ts'

vi.stubGlobal('window', {
  innerWidth: 1200,
  location: { hash: '' },
  addEventListener: () => undefined,
  matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
})
vi.stubGlobal('document', { documentElement: { dataset: {} } })
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
const { useCommands } = await import('../../renderer/frame/commands.ts')

beforeAll(() => extend(initReactI18next).init({ resources, lng: 'en', defaultNS: 'common' }))

function Names() {
  return useCommands().map(({ id, name }) => <i key={id}>{name}</i>)
}

async function found(query: string, language: Language): Promise<readonly string[]> {
  await i18next.changeLanguage(language)
  const names = [...renderToStaticMarkup(<Names />).matchAll(/<i>(.*?)<\/i>/g)].map(([, name = '']) => name)
  return names.filter((name) => name.toLowerCase().includes(query))
}

it('finds every way in by its name, in either language', async () => {
  expect(await found('import', 'en')).toEqual([
    'Import transcripts',
    'Import codings',
    'Import codes…',
    'Import mismatches…',
    'Import quality issues…',
    'Import a survey',
  ])
  expect(await found('import', 'fr')).toHaveLength(6)
})

it('finds the tabs of the screens by theirs', async () => {
  expect(await found('matri', 'en')).toHaveLength(2)
  expect(await found('matri', 'fr')).toHaveLength(2)
  expect(await found('auto', 'en')).toHaveLength(1)
  expect(await found('versions', 'fr')).toHaveLength(1)
})
