import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call, Output } from '../../../app/contract.ts'
import type { GivenFilters } from '../../../app/contract/search.ts'
import { connect } from '../../../db/connection.ts'
import { hitsAmong, isFound, parseQuery } from '../../../domain/search-query.ts'
import { spanOf } from '../../../domain/span.ts'
import { wordsIn } from '../../../domain/text/words.ts'
import { createTestStudy, openWorkspace, textFile } from '../../fixtures/study.ts'

const ONE = [
  'Interviewer: What about the labels?',
  'P1: The labels were missing. L’équipe n’avait rien dit.',
  'Interviewer: And the labels of the second data set?',
  'P1: Those labels 😀 were wrong labels, all of them.',
].join('\n')
const TWO = ['Intervieweuse : Et l’équipe ?', 'P2 : Pas d’étiquettes, pas d’E\u0301QUIPE.'].join('\n')

async function studyOf(...texts: readonly string[]) {
  const study = await createTestStudy()
  const files = texts.map((text, index) => textFile(`P${String(index + 1)}.txt`, text))
  const { imported } = await study.call('transcripts.import', { files })
  return { ...study, imported }
}

/** What was found as `transcript turn: words, words`. */
function told({ groups }: Output<'search.turns'>): readonly string[] {
  return groups.flatMap(({ transcript, found }) =>
    found.map(({ turn, excerpts }) => {
      const words = excerpts.flatMap(({ start, text, hits }) =>
        hits.map((hit) => text.slice(hit.start - start, hit.end - start)),
      )
      return `${transcript} ${String(turn)}: ${words.join(', ')}`
    }),
  )
}

const search = (call: Call, query: string, filters: GivenFilters = {}) => call('search.turns', { query, filters })

