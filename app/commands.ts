import type { Command } from './commands/command.ts'
import { agreement } from './commands/agreement-command.ts'
import { catalog } from './commands/catalog-command.ts'
import { codebookCommands, importCodebook } from './commands/codebook-commands.ts'
import { exportTranscript } from './commands/coded-transcript-command.ts'
import { exportCommands } from './commands/export-commands.ts'
import {
  importCodings,
  importMismatches,
  importQualityIssues,
  importSurvey,
  importTranscript,
} from './commands/import-commands.ts'
import { demo, sample } from './commands/sample-commands.ts'
import { attributeMatrix, coOccurrenceMatrix } from './commands/matrix-commands.ts'
import { review } from './commands/review-command.ts'
import { packetCommands } from './commands/packet-commands.ts'
import { search } from './commands/search-command.ts'
import { serve } from './commands/serve-command.ts'
import { harmonise } from './commands/harmonise-command.ts'
import { info, newStudy } from './commands/study-commands.ts'
import { survey } from './commands/survey-command.ts'

/** Every command of `axial`, in the order of its help: the one list. The command line loops over it. */
export const commands: readonly Command[] = [
  newStudy,
  info,
  importTranscript,
  importCodings,
  importCodebook,
  importMismatches,
  importQualityIssues,
  importSurvey,
  search,
  ...codebookCommands,
  agreement,
  harmonise,
  review,
  catalog,
  survey,
  coOccurrenceMatrix,
  attributeMatrix,
  ...exportCommands,
  exportTranscript,
  ...packetCommands,
  serve,
  demo,
  sample,
]
