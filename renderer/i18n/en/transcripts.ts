export const transcripts = {
  title: 'x',
}
