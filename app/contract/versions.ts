export const versionProcedures = {} as const
