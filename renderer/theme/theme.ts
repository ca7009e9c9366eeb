import { create } from 'zustand'
import { keep, kept } from '../kept.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED = 'axial.theme'

function isTheme(value: string | null): value is Theme {
  return THEMES.some((theme) => theme === value)
}

function stored(): Theme {
  const value = kept(STORED)
  return isTheme(value) ? value : 'system'
}

export const useTheme = create<{ readonly theme: Theme }>()(() => ({ theme: stored() }))

/** Shows the workbench in this theme from now on; `system` follows the system's. */
export function setTheme(theme: Theme): void {
  keep(STORED, theme)
  useTheme.setState({ theme })
  show(theme)
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

show(stored())
