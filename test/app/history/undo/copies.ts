import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { newWorkspace } from '../../../fixtures/workspace.ts'
import { createTwin, type TwinStudy } from '../../../fixtures/twin-studies.ts'
import { NothingThere, type Worker } from './worker.ts'

/** A study to copy, and what those who work on the copies are told. */
export interface Original extends Pick<Worker, 'roundId' | 'openedRound' | 'laterPacket'> {
  readonly folder: string
  readonly path: string
  readonly coders: Readonly<Record<'Ada' | 'Mo', Worker['coderId']>>
}

/** Makes it in this folder: a twin with a round to work in, and one whose packets were opened though one is yet to come. */
export async function createOriginal(folder: string): Promise<Original> {
  const { study } = await createTwin(folder, true, false)
  const { id: roundId } = await study.call('rounds.create', { name: 'To work in', kind: 'moderated' })
  await study.workspace.close()
  const [first, laterPacket] = await packetsOfBea(folder, study)
  const lead = newWorkspace(folder)
  await lead.call('workspace.open', { path: study.path })
  await lead.call('packets.register', { files: [first] })
  await lead.call('packets.unseal', { roundId: study.blindRound, reason: 'to merge it' })
  await lead.close()
  const { ada: Ada, mo: Mo, blindRound: openedRound } = study
  return { folder, path: study.path, coders: { Ada, Mo }, roundId, openedRound, laterPacket }
}

/** What Bea returns of a copy of the study: new codings and codes, and more of them. */
async function packetsOfBea(
  folder: string,
  { path, blindRound: roundId, bea: coderId, transcripts, spanAt }: TwinStudy,
) {
  const elsewhere = join(folder, 'machine of Bea')
  mkdirSync(elsewhere)
  copyFileSync(path, join(elsewhere, 'study.axial'))
  const { call, close } = newWorkspace(elsewhere)
  await call('workspace.open', { path: join(elsewhere, 'study.axial') })
  const giveBack = async (words: string) => {
    const place = { transcriptId: transcripts.P1, ...spanAt(words), parentId: null, names: [words] }
    await call('codings.applyNew', { ...place, coderId, roundId })
    return (await call('packets.giveBack', { roundId, coderId })).file
  }
  const packets = [await giveBack('grams'), await giveBack('no idea')] as const
  await close()
  return packets
}

/** A copy of the study that was made, open, with workers on it who choose by these numbers, over and over. */
export async function openCopy(original: Original, numbers: readonly number[]) {
  const { folder, path: from, coders, ...rounds } = original
  const copy = join(folder, v7())
  mkdirSync(copy)
  const path = join(copy, 'study.axial')
  copyFileSync(from, path)
  const workspace = newWorkspace(copy)
  await workspace.call('workspace.open', { path })
  let at = 0
  const pick = <Item>(items: readonly Item[]): Item => {
    const chosen = (numbers[at % numbers.length] ?? 0) + Math.floor(at / numbers.length)
    at++
    const item = items[chosen % items.length]
    if (item === undefined) throw new NothingThere()
    return item
  }
  const word = () => `w${String(at++)}`
  const workerOf = (who: 'Ada' | 'Mo'): Worker => ({
    call: workspace.call,
    coderId: coders[who],
    ...rounds,
    pick,
    word,
  })
  return { workspace, call: workspace.call, path, pick, workerOf }
}
