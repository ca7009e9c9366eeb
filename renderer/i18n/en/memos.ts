export const memos = {
  title: 'Memos',
}
