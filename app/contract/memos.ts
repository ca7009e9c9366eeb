export const memoProcedures = {} as const
