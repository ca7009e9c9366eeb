import { describe, expect, it } from 'vitest'
import { remark } from '../../domain/remarks.ts'
import { failureSentence, failureTitle } from '../../renderer/i18n/failure-sentence.ts'

describe('a failure in words', () => {
  it('begins with a capital, unless it begins with a name', () => {
    const named = { reason: 'file-empty', params: { name: 'notes.txt' } } as const
    expect(failureSentence(named, 'en')).toMatch(/^notes\.txt is empty; .*\.$/)
    const taken = { reason: 'name-empty', params: { what: 'code' } } as const
    expect(failureSentence(taken, 'en')).toMatch(/^A code needs a name; /)
    expect(failureSentence(taken, 'fr')).toMatch(/^Un code doit avoir un nom\u00A0; l’étude est inchangée\u00A0; /)
  })

  it('is told whole in French', () => {
    const failure = { reason: 'import-empty', params: { name: 'a.csv', detail: remark('no-rated-question') } } as const
    expect(failureSentence(failure, 'fr')).toBe(
      'a.csv ne contient rien à importer (aucune question notée sur une échelle)\u00A0; l’étude est inchangée\u00A0; ' +
        'vérifiez que c’est le bon fichier.',
    )
  })

  it('has what happened for a title, whatever semicolons its names hold', () => {
    const failure = { reason: 'not-found', params: { what: 'survey', name: 'before; after ; both' } } as const
    expect(failureTitle(failure, 'en')).toEqual({
      title: 'There is no survey "before; after ; both" in this study',
      rest: 'The study is unchanged; check the name.',
    })
    expect(failureTitle(failure, 'fr').rest).toBe('L’étude est inchangée\u00A0; vérifiez le nom.')
  })
})
