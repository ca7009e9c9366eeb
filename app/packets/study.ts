import { Aggregates } from '../../db/aggregates.ts'
import type { Connection } from '../../db/connection.ts'
import { createStudyFile } from '../../db/study-file.ts'
import type { ParsedInput } from '../contract.ts'
import type { World } from '../study/open-study.ts'
import { addHandout } from './opening.ts'
import { openHandout, receivedRecord, withinStudy } from './files.ts'

/**
 * Creates a study file of a packet that was handed out: the same study, with the same ids, on another machine. The packet is
 * read before there is a file.
 * @throws AxialError as `openPacket` and `createStudyFile`
 */
export async function createFromPacket(
  path: string,
  { file, passphrase, studyPassphrase }: ParsedInput<'packets.openAsStudy'>,
  { now }: World,
): Promise<void> {
  const handout = await openHandout(file, passphrase)
  const { study, round, coder } = handout.content
  const at = now().toISOString()
  const fill = (writer: Connection) => {
    const rows = new Aggregates(writer)
    const detail = `${round.name}: ${coder.name}`
    rows.journal.begin({ action: 'packets.open', detail, coderId: null, at }, true)
    rows.create(study.id, study.title, study.created_at)
    // Before anybody can look: nobody waits for a part of it.
    const work = addHandout(rows, handout)
    while (work.next().done !== true);
    rows.packets.add(receivedRecord(handout, file.bytes, at))
    rows.journal.end()
  }
  createStudyFile(path, studyPassphrase ?? null, (writer) =>
    withinStudy(file.name, () => writer.transaction(() => fill(writer)).immediate()),
  )
}
