import { Buffer } from 'node:buffer'
import { remarkIn } from '../../../domain/remarks.ts'
import { parseSurveyExport, type SurveyExport } from '../../../formats/survey/survey-export.ts'

export type Rows = readonly (readonly string[])[]

function csvOf(rows: Rows): Uint8Array {
  const cell = (value: string) => `"${value.replaceAll('"', '""')}"`
  return Buffer.from(rows.map((row) => row.map(cell).join(',')).join('\n'))
}

/** The survey in these rows; `keep` names identifying columns to keep. */
export function read(rows: Rows, keep: readonly string[] = []): Promise<SurveyExport> {
  return parseSurveyExport('s.csv', csvOf(rows), { keep })
}

/** `header: reason`, one a line. */
export function columnsOf(reported: SurveyExport['leftOut']): readonly string[] {
  return reported.map(({ column, reason }) => `${column}: ${remarkIn(reason, 'en')}`)
}
