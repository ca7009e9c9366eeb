import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forget, keep, kept } from '../../renderer/kept.ts'
import { keepUnsaved } from '../../renderer/kept-draft.ts'
import { useSession } from '../../renderer/session.ts'

const stored = new Map<string, string>()
const refuse = () => {
  throw new DOMException('full', 'QuotaExceededError')
}
const working = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, text: string) => void stored.set(key, text),
  removeItem: (key: string) => void stored.delete(key),
}
const told = () => useSession.getState().notices.filter((one) => one.kind === 'error')

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', working)
})

describe('what the browser keeps', () => {
  it('outlasts the page', () => {
    expect(keep('a', '1')).toBe(true)
    expect([kept('a'), stored.get('a')]).toEqual(['1', '1'])
    forget('a')
    expect([kept('a'), stored.size]).toEqual([null, 0])
  })

  it.each([
    ['full', { ...working, setItem: refuse }],
    ['forbidden', { getItem: refuse, setItem: refuse, removeItem: refuse }],
  ])('lasts as long as the page where its store is %s, and nothing throws', (_, store) => {
    vi.stubGlobal('localStorage', store)
    expect(keep('b', '2')).toBe(false)
    expect(kept('b')).toBe('2')
    forget('b')
    expect(kept('b')).toBeNull()
  })

  it('is taken from the store again once that takes it', () => {
    vi.stubGlobal('localStorage', { ...working, setItem: refuse })
    keep('c', 'of the page')
    vi.stubGlobal('localStorage', working)
    keep('c', 'of the store')
    stored.set('c', 'of another page')
    expect(kept('c')).toBe('of another page')
  })

  it('tells of a draft that will not outlast the page, once', () => {
    keepUnsaved('draft', 'kept')
    expect(told()).toEqual([])
    vi.stubGlobal('localStorage', { ...working, setItem: refuse })
    keepUnsaved('draft', 'more')
    expect(told()).toMatchObject([{ reason: 'draft-unkept' }])
    useSession.setState({ notices: [] })
    keepUnsaved('draft', 'and more')
    expect(told()).toEqual([])
    expect(kept('draft')).toBe('and more')
  })
})
