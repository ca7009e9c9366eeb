import type { Handlers, Under } from './handlers.ts'
import { AxialError } from '../domain/errors.ts'

export const codedTranscriptHandlers: Handlers<Under<'codedTranscripts'>> = {
  'codedTranscripts.preview': () => {
    throw new AxialError('nothing-to-export', { what: 'transcript' })
  },
  'codedTranscripts.files': () => [],
}
