import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FilePayload } from '../contract/values.ts'
import { AxialError } from '../../domain/errors.ts'
import { explain } from './input-files.ts'

/**
 * Writes the files into `folder`, which is made when absent. Every file is first written whole beside its place and
 * then renamed into it, so that no reader ever sees half a file, and a file of that name gives way only to a complete one.
 * Nothing is renamed before everything is written. Throws `export-failed`, and `cancelled` before the first renaming.
 */
export async function writeFiles(folder: string, files: readonly FilePayload[], signal: AbortSignal): Promise<void> {
  const places = files.map((file) => ({ ...file, ...placeOf(folder, file.name) }))
  try {
    await makeFolder(path.resolve(folder))
    for (const { target, partial, bytes } of places) {
      if (signal.aborted) throw new AxialError('cancelled')
      await makeFolder(path.dirname(target))
      await attempt(target, async () => {
        await writeDurably(partial, bytes)
      })
    }
    for (const { target, partial } of places) await attempt(target, () => rename(partial, target))
  } finally {
    for (const { partial } of places) await rm(partial, { force: true }).catch(() => undefined)
  }
}

/** Makes a folder and those above it, one by one: made all at once, Node never ends in places such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() === true) return
  const above = path.dirname(folder)
  if (above !== folder) await makeFolder(above)
  await attempt(folder, () => mkdir(folder))
}

/** Where a file goes, and where it is prepared. A name that leads out of the folder is a fault of ours. */
function placeOf(folder: string, name: string): { readonly target: string; readonly partial: string } {
  const target = path.resolve(folder, name)
  const inside = path.relative(folder, target)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) {
    throw new AxialError('internal', { detail: `an export named ${name}` })
  }
  return { target, partial: path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.partial`) }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function attempt(file: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new AxialError('export-failed', { path: file, detail: explain(error) }, error)
  }
}
