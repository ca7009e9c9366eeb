/** The most a file name takes of a title, in characters. */
const LONGEST = 60

/** A file name for a study of this title: plain letters, digits and hyphens; `study` where none are left. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'study' : plain
}
