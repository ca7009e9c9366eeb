export const segments = {
  title: 'Segments',
}
