import { beforeEach, expect, it } from 'vitest'
import { lastTranscript, rememberedPlace, rememberPlace } from '../../../renderer/features/coding/places.ts'

const stored = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  },
})
beforeEach(() => stored.clear())

it('brings a coder back to the transcript and the place they left', () => {
  rememberPlace('/s.axial', 'ada', 'interview', 120)
  expect(lastTranscript('/s.axial', 'ada')).toBe('interview')
  expect(rememberedPlace('/s.axial', 'ada', 'interview')).toBe(120)
})

it('knows no place of a coder who was not there yet, wherever another one is', () => {
  rememberPlace('/s.axial', 'ada', 'interview', 120)
  expect(lastTranscript('/s.axial', 'ben')).toBeNull()
  expect(rememberedPlace('/s.axial', 'ben', 'interview')).toBeNull()
})
