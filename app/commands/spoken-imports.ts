import type { MismatchImport } from '../contract/catalog.ts'
import type { SurveyImport } from '../contract/surveys.ts'
import { remarkIn, type Remark } from '../../domain/remarks.ts'

/** What an import reported, with its remarks as sentences: the command line tells them, and `--json` writes them. */
export type SpokenMismatchImport = Omit<MismatchImport, 'skipped'> & { readonly skipped: readonly string[] }

export type SpokenSurveyImport = Omit<SurveyImport, 'leftOut' | 'ignored' | 'skipped'> & {
  readonly leftOut: readonly SpokenColumn[]
  readonly ignored: readonly SpokenColumn[]
  readonly skipped: readonly string[]
}

export interface SpokenColumn {
  readonly column: string
  readonly reason: string
}

export function speakMismatchImport(imported: MismatchImport): SpokenMismatchImport {
  return { ...imported, skipped: imported.skipped.map(speak) }
}

export function speakSurveyImport(imported: SurveyImport): SpokenSurveyImport {
  const { leftOut, ignored, skipped } = imported
  return {
    ...imported,
    leftOut: leftOut.map(speakColumn),
    ignored: ignored.map(speakColumn),
    skipped: skipped.map(speak),
  }
}

function speakColumn({ column, reason }: SurveyImport['leftOut'][number]): SpokenColumn {
  return { column, reason: speak(reason) }
}

/** The command line speaks English. */
function speak(remark: Remark): string {
  return remarkIn(remark, 'en')
}
