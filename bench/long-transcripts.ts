import { v7 } from 'uuid'
import { createWorkspace } from '../app/workspace.ts'
import { generateStudy } from './generated-study.ts'
import { LONG_TURN_NAME } from './transcript-names.ts'

/** One interview of 6,000 turns and 630,000 characters with 3,000 codings. */
const MANY_TURNS = { transcripts: 1, turns: 6_000, words: 96_000, codings: 3_000, codes: 60 }
/** Letters of a transcript that is one turn without a line break. */
const LONG_TURN = 300_000

/** Writes the study that the coding screen is measured on, where the path says; another coder can work in it at once. */
export async function writeLongTranscripts(folder: string, path: string): Promise<void> {
  const workspace = createWorkspace({ folder, version: 'bench', now: () => new Date(), newId: () => v7() })
  const { call } = workspace
  await call('workspace.create', { path, coder: 'Ada' })
  const { transcripts, codings } = generateStudy(MANY_TURNS, 1)
  const [words] = generateStudy({ ...MANY_TURNS, turns: 1, words: 60_000, codings: 0 }, 2).transcripts
  const oneTurn = new TextDecoder().decode(words?.bytes).replace(/^[^:]+: /, '')
  const file = { name: `${LONG_TURN_NAME}.txt`, bytes: new TextEncoder().encode(oneTurn.slice(0, LONG_TURN)) }
  await call('transcripts.import', { files: [...transcripts, file], language: 'en' })
  await call('codings.import', { files: codings })
  await workspace.close()
}
