import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Call } from '../../../app/contract.ts'
import { AxialError } from '../../../domain/errors.ts'
import { asId } from '../../../domain/ids.ts'
import { BLANK_FORM } from '../../../domain/screening.ts'
import { useSession } from '../../../renderer/session.ts'

const stored = new Map<string, string>()
vi.stubGlobal('window', {
  innerWidth: 1200,
  location: { hash: '' },
  addEventListener: () => undefined,
  setTimeout,
  clearTimeout,
})
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
})
const { draftKey, fillIn, saveDraft, takeUpDraft, useDrafts } =
  await import('../../../renderer/features/coding/segments/screening-drafts.ts')

const target = {
  segmentId: asId<'segment'>('019aa000-0000-7000-8000-000000000001'),
  coderId: asId<'coder'>('019aa000-0000-7000-8000-00000000000a'),
  roundId: asId<'round'>('019aa000-0000-7000-8000-000000000002'),
}
const other = { ...target, coderId: asId<'coder'>('019aa000-0000-7000-8000-00000000000b') }
const form = { ...BLANK_FORM, description: 'Nobody told us' }
const dead: Call = () => Promise.reject(new AxialError('service-gone'))
const alive: Call = (name) => Promise.resolve((name.endsWith('.list') ? [] : {}) as never)
const open = (encrypted: boolean) => useSession.setState({ study: { path: '/s.axial', title: 'S', encrypted } })
const draft = (of = target) => useDrafts.getState()[draftKey(of)]
/** The page is left and opened again. */
const reload = () => useDrafts.setState({}, true)

beforeEach(() => {
  stored.clear()
  reload()
  open(false)
})

describe('words filled in while the service is dead', () => {
  beforeEach(async () => {
    useSession.setState({ call: dead })
    fillIn(target, form, 'soon')
    await saveDraft(target)
  })

  it('are there again when the page is opened anew, and saved as soon as there is a service', async () => {
    expect(draft()?.state).toBe('failed')
    reload()
    useSession.setState({ call: alive })
    takeUpDraft(target)
    expect(draft()?.form).toEqual(form)
    await vi.waitFor(() => expect(draft()?.state).toBe('saved'))
    expect(stored.size).toBe(0)
  })

  it('are not shown to another coder', () => {
    reload()
    takeUpDraft(other)
    expect(draft(other)).toBeUndefined()
  })

  it('do not take the place of what was filled in since', () => {
    const later = { ...form, description: 'Later' }
    fillIn(target, later, 'soon')
    takeUpDraft(target)
    expect(draft()?.form).toEqual(later)
  })
})

it('nothing of an encrypted study is written beside its file', () => {
  open(true)
  fillIn(target, form, 'soon')
  expect(stored.size).toBe(0)
})
