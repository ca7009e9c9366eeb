import { describe, expect, it } from 'vitest'
import { canOpenBrowser } from '../../server/browser.ts'

describe('opening a browser', () => {
  it('is tried where somebody is at a screen', () => {
    expect(canOpenBrowser('darwin', {})).toBe(true)
    expect(canOpenBrowser('win32', {})).toBe(true)
    expect(canOpenBrowser('linux', { DISPLAY: ':0' })).toBe(true)
    expect(canOpenBrowser('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  })

  it('is not tried without a display, nor in continuous integration', () => {
    expect(canOpenBrowser('linux', {})).toBe(false)
    expect(canOpenBrowser('linux', { DISPLAY: ':0', CI: 'true' })).toBe(false)
    expect(canOpenBrowser('darwin', { CI: '1' })).toBe(false)
  })
})
