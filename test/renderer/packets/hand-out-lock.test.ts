import { describe, expect, it } from 'vitest'
import { asId } from '../../../domain/ids.ts'
import {
  isHandOutLockReady,
  NO_HAND_OUT_LOCK,
  passphrasesOf,
  type HandOutLock,
} from '../../../renderer/features/packets/hand-out-lock.ts'

const [ada, ben] = [asId<'coder'>('ada'), asId<'coder'>('ben')]
const word = (passphrase: string, again = passphrase) => ({ passphrase, again })
const apart: HandOutLock = {
  ...NO_HAND_OUT_LOCK,
  ...word('for all'),
  isWanted: true,
  isApart: true,
  own: { ada: word('a dog'), ben: word('a lamp', 'a lump') },
}

describe('the passphrases of packets that are handed out together', () => {
  it('are none unless wanted', () => {
    expect(isHandOutLockReady(NO_HAND_OUT_LOCK, [ada])).toBe(true)
    expect(passphrasesOf({ ...apart, isWanted: false }, [ada, ben])).toEqual({})
  })

  it('are one for all unless each is to have its own', () => {
    const together = { ...apart, isApart: false }
    expect(isHandOutLockReady(together, [ada, ben])).toBe(true)
    expect(passphrasesOf(together, [ada, ben])).toEqual({ passphrase: 'for all' })
  })

  it('are ready once each chosen coder’s is typed twice alike, and none falls back to the one for all', () => {
    expect(isHandOutLockReady(apart, [ada, ben])).toBe(false)
    expect(isHandOutLockReady(apart, [ada])).toBe(true)
    expect(isHandOutLockReady(apart, [ada, asId<'coder'>('cy')])).toBe(false)
    expect(passphrasesOf(apart, [ada])).toEqual({ passphrases: { ada: 'a dog' } })
  })
})
