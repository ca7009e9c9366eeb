import type { Handlers, Under } from './handlers.ts'

export const searchHandlers: Handlers<Under<'search' | 'autoCoding'>> = {}
