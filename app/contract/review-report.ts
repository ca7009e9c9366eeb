import { z } from 'zod'
import { count, file, id } from './values.ts'
import { long, read } from './procedure.ts'

const reportFormat = z.enum(['md', 'html', 'csv', 'tex'])
export type ReviewReportFormat = z.infer<typeof reportFormat>

const reportQuestion = z.object({
  roundId: id('round'),
  /** Who asks. Absent on the command line. */
  coderId: id('coder').optional(),
  formats: z.array(reportFormat).default(['md', 'html', 'csv', 'tex']),
  language: z.enum(['en', 'fr']).default('en'),
})

export const reviewReportProcedures = {
  /** What the report's files would contain, before they are written. */
  'review.preview': long(
    read(
      reportQuestion,
      z.array(z.object({ name: z.string(), bytes: count, contains: z.string(), quotes: z.boolean() })),
    ),
  ),
  'review.files': long(read(reportQuestion, z.array(file))),
} as const
