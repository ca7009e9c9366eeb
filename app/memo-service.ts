import type { Handlers, Under } from './handlers.ts'

export const memoHandlers: Handlers<Under<'memos'>> = {}
