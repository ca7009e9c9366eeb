import { z } from 'zod'
import { count, file, id, nothing } from './values.ts'
import { long, read, write } from './procedure.ts'
import { remark } from './remarks.ts'

const number = z.number().nullable()

const summary = z.object({
  n: count,
  missing: count,
  counts: z.array(z.object({ label: z.string(), count, percent: number })),
  top: z.object({ count, percent: number }),
  mean: number,
  median: number,
  mode: z.array(z.number()),
  sd: number,
  interval: z.tuple([z.number(), z.number()]).nullable(),
})

const item = z.object({
  id: z.string(),
  label: z.string(),
  overall: summary,
  groups: z.array(summary.extend({ group: z.string() })),
})

export const surveySummary = z.object({
  name: z.string(),
  respondents: count,
  /** The labels of the scale, lowest first. */
  scale: z.array(z.string()),
  items: z.array(item),
})
export type SurveySummary = z.infer<typeof surveySummary>

const surveyImport = z.object({
  name: z.string(),
  source: z.enum(['qualtrics', 'google-forms', 'microsoft-forms', 'plain']),
  respondents: count,
  items: count,
  scale: z.array(z.string()),
  attributes: z.array(z.string()),
  /** Columns left out because they identify a person, each with the reason. */
  leftOut: z.array(z.object({ column: z.string(), reason: remark })),
  /** Columns that are neither: free text, empty ones. */
  ignored: z.array(z.object({ column: z.string(), reason: remark })),
  /** Identifying columns kept because the researcher insisted. */
  kept: z.array(z.string()),
  /** Respondents left out, such as previews and refusals of consent, each with why. */
  skipped: z.array(remark),
})
export type SurveyImport = z.infer<typeof surveyImport>

/** `merge` puts several groups under one name: { label: "Operations + Other", groups: ["Operations", "Other"] }. */
export const grouping = z.object({
  by: z.string().optional(),
  merge: z.array(z.object({ label: z.string(), groups: z.array(z.string()).min(1) })).default([]),
  /** The top-box count takes this many points from the top. */
  top: z.int().min(1).default(2),
  seed: z.int().default(1),
})

export const surveyProcedures = {
  'surveys.list': read(
    nothing,
    z.array(
      z.object({
        name: z.string(),
        respondents: count,
        items: count,
        scale: z.array(z.string()),
        attributes: z.array(z.object({ name: z.string(), groups: z.array(z.object({ name: z.string(), count })) })),
      }),
    ),
  ),
  'surveys.import': long(
    write(
      z.object({ file, name: z.string(), keep: z.array(z.string()).default([]), coderId: id('coder').optional() }),
      surveyImport,
    ),
  ),
  'surveys.summary': read(grouping.extend({ name: z.string() }), surveySummary),
} as const
