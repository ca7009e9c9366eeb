export const coding = {
  title: 'Coding',
}
