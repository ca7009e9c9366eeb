import type { Handlers, Under } from './handlers.ts'

export const versionHandlers: Handlers<Under<'versions'>> = {}