describe('a search', () => {
  it('finds the turns with their hits, in the order of the transcripts, and counts them', async () => {
    const { call } = await studyOf(ONE, TWO)
    const result = await search(call, 'equipe')
    expect(told(result)).toEqual(['P1 2: équipe', 'P2 1: équipe', 'P2 2: E\u0301QUIPE'])
    expect([result.hits, result.turns, result.transcripts, result.advice]).toEqual([3, 3, 2, null])
  })

  it('says what to type where there is nothing to look for', async () => {
    const { call } = await studyOf(ONE)
    for (const [query, advice] of [
      ['', 'empty'],
      ['…', 'no-words'],
      ['-labels', 'only-excluded'],
    ] as const) {
      expect(await search(call, query)).toMatchObject({ advice, turns: 0, groups: [] })
    }
  })

  it('gives the places of hits in the text of the transcript', async () => {
    const { call, imported } = await studyOf(ONE)
    const [transcript] = imported
    if (transcript === undefined) throw new Error('nothing was imported')
    const { text } = await call('transcripts.read', { id: transcript.id })
    const { groups } = await search(call, '"wrong labels"')
    const hits = groups.flatMap(({ found }) => found.flatMap(({ excerpts }) => excerpts.flatMap((each) => each.hits)))
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(['wrong labels'])
  })

  it('pages through the turns, counting all of them on every page', async () => {
    const { call } = await studyOf(ONE, TWO)
    const page = async (offset: number) => call('search.turns', { query: 'labels OR equipe', offset, limit: 2 })
    const pages = [await page(0), await page(2), await page(4), await page(6)]
    expect(pages.map(told)).toEqual([
      ['P1 1: labels', 'P1 2: labels, équipe'],
      ['P1 3: labels', 'P1 4: labels, labels'],
      ['P2 1: équipe', 'P2 2: E\u0301QUIPE'],
      [],
    ])
    expect(pages.map(({ turns, hits }) => [turns, hits])).toEqual(Array.from({ length: 4 }, () => [6, 8]))
  })

  it('finds nothing of a transcript that was removed, and all of it again when that is taken back', async () => {
    const { call, ada, imported } = await studyOf(ONE, TWO)
    const [first] = imported
    if (first === undefined) throw new Error('nothing was imported')
    await call('transcripts.remove', { id: first.id, coderId: ada.id })
    expect((await search(call, 'labels')).turns).toBe(0)
    expect((await call('search.speakers', {})).map(({ name }) => name)).toEqual(['Intervieweuse', 'P2'])
    await call('history.undo', { coderId: ada.id })
    expect((await search(call, 'labels')).turns).toBe(4)
  })

  it('counts a common word through the index where its turns are too many to be read', async () => {
    const lines = Array.from({ length: 1600 }, (_, index) => `P${String(1 + (index % 2))}: data and data again`)
    const { call } = await studyOf(lines.join('\n'))
    expect(await search(call, 'data')).toMatchObject({ turns: 1600, hits: 3200 })
    expect(await search(call, 'data', { speakers: ['P1'] })).toMatchObject({ turns: 800, hits: 1600 })
    expect(await search(call, 'data*')).toMatchObject({ turns: 1600, hits: null })
  })

  it('works in a study with a passphrase', async () => {
    const { call } = openWorkspace()
    await call('workspace.create', { path: 'secret', coder: 'Ada', passphrase: 'open sesame' })
    await call('transcripts.import', { files: [textFile('P1.txt', ONE)] })
    expect((await search(call, 'labels')).turns).toBe(4)
  })

  it('finds what a study of an earlier version holds', async () => {
    const { call, path } = await studyOf(ONE, TWO)
    const before = await search(call, 'labels OR equipe')
    await call('workspace.close', {})
    const file = connect(path, { readonly: false, passphrase: null })
    // As it was before there was an index: what later migrations made is made again.
    const made = [
      'search_word_place',
      'search_word',
      'search_turn',
      'search_speaker',
      'search_revision',
      'guide_question',
    ]
    for (const table of made) file.exec(`DROP TABLE ${table}`)
    const { migrations } = await import('../../../db/migrations.ts')
    for (const { version, sql, fill } of migrations) {
      if (version !== 8) continue
      file.transaction(() => {
        file.exec(sql)
        fill?.(file)
      })()
    }
    file.close()
    await call('workspace.open', { path })
    expect(await search(call, 'labels OR equipe')).toEqual(before)
  })

  it('finds in random turns what a naive reading of each finds', async () => {
    const word = fc.constantFrom(
      'ab',
      'abc',
      'Été',
      'e\u0301te\u0301',
      'straße',
      'STRASSE',
      'ıı',
      'II',
      'İİ',
      'œuf',
      '😀',
      'x-y',
      'd’or',
      '…',
      '7',
      'a\u00A0b',
      'ab_É',
      'x’AB',
    )
    const line = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))
    const piece = fc.constantFrom(
      'ab',
      'abc',
      'ab*',
      'ete',
      '"ab abc"',
      '"ete ab"*',
      '-ab',
      '-"ete ete"',
      'OR',
      'strasse',
      'ii',
      'oeuf',
      'x-y',
      'd’or',
      'or',
      '😀',
      '7',
    )
    const queries = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
    const lines = fc
      .sample(line, { numRuns: 150, seed: 7 })
      .map((text, index) => `${index % 2 === 0 ? 'Interviewer' : 'P1'}: ${text}`)
    const { call, imported } = await studyOf(lines.join('\n'))
    const [transcript] = imported
    if (transcript === undefined) throw new Error('nothing was imported')
    const { text, turns } = await call('transcripts.read', { id: transcript.id })
    let found = 0
    for (const typed of fc.sample(queries, { numRuns: 300, seed: 8 })) {
      const parsed = parseQuery(typed)
      const result = await call('search.turns', { query: typed, limit: 1000 })
      if (parsed.kind === 'nothing') continue
      const naive = turns.flatMap((turn) => {
        const words = wordsIn(text, turn)
        return isFound(words, parsed.query) ? [{ turn: turn.number, hits: hitsAmong(words, parsed.query).length }] : []
      })
      found += naive.length
      expect([typed, result.groups.flatMap((group) => group.found.map(({ turn, hits }) => ({ turn, hits })))]).toEqual([
        typed,
        naive,
      ])
      expect(naive.every(({ hits }) => hits > 0)).toBe(true)
    }
    expect(found).toBeGreaterThan(500)
  })
})

