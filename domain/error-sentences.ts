import { actionSentences } from './sentences/actions.ts'
import { callSentences } from './sentences/calls.ts'
import { codeSentences } from './sentences/codes.ts'
import { correctionSentences } from './sentences/corrections.ts'
import { fileSentences } from './sentences/files.ts'
import { reviewSentences } from './sentences/review.ts'
import { packetSentences } from './sentences/packets.ts'
import { studyFileSentences } from './sentences/study-files.ts'

/** Every sentence that tells a person about a failure, in both languages. The key is the error's `reason`. */
export const sentences = {
  ...callSentences,
  ...codeSentences,
  ...actionSentences,
  ...studyFileSentences,
  ...correctionSentences,
  ...reviewSentences,
  ...fileSentences,
  ...packetSentences,
} as const

export type Reason = keyof typeof sentences
