import type { Handlers, Under } from './handlers.ts'

export const comparisonHandlers: Handlers<Under<'comparison' | 'matrices'>> = {}
