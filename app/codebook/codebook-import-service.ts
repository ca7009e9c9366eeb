import { realpathSync } from 'node:fs'
import path from 'node:path'
import { readOtherCodebook } from '../../db/other-codebook.ts'
import { codebookOf, PATH_SEPARATOR, pathOf, type Code } from '../../domain/codebook/codebook.ts'
import {
  changesOf,
  planImport,
  type ImportChoice,
  type IncomingCode,
  type PlannedCode,
} from '../../domain/codebook/codebook-import.ts'
import { newClash } from '../../domain/codebook/code-paths.ts'
import { AxialError } from '../../domain/errors.ts'
import { remark } from '../../domain/remarks.ts'
import { readCodebookFile } from '../../formats/codebook/codebook-file.ts'
import { entriesOfCodes, orderCodes } from '../../formats/codebook/codebook-tree.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'

type Source = ParsedInput<'codebook.import'>['source']

export const codebookImportHandlers: Handlers<Under<'codebook'>> = {
  'codebook.preview': async (study, { source }, task) => {
    const { name, plan } = await planFrom(study, source, task)
    const codebook = codebookOf(study.read.codes.all())
    return { source: name, codes: plan.map((planned) => describe(planned, codebook)) }
  },
  'codebook.import': async (study, { source, choices, otherwise, coderId }, task) => {
    const { name, plan } = await planFrom(study, source, task)
    const codes = study.write.codes.all()
    const chosen = new Map<string, ImportChoice>(
      plan.flatMap(({ path }) => {
        const choice = Object.hasOwn(choices, path) ? choices[path] : otherwise
        return choice === undefined ? [] : [[path, choice]]
      }),
    )
    const { added, changed } = changesOf(codes, plan, chosen, study.world.newId)
    const changedTo = new Map(changed.map((code) => [code.id, code]))
    const clash = newClash(codes, [...codes.map((code) => changedTo.get(code.id) ?? code), ...added])
    if (clash !== null) throw new AxialError('name-taken', { what: 'code', name: clash })
    if (added.length + changed.length > 0) {
      await study.actLong({ action: 'codebook.import', detail: name, coderId }, async () => {
        const total = added.length + changed.length
        let done = 0
        const at = study.at()
        // Names that are given up come free before others take them.
        for (const code of changed) {
          study.write.codes.change(code)
          await task.step({ done: ++done, total, what: name })
        }
        for (const code of added) {
          study.write.codes.add(code)
          if (code.retired) study.write.codes.retire(code.id, at)
          await task.step({ done: ++done, total, what: name })
        }
      })
    }
    const count = (kind: PlannedCode['kind']) => plan.filter((planned) => planned.kind === kind).length
    const both = added.length - count('new')
    return {
      source: name,
      added: added.length,
      changed: changed.length,
      same: count('same'),
      kept: count('differs') - changed.length - both,
    }
  },
}

async function planFrom(
  study: OpenStudy,
  source: Source,
  task: Task,
): Promise<{ readonly name: string; readonly plan: readonly PlannedCode[] }> {
  const { name, codes } = await readSource(study, source, task)
  return { name, plan: planImport(study.read.codes.all(), codes) }
}

async function readSource(
  study: OpenStudy,
  source: Source,
  task: Task,
): Promise<{ readonly name: string; readonly codes: readonly IncomingCode[] }> {
  if (source.from === 'file') {
    const { name, bytes } = source.file
    await task.say({ done: 0, total: 0, what: name })
    return { name, codes: await readCodebookFile(name, bytes) }
  }
  const file = locate(study, source.path)
  const name = path.basename(file, path.extname(file))
  await task.say({ done: 0, total: 0, what: name })
  const { codes } = readOtherCodebook(file, source.passphrase ?? null)
  if (codes.length === 0) throw new AxialError('import-empty', { name, detail: remark('no-codes-there') })
  return { name, codes: orderCodes(name, entriesOfCodes(codes)) }
}

/** A bare name is looked for beside the open study; the lock and the log of a study are beside the file itself. */
function locate(study: OpenStudy, given: string): string {
  if (given.includes('\0')) throw new AxialError('bad-request', { detail: 'a path cannot hold a zero byte' })
  const full = path.resolve(path.dirname(study.path), given)
  try {
    return realpathSync(full)
  } catch (error) {
    throw new AxialError('study-missing', { path: full }, error)
  }
}

function describe(
  planned: PlannedCode,
  codebook: ReadonlyMap<Code['id'], Code>,
): Output<'codebook.preview'>['codes'][number] {
  const { path, kind, incoming } = planned
  const existing = planned.kind === 'new' ? null : planned.existing
  return {
    path,
    kind,
    theirs: saidBy(incoming),
    mine: existing === null ? null : { ...saidBy(existing), path: pathOf(codebook, existing.id).join(PATH_SEPARATOR) },
    fields: planned.kind === 'differs' ? [...planned.fields] : [],
    suggested: planned.kind === 'differs' ? planned.suggested : 'mine',
    alike: planned.kind === 'new' ? planned.alike : null,
  }
}

function saidBy({ name, definition, inclusion, exclusion, colour }: Code | IncomingCode) {
  return { name, definition, inclusion, exclusion, colour }
}
