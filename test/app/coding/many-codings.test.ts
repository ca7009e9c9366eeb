import { describe, expect, it } from 'vitest'
import { contentOf } from '../../fixtures/study-content.ts'
import { studyOfCodes } from '../../fixtures/study-of-codes.ts'
import { reasonOf, textFile } from '../../fixtures/study.ts'

describe('a merge or a split of many codings', () => {
  /** Three thousand codings: more than is done before other calls are let through. */
  async function manyCodings() {
    const study = await studyOfCodes()
    const turns = Array.from({ length: 3000 }, (_, index) => ({ text: `Turn ${index}.`, codes: [`m${index % 2}`] }))
    const sources = [{ coder: 'C1', pass: 'independent', turns }]
    await study.call('codings.import', { files: [textFile('X.json', JSON.stringify({ interview: 'X', sources }))] })
    const codes = await study.call('codes.list', {})
    const [one, two] = codes
    if (one === undefined || two === undefined) throw new Error('two codes were imported')
    return { ...study, one: one.id, two: two.id }
  }

  it('says how far it is without telling how many there are, and a cancelled one leaves every row as it was', async () => {
    const { call, path, ada, one, two } = await manyCodings()
    const coderId = ada.id
    const before = contentOf(path)
    const cancelledAtOnce = () => {
      const controller = new AbortController()
      const seen: number[] = []
      const onProgress = ({ done, total }: { done: number; total: number }) => {
        expect(done).toBeLessThan(total)
        seen.push(total)
        controller.abort()
      }
      return { seen, options: { signal: controller.signal, onProgress } }
    }
    const merge = cancelledAtOnce()
    expect(await reasonOf(() => call('codes.merge', { ids: [one], into: two, coderId }, merge.options))).toBe(
      'cancelled',
    )
    expect(merge.seen).toEqual([100])
    expect(contentOf(path)).toEqual(before)

    await call('codes.merge', { ids: [one], into: two, coderId })
    const merged = contentOf(path)
    const undo = cancelledAtOnce()
    expect(await reasonOf(() => call('history.undo', { coderId }, undo.options))).toBe('cancelled')
    expect(undo.seen).toEqual([100])
    expect(contentOf(path)).toEqual(merged)
    await call('history.undo', { coderId })
    expect(contentOf(path)).toEqual(before)
  })
})
