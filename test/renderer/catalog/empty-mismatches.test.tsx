import { use as extend } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { EmptyMismatches } from '../../../renderer/features/catalog/empty-mismatches.tsx'
import type { OpenDisagreements } from '../../../renderer/features/catalog/open-disagreements.ts'
import { resources } from '../../../renderer/i18n/i18n.ts'

beforeAll(() =>
  extend(initReactI18next).init({ resources, lng: 'en', defaultNS: 'common', interpolation: { escapeValue: false } }),
)

const shown = (open: OpenDisagreements) =>
  renderToStaticMarkup(
    <EmptyMismatches open={open} onReview={() => undefined} importButton={(variant) => <b>{variant} import</b>} />,
  )

describe('a catalog without a mismatch', () => {
  it('offers the review first where it has something open', () => {
    const markup = shown({ kind: 'many', disagreements: 7, transcripts: 2 })
    expect(markup).toContain('Go to the review')
    expect(markup).toContain('default import')
  })

  it('offers the import where nothing is open', () => {
    const markup = shown({ kind: 'none' })
    expect(markup).not.toContain('Go to the review')
    expect(markup).toContain('primary import')
  })
})
