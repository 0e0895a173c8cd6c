/** Under which a row of a batch is sent to its journey: by it the event is found again when the batch is undone. */
export function profileMessageId(batchId: string, row: number): string {
  return `import:${batchId}:${String(row)}`;
}
