import { use as extend } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, expect, it } from 'vitest'
import { FilePicker } from '../../renderer/components/file-picker.tsx'
import { resources } from '../../renderer/i18n/i18n.ts'

beforeAll(() => extend(initReactI18next).init({ resources, lng: 'en', defaultNS: 'common' }))

it('is one stop for the keyboard, the button: the place to drop files is none', () => {
  const html = renderToStaticMarkup(<FilePicker accept={['.txt']} limitMb={1} onFiles={() => undefined} />)
  const stops = html.match(/<(button|a|textarea|select)\b|<input(?![^>]*display:\s*none)/g)
  expect(stops).toEqual(['<button'])
})
