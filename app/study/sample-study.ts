import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { AxialError } from '../../domain/errors.ts'
import { remark } from '../../domain/remarks.ts'
import { addSampleWork, sampleWork, type SampleWork } from './sample-work.ts'
import type { Call, CallOptions, Input, Output } from '../contract.ts'
import { taxonomyKey } from '../contract/values.ts'

/** `study.json` of the sample folder: what the files cannot say themselves. */
const manifest = z.object({
  title: z.string(),
  taxonomies: z.array(taxonomyKey),
  participants: z.array(
    z.object({
      /** The transcript's file name without `.txt`. */
      transcript: z.string(),
      pseudonym: z.string(),
      role: z.string(),
      organization: z.string(),
      team: z.string().default(''),
      years: z.number().nullable().default(null),
      /** What else the study notes of its participants, by name. */
      attributes: z.record(z.string(), z.string()).default({}),
    }),
  ),
  surveyName: z.string(),
  /** The attribute by which the survey is summarised; null for none. */
  surveyBy: z.string().nullable().default(null),
})

type SampleFile = Input<'mismatches.import'>['file']

/** The files of the sample study, whole and in a fixed order. */
export interface SampleFiles extends z.output<typeof manifest> {
  readonly transcripts: readonly SampleFile[]
  readonly codings: readonly SampleFile[]
  readonly mismatches: SampleFile
  readonly qualityIssues: SampleFile
  readonly survey: SampleFile
  readonly work: SampleWork
}

/** What importing the sample gave, import by import. */
export interface SampleImport {
  readonly transcripts: Output<'transcripts.import'>['imported']
  readonly codings: Output<'codings.import'>
  readonly mismatches: Output<'mismatches.import'>
  readonly qualityIssues: Output<'qualityIssues.import'>
  readonly survey: Output<'surveys.import'>
}

/** Reads the sample folder. Throws an AxialError when a part of it is absent or malformed. */
export async function readSample(folder: string): Promise<SampleFiles> {
  return {
    ...(await readSettings(folder, 'study.json', manifest)),
    transcripts: await readFolder(folder, 'transcripts', '.txt'),
    codings: await readFolder(folder, 'codings', '.json'),
    mismatches: await readPart(folder, 'mismatches.xlsx'),
    qualityIssues: await readPart(folder, 'quality-issues.json'),
    survey: await readPart(folder, 'survey.csv'),
    work: await readSettings(folder, 'work.json', sampleWork),
  }
}

/** Imports the sample's files into the study that is open, through the contract as a person would. */
export async function importSample(call: Call, sample: SampleFiles, options: CallOptions = {}): Promise<SampleImport> {
  const transcripts: SampleImport['transcripts'] = []
  for (const file of sample.transcripts) {
    const who = sample.participants.find((participant) => `${participant.transcript}.txt` === file.name)
    const { imported } = await call(
      'transcripts.import',
      {
        files: [file],
        ...(who === undefined ? {} : { participant: who.pseudonym, role: who.role, organization: who.organization }),
      },
      options,
    )
    transcripts.push(...imported)
  }
  await describeParticipants(call, sample)
  const imported = {
    transcripts,
    codings: await call('codings.import', { files: [...sample.codings] }, options),
    mismatches: await call('mismatches.import', { file: sample.mismatches }, options),
    qualityIssues: await call('qualityIssues.import', { file: sample.qualityIssues }, options),
    survey: await call('surveys.import', { file: sample.survey, name: sample.surveyName }, options),
  }
  await addSampleWork(call, sample.work)
  return imported
}

async function describeParticipants(call: Call, { participants }: SampleFiles): Promise<void> {
  for (const { id, pseudonym } of await call('participants.list', {})) {
    const who = participants.find((one) => one.pseudonym === pseudonym)
    if (who === undefined) continue
    const { role, organization, team, years } = who
    const attributes = Object.entries(who.attributes).map(([name, value]) => ({ name, value }))
    await call('participants.update', { id, pseudonym, role, organization, team, years, attributes })
  }
}

async function readSettings<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { name, bytes } = await readPart(folder, file)
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (error) {
    const detail = error instanceof z.ZodError ? z.prettifyError(error) : remark('not-json')
    throw new AxialError('import-malformed', { name, detail }, error)
  }
}

async function readFolder(folder: string, part: string, ending: string): Promise<SampleFile[]> {
  const entries = await readdir(path.join(folder, part)).catch((error: unknown) => {
    throw new AxialError('file-missing', { name: path.join(folder, part) }, error)
  })
  const names = entries.filter((name) => name.endsWith(ending)).sort()
  return Promise.all(names.map((name) => readPart(path.join(folder, part), name)))
}

async function readPart(folder: string, name: string): Promise<SampleFile> {
  const bytes = await readFile(path.join(folder, name)).catch((error: unknown) => {
    throw new AxialError('file-missing', { name: path.join(folder, name) }, error)
  })
  return { name, bytes }
}
