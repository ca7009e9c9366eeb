import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { changeLanguage, use as extend } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MismatchImport } from '../../app/contract/catalog.ts'
import type { SurveyImport } from '../../app/contract/surveys.ts'
import { remark } from '../../domain/remarks.ts'
import { MismatchReport } from '../../renderer/features/catalog/mismatch-report.tsx'
import { ImportReport } from '../../renderer/features/survey/import-report.tsx'
import { resources } from '../../renderer/i18n/i18n.ts'
import { openTemporaryWorkspace, type TemporaryWorkspace } from '../fixtures/workspace.ts'

const SURVEY = [
  'role,Name,Comment,Metadata,Data dictionary,I agree to take part',
  'Engineer,Ann,One word,Important,Very important,Yes',
  'Engineer,Bob,Two words,Very important,Important,Yes',
  'Manager,Cem,Three words,Not important,Important,No',
  'Manager,Dee,Four words,Not important,Important,Yes',
].join('\n')

let workspace: TemporaryWorkspace
let survey: SurveyImport
let mismatches: MismatchImport

beforeAll(async () => {
  await extend(initReactI18next).init({
    resources,
    lng: 'fr',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  })
  workspace = await openTemporaryWorkspace()
  await workspace.call('workspace.create', { path: 'reports', taxonomies: ['ml-mismatch'] })
  const file = { name: 'survey.csv', bytes: new Uint8Array(Buffer.from(SURVEY)) }
  survey = await workspace.call('surveys.import', { file, name: 'Importance' })
  const workbook = await readFile(new URL('../../assets/sample/mismatches.xlsx', import.meta.url))
  const imported = await workspace.call('mismatches.import', {
    file: { name: 'mismatches.xlsx', bytes: new Uint8Array(workbook) },
  })
  mismatches = {
    ...imported,
    skipped: [
      remark('at', { place: 'Notes', remark: remark('not-an-interview') }),
      remark('in-sheet-row', { sheet: 'Interview 01', row: 2, remark: remark('no-category', { label: 'Units' }) }),
    ],
  }
})
afterAll(() => workspace.close())

async function shown(language: 'en' | 'fr', report: React.ReactNode): Promise<string> {
  await changeLanguage(language)
  return renderToStaticMarkup(report)
}

describe('the report of a survey’s import', () => {
  const report = () => <ImportReport report={survey} keep={[]} onKeep={() => undefined} />

  it('gives its reasons in French where French is spoken', async () => {
    const page = await shown('fr', report())
    expect(page).toContain('Name\u00A0: nom d’une personne, d’après son en-tête')
    expect(page).toContain('Comment\u00A0: toutes les réponses sont différentes')
    expect(page).toContain('ligne 4\u00A0: le consentement a été refusé')
  })

  it('gives them in English where English is', async () => {
    const page = await shown('en', report())
    expect(page).toContain('name of a person, by its header')
    expect(page).toContain('row 4: consent was refused')
  })
})

describe('the report of a workbook’s import', () => {
  const report = () => <MismatchReport report={mismatches} />

  it('says what was left alone in French where French is spoken', async () => {
    const page = await shown('fr', report())
    expect(page).toContain('Notes\u00A0: ce n’est pas la feuille d’un entretien')
    expect(page).toContain('Interview 01, ligne 2\u00A0: Units n’a pas de catégorie')
  })

  it('says it in English where English is', async () => {
    expect(await shown('en', report())).toContain('Interview 01, row 2: Units has no category')
  })
})
