import { PALETTE_SIZE, type Code } from '../domain/codebook/codebook.ts'
import { asId } from '../domain/ids.ts'
import { lookIntoStudyFile } from './study-file.ts'

/** The codebook of a study that is not open, and what the study is called. */
export interface OtherCodebook {
  readonly title: string
  readonly codes: readonly Code[]
}

type Row = Readonly<Record<string, unknown>>

/**
 * Reads the codebook of another study, of this version of the file or an earlier one, leaving the file as it is.
 * @throws AxialError as `openStudyFile`
 */
export function readOtherCodebook(path: string, passphrase: string | null): OtherCodebook {
  return lookIntoStudyFile(path, passphrase, (reader) => ({
    title: reader.prepare<[], { title: string }>('SELECT title FROM study').get()?.title ?? '',
    // Every column there is: a file of an earlier version has fewer.
    codes: reader.prepare<[], Row>('SELECT * FROM code ORDER BY position, name').all().map(fromRow),
  }))
}

function fromRow(row: Row): Code {
  const text = (column: string) => (typeof row[column] === 'string' ? row[column] : '')
  const number = (column: string) => (typeof row[column] === 'number' ? row[column] : 0)
  const parent = text('parent_id')
  return {
    id: asId(text('id')),
    parentId: parent === '' ? null : asId(parent),
    name: text('name'),
    abbreviation: text('abbreviation') || null,
    definition: text('definition'),
    inclusion: text('inclusion'),
    exclusion: text('exclusion'),
    colour: Math.abs(Math.trunc(number('colour'))) % PALETTE_SIZE,
    position: number('position'),
    taxonomy: text('taxonomy') || null,
    retired: text('retired_at') !== '',
  }
}
