export const participants = {
  title: 'Participants',
}