describe('a filter', () => {
  async function filtered() {
    const study = await studyOf(ONE, TWO)
    const { call, imported } = study
    const [one, two] = imported
    if (one === undefined || two === undefined) throw new Error('nothing was imported')
    const person = await call('participants.create', {
      pseudonym: 'P1',
      role: 'data scientist',
      attributes: [{ name: 'Domain', value: 'health' }],
    })
    await call('transcripts.update', { id: one.id, participantId: person.id })
    return { ...study, one, two }
  }

  it('by who speaks leaves the words of those who ask, or of those who answer', async () => {
    const { call } = await filtered()
    expect(told(await search(call, 'labels', { who: 'interviewers' }))).toEqual(['P1 1: labels', 'P1 3: labels'])
    expect(told(await search(call, 'equipe', { who: 'participants' }))).toEqual(['P1 2: équipe', 'P2 2: E\u0301QUIPE'])
  })

  it('by speaker leaves theirs', async () => {
    const { call } = await filtered()
    expect(told(await search(call, 'equipe', { speakers: ['P2', 'Intervieweuse'] }))).toHaveLength(2)
  })

  it('by an attribute of the participant leaves the transcripts of those who have the value', async () => {
    const { call } = await filtered()
    const attributes = (name: string, ...values: string[]) => search(call, 'equipe', { attributes: [{ name, values }] })
    expect(told(await attributes('role', 'data scientist', 'manager'))).toEqual(['P1 2: équipe'])
    expect(told(await attributes('Domain', 'health'))).toEqual(['P1 2: équipe'])
    expect(told(await attributes('Domain', 'finance'))).toEqual([])
  })

  it('by transcript or language leaves those', async () => {
    const { call, two } = await filtered()
    expect(told(await search(call, 'equipe', { transcripts: [two.id] }))).toHaveLength(2)
    expect(told(await search(call, 'equipe', { languages: ['fr'] }))).toHaveLength(2)
  })

  async function coded() {
    const study = await filtered()
    const { call, ada, round, one } = study
    const category = await call('codes.create', { name: 'Data' })
    const code = await call('codes.create', { name: 'labels', parentId: category.id })
    const { text } = await call('transcripts.read', { id: one.id })
    const put = async (words: string, codeId = code.id) => {
      const start = text.indexOf(words)
      const span = spanOf(start, start + words.length)
      if (span === null) throw new Error('no span')
      await call('codings.apply', { transcriptId: one.id, ...span, codeId, coderId: ada.id, roundId: round.id })
    }
    const ask = async (filters: GivenFilters) =>
      told(await call('search.turns', { query: 'labels', filters, coderId: ada.id }))
    return { ...study, category, code, put, ask }
  }

  it('by code leaves the hits within the passages coded with it, or those outside them', async () => {
    const { code, put, ask } = await coded()
    await put('Those labels')
    await put('What about the labels?')
    const codes = (isCoded: boolean) => ask({ codes: [{ codeId: code.id, isCoded }] })
    expect(await codes(true)).toEqual(['P1 1: labels', 'P1 4: labels'])
    expect(await codes(false)).toEqual(['P1 2: labels', 'P1 3: labels', 'P1 4: labels'])
  })

  it('by a category takes the codings of the codes in it too', async () => {
    const { category, put, ask } = await coded()
    await put('Those labels')
    expect(await ask({ codes: [{ codeId: category.id, isCoded: true }] })).toEqual(['P1 4: labels'])
  })

  it('leaves what carries any code, or none', async () => {
    const { category, put, ask } = await coded()
    await put('Those labels')
    await put('labels were missing', category.id)
    expect(await ask({ coded: 'coded' })).toEqual(['P1 2: labels', 'P1 4: labels'])
    expect(await ask({ coded: 'uncoded' })).toEqual(['P1 1: labels', 'P1 3: labels', 'P1 4: labels'])
  })
})

const PUBLISHED = path.join(import.meta.dirname, '../../../../shared/data/quality-issues/transcripts')

describe.skipIf(!existsSync(PUBLISHED))('in published transcripts', () => {
  it('every turn that holds a word, read naively, is found', async () => {
    const { call } = await createTestStudy()
    const files = readdirSync(PUBLISHED).map((name) => ({ name, bytes: readFileSync(path.join(PUBLISHED, name)) }))
    const { imported } = await call('transcripts.import', { files })
    for (const word of ['data', 'labels', 'données', 'étiquettes', 'modèle', 'sensor*']) {
      const parsed = parseQuery(word)
      if (parsed.kind === 'nothing') throw new Error('no query')
      let naive = 0
      for (const { id } of imported) {
        const { text, turns } = await call('transcripts.read', { id })
        for (const turn of turns) naive += hitsAmong(wordsIn(text, turn), parsed.query).length
      }
      expect([word, (await search(call, word)).hits]).toEqual([word, naive])
    }
  })
})
