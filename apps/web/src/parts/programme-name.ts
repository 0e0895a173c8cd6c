/** A programme as people write it: `PKN2` of the records is PKN II. */
export function programmeName(code: string): string {
  return code.replace(/1$/, ' I').replace(/2$/, ' II');
}
