import type { Handlers, Under } from './handlers.ts'

export const segmentHandlers: Handlers<Under<'segments' | 'screenings' | 'quotes'>> = {}
