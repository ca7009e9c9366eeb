import { describe, expect, it } from 'vitest'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

const noted = {
  pseudonym: 'P7a',
  role: 'Data scientist',
  years: 6.5,
  organization: 'Organization 7',
  team: 'Forecasting',
  attributes: [{ name: 'Domain', value: 'retail' }],
}

describe('a participant', () => {
  it('is kept with everything noted, the study’s own attributes included', async () => {
    const { call } = await createTestStudy()
    await call('participants.create', noted)
    const [participant] = await call('participants.list', {})
    expect(participant).toMatchObject(noted)
  })

  it('loses what is no longer noted, and gets it back with one undo', async () => {
    const { call, ada } = await createTestStudy()
    const { id } = await call('participants.create', noted)
    await call('participants.update', { id, pseudonym: 'P7b', coderId: ada.id })
    const nothing = { role: null, years: null, organization: null, team: null, attributes: [] }
    expect(await call('participants.list', {})).toEqual([{ id, pseudonym: 'P7b', ...nothing }])
    await call('history.undo', { coderId: ada.id })
    expect(await call('participants.list', {})).toMatchObject([noted])
  })

  it('has attributes without blanks around them, and none without a value', async () => {
    const { call } = await createTestStudy()
    const attributes = [
      { name: '  Domain ', value: ' retail' },
      { name: 'Size', value: ' ' },
      { name: '', value: 'lost' },
    ]
    const participant = await call('participants.create', { pseudonym: 'P1', attributes })
    expect(participant.attributes).toEqual([{ name: 'Domain', value: 'retail' }])
  })

  it('shares its organization and team with others of the same name', async () => {
    const { call } = await createTestStudy()
    await call('participants.create', noted)
    await call('participants.create', { ...noted, pseudonym: 'P7b' })
    const [first, second] = await call('participants.list', {})
    expect([second?.organization, second?.team]).toEqual([first?.organization, first?.team])
  })

  it('cannot take another’s pseudonym, nor have none', async () => {
    const { call } = await createTestStudy()
    await call('participants.create', noted)
    expect(await reasonOf(() => call('participants.create', { pseudonym: ' P7a ' }))).toBe('name-taken')
    expect(await reasonOf(() => call('participants.create', { pseudonym: '  ' }))).toBe('name-empty')
  })

  it('is not removed while a transcript holds its words', async () => {
    const { call } = await createTestStudy()
    const { id } = await call('participants.create', noted)
    const files = [textFile('a.txt', 'Int: Why?\nP: Because.')]
    const [transcript] = (await call('transcripts.import', { files })).imported
    if (transcript === undefined) throw new Error('one was imported')
    await call('transcripts.update', { id: transcript.id, participantId: id })
    expect(await call('transcripts.list', {})).toMatchObject([{ participant: 'P7a', role: 'Data scientist' }])
    expect(await reasonOf(() => call('participants.remove', { id }))).toBe('in-use')
    await call('transcripts.update', { id: transcript.id, participantId: null })
    await call('participants.remove', { id })
    expect(await call('participants.list', {})).toEqual([])
  })
})

describe('the details of a transcript', () => {
  it('that are left out stay as they were', async () => {
    const { call } = await createTestStudy()
    const files = [textFile('a.txt', 'Int: Why?\nP: Because.')]
    const [transcript] = (await call('transcripts.import', { files, language: 'en', participant: 'P1' })).imported
    if (transcript === undefined) throw new Error('one was imported')
    await call('transcripts.update', { id: transcript.id, name: 'First' })
    expect(await call('transcripts.list', {})).toMatchObject([{ name: 'First', language: 'en', participant: 'P1' }])
    await call('transcripts.update', { id: transcript.id, language: 'fr' })
    expect(await call('transcripts.list', {})).toMatchObject([{ name: 'First', language: 'fr', participant: 'P1' }])
  })
})
