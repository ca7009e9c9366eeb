import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Call, Output } from '../contract.ts'
import { EXPORTS, type ExportKind } from '../contract/exports.ts'
import { importSample, readSample, type SampleFiles, type SampleImport } from '../study/sample-study.ts'
import { AxialError } from '../../domain/errors.ts'
import { argument, option, report, stopIfCancelled, type Command, type CommandContext } from './command.ts'
import { countText, figureText, percentText } from './figures.ts'
import { explain } from './input-files.ts'
import { studyPath } from './open-study.ts'
import { writeFiles } from './output-files.ts'
import { speakMismatchImport, speakSurveyImport } from './spoken-imports.ts'
import { infoText } from './study-commands.ts'
import { tableOf } from './table.ts'

export const sample: Command = {
  words: ['sample'],
  summary: 'Creates the sample study, an invented one, unless it is there.',
  arguments: [{ name: 'PATH', help: 'the file to create; .axial is added when absent' }],
  options: {},
  example: 'axial sample studies/sample',
  async run(context, parsed) {
    const file = studyPath(context.folder, argument(parsed, 'PATH'))
    const created = !existsSync(file)
    if (created) {
      await makeFolder(path.dirname(file))
      await createWhole(context, file, await readSample(context.sampleFolder))
    }
    const text = created ? `Created the sample study in ${file}.` : `${file} is there already.`
    return report({ path: file, created }, text)
  },
}

export const demo: Command = {
  words: ['demo'],
  summary: 'Does the whole main job on the sample study and writes every artefact.',
  arguments: [],
  options: { out: { value: 'DIR', help: 'the folder to write into; "out" by default' } },
  example: 'axial demo --out out',
  notes: [
    'Its study is DIR/sample.axial. That of an earlier demo is replaced as long as nobody has worked in it or has it open; otherwise it is left alone and this one gets the next free name, sample-2.axial.',
    'The same sample gives the same artefacts, byte for byte.',
  ],
  async run(context, parsed) {
    const out = path.resolve(context.folder, option(parsed, 'out') ?? 'out')
    const files = await readSample(context.sampleFolder)
    await makeFolder(out)
    const { file, leftAlone } = await placeFor(context.call, out)
    const imported = await createWhole(context, file, files)
    const artefacts: Artefacts[] = []
    for (const kind of EXPORTS) {
      stopIfCancelled(context)
      const grouping = files.surveyBy === null ? {} : { by: files.surveyBy }
      const written = await context.call('exports.files', { kind, grouping })
      await writeFiles(path.join(out, kind), written, context.signal)
      artefacts.push({ kind, files: written.map((each) => each.name) })
    }
    const done: Demo = { study: file, leftAlone, imported, artefacts, ...(await figuresOf(context.call, files)) }
    return report({ ...done, imported: speakSampleImport(imported) }, demoText(done, out, context.width))
  },
}

function speakSampleImport(imported: SampleImport) {
  return {
    ...imported,
    mismatches: speakMismatchImport(imported.mismatches),
    survey: speakSurveyImport(imported.survey),
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new AxialError('export-failed', { path: folder, detail: explain(error) }, error)
  })
}

/**
 * Creates the sample study, all of it or nothing: when an import fails, no file is left. Beside it goes a note of what
 * it held when it was made, by which it is known later whether anybody has worked in it.
 */
async function createWhole(context: CommandContext, file: string, files: SampleFiles): Promise<SampleImport> {
  await context.call('workspace.create', { path: file, title: files.title, taxonomies: files.taxonomies })
  try {
    const imported = await importSample(context.call, files)
    const note = { name: path.basename(noteOf(file)), bytes: Buffer.from(`${await fingerprint(context.call)}\n`) }
    await writeFiles(path.dirname(file), [note], context.signal)
    return imported
  } catch (error) {
    await context.call('workspace.close', {})
    await rm(file, { force: true })
    throw error
  }
}

function noteOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.untouched`)
}

/** Where the demo's study goes, made free: the first name that is not taken by a study somebody may have worked in. */
async function placeFor(call: Call, out: string): Promise<{ readonly file: string; readonly leftAlone: string[] }> {
  const leftAlone: string[] = []
  for (let number = 1; ; number++) {
    const file = path.join(out, number === 1 ? 'sample.axial' : `sample-${number}.axial`)
    if (!existsSync(file)) return { file, leftAlone }
    if (await isUntouched(call, file)) {
      await rm(file)
      return { file, leftAlone }
    }
    leftAlone.push(file)
  }
}

/** Whether the sample study in `file` is as it was when it was made. False as well when that cannot be told. */
async function isUntouched(call: Call, file: string): Promise<boolean> {
  if (!existsSync(noteOf(file))) return false
  const noted = await readFile(noteOf(file), 'utf8')
  try {
    await call('workspace.open', { path: file })
    return noted.trim() === (await fingerprint(call))
  } catch (error) {
    // Open in a workbench, damaged, not a study any more: whatever it is, it is not the demo's to replace.
    if (error instanceof AxialError && error.code !== 'internal' && error.code !== 'cancelled') return false
    throw error
  } finally {
    await call('workspace.close', {})
  }
}

/** What the study that is open holds and everything that was ever done to it, as a hash. */
async function fingerprint(call: Call): Promise<string> {
  const coders = await call('coders.list', {})
  const [viewer] = coders
  const journal = viewer === undefined ? [] : await call('history.list', { coderId: viewer.id, limit: 1000 })
  const content = {
    info: await call('study.info', {}),
    coders,
    transcripts: await call('transcripts.list', {}),
    journal,
  }
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

interface Artefacts {
  readonly kind: ExportKind
  readonly files: readonly string[]
}

interface Demo extends Figures {
  readonly study: string
  /** Studies that were in the way and were not touched. */
  readonly leftAlone: readonly string[]
  readonly imported: SampleImport
  readonly artefacts: readonly Artefacts[]
}

interface Figures {
  readonly info: Output<'study.info'>
  readonly agreement: Output<'agreement.compute'>
  readonly catalog: Output<'catalog.read'>
  readonly survey: Output<'surveys.summary'>
}

async function figuresOf(call: Call, files: SampleFiles): Promise<Figures> {
  const by = files.surveyBy === null ? {} : { by: files.surveyBy }
  return {
    info: await call('study.info', {}),
    agreement: await call('agreement.compute', { scope: 'round', resamples: 0 }),
    catalog: await call('catalog.read', {}),
    survey: await call('surveys.summary', { name: files.surveyName, ...by }),
  }
}

/** How many of a survey's items, the highest rated, the demo shows. */
const SHOWN_ITEMS = 5

function demoText(demo: Demo, out: string, width: number): string {
  const { study, leftAlone, imported, artefacts, info, agreement, catalog, survey } = demo
  const codings = imported.codings.passes.reduce((sum, pass) => sum + pass.codings, 0)
  const done = [
    ...leftAlone.map((file) => `${file} was left alone: it may hold work of yours, or is open.`),
    `Created ${study}, an invented study.`,
    `Imported ${countText(imported.transcripts.length, 'transcript')}, ${countText(codings, 'coding')} (${countText(imported.codings.unaligned.length, 'turn')} unmatched), ${countText(imported.mismatches.mismatches, 'mismatch', 'mismatches')} with ${countText(imported.mismatches.instances, 'instance')}, ${countText(imported.qualityIssues.issues, 'quality issue')}, ${countText(imported.survey.respondents, 'respondent')}.`,
    ...(imported.survey.leftOut.length === 0
      ? []
      : [`Left out of the survey: ${imported.survey.leftOut.map(({ column }) => column).join(', ')}.`]),
  ]
  const agreementTable = tableOf(
    [
      { title: 'agreement of', wrap: true },
      { title: 'turns (n)', align: 'right' },
      { title: 'coded agreement' },
      { title: 'kappa coded' },
      { title: 'kappa pooled' },
      { title: 'alpha Jaccard' },
    ],
    agreement.comparisons.map((each) => [
      `${each.round ?? 'several rounds'}: ${each.coders.join(', ')}`,
      String(each.units),
      figureText(each.codedAgreement, each.reasons.codedAgreement),
      figureText(each.kappaCoded, each.reasons.kappaCoded),
      figureText(each.kappaPooled, each.reasons.kappaPooled),
      figureText(each.alphaJaccard, each.reasons.alphaJaccard),
    ]),
    width,
  )
  const catalogTable = tableOf(
    [{ title: 'mismatches by category' }, { title: 'n', align: 'right' }, { title: 'percent', align: 'right' }],
    catalog.categories.map((each) => [`${each.code}  ${each.name}`, String(each.count), percentText(each.percent)]),
    width,
  )
  const rated = survey.items.toSorted((a, b) => (b.overall.top.percent ?? -1) - (a.overall.top.percent ?? -1))
  const surveyTable = tableOf(
    [
      { title: `highest rated of ${countText(survey.items.length, 'item')}`, wrap: true },
      { title: 'n', align: 'right' },
      { title: 'top 2', align: 'right' },
      { title: 'percent', align: 'right' },
    ],
    rated
      .slice(0, SHOWN_ITEMS)
      .map(({ label, overall }) => [
        label,
        String(overall.n),
        String(overall.top.count),
        percentText(overall.top.percent),
      ]),
    width,
  )
  const files = artefacts.map(
    ({ kind, files }) => `  ${path.join(out, kind)}${path.sep}  ${countText(files.length, 'file')}`,
  )
  return [
    done.join('\n'),
    infoText(info),
    agreementTable,
    catalogTable,
    surveyTable,
    ['Wrote:', ...files].join('\n'),
  ].join('\n\n')
}
